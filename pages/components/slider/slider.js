// Sliders with small steps: a row each, with a slider per column.

import { control } from "./control.js"
import { element, number, rounded } from "./kit.js"
import { ledger } from "./ledger.js"

const drawn = new WeakMap()

const AMOUNT = 30 // letters
// An amount in kr., from the least to the most, as dansk/beloeb.py writes it (`omtrent`).
const amount = (low, high) => {
  if (low === high) return `${number(low)}\u00a0kr.`
  const large = high >= 1e6
  const written = large ? (end) => number(end / 1e6, 2).replace(/,?0+$/, "") : (end) => number(1000 * rounded(end / 1000))
  return `ca. ${[...new Set([low, high].map(written))].join("-")}\u00a0${large ? "mio. kr." : "kr."}`
}

export async function draw({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".skydere")
  const sliders = data.raekker.flatMap((row) => row.skydere)
  const names = sliders.map((slider) => slider.navn).join(" ")
  const told = data.andel || data.i_alt
  const tellAmounts = (shown) => {
    const ends = [0, 1].map((end) => sliders.map(({ pris }, at) => shown[at] * pris[end]))
    const sums = ends.map((each) => each.reduce((one, other) => one + other, 0))
    root.querySelectorAll(".andel").forEach((place, at) => {
      place.textContent = at < sliders.length ? amount(ends[0][at], ends[1][at]) : amount(...sums)
    })
  }
  const tellShares = () => {
    if (!told) return
    const shown = sliders.map((slider) => book.controls.get(slider.navn).shown)
    if (data.i_alt) return tellAmounts(shown)
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
      element("span", { class: "navn" }, row.navn, ...(told ? [element("small", { class: "andel" })] : [])), ...row.skydere.map((slider) => book.controls.get(slider.navn).box)))
    const longest = Math.max(data.i_alt ? AMOUNT : 0, ...data.raekker.map((row) => row.navn.length))
    root.style.setProperty("--soejler", data.soejler.length)
    root.style.setProperty("--navn", `${Math.min(data.i_alt ? 13 : 11, Math.max(6.4, longest * 0.45))}rem`)
    root.classList.toggle("andele", Boolean(told))
    const total = data.i_alt && element("div", { class: "raekke i-alt" },
      element("span", { class: "navn" }, data.i_alt, element("small", { class: "andel" })))
    root.replaceChildren(...(told ? [] : [head]), ...rows, ...(total ? [total] : []))
  }
  book.send = setTriggerValue
  book.sliders = sliders
  book.follow()
  return () => {
    book.close()
    drawn.delete(root)
  }
}
