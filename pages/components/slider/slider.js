// Sliders with small steps: a row each, with a slider per column.

import { control } from "./control.js"
import { element, number } from "./kit.js"
import { ledger } from "./ledger.js"

const drawn = new WeakMap()

export async function draw({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".skydere")
  const sliders = data.raekker.flatMap((row) => row.skydere)
  const names = sliders.map((slider) => slider.navn).join(" ")
  const tellShares = () => {
    if (!data.andel) return
    const shown = sliders.map((slider) => book.controls.get(slider.navn).shown)
    const sum = shown.reduce((one, other) => one + other, 0)
    root.querySelectorAll(".andel").forEach((place, at) => {
      place.textContent = sum ? data.andel.replace("{}", number((100 * shown[at]) / sum, 0)) : ""
    })
  }
  let book = drawn.get(root)
  if (book?.names !== names) {
    book?.close()
    book = Object.assign(ledger(() => tellShares()), { names, unconfirmed: book?.unconfirmed ?? new Map() })
    drawn.set(root, book)
    const hand = { changed: book.changed, letGo: book.follow, seen: () => tellShares() }
    for (const slider of sliders) book.controls.set(slider.navn, control(slider, data, hand))
    const head = element("div", { class: "raekke hoved", "aria-hidden": "true" }, element("span", {}, data.raekkenavn),
      ...data.soejler.map(({ tekst, farve }) => {
        const title = element("span", {}, tekst)
        title.style.color = farve
        return title
      }))
    const rows = data.raekker.map((row) => element("div", { class: "raekke", role: "group", "aria-label": row.navn },
      element("span", { class: "navn" }, row.navn, ...(data.andel ? [element("small", { class: "andel" })] : [])), ...row.skydere.map((slider) => book.controls.get(slider.navn).box)))
    const longest = Math.max(...data.raekker.map((row) => row.navn.length))
    root.style.setProperty("--soejler", data.soejler.length)
    root.style.setProperty("--navn", `${Math.min(11, Math.max(6.4, longest * 0.45))}rem`)
    root.classList.toggle("andele", Boolean(data.andel))
    root.replaceChildren(...(data.andel ? [] : [head]), ...rows)
  }
  book.send = setTriggerValue
  book.sliders = sliders
  book.follow()
  return () => {
    book.close()
    drawn.delete(root)
  }
}
