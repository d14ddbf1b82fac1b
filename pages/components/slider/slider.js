// Sliders with small steps: a row each, with a slider per column, each with minus, plus and a number field.
// A change is sent when the slider is let go, a button pressed or a figure entered. What the server has not yet
// confirmed is sent again with the next change, and an answer never moves a slider that is ahead of it or being held.
// What is not confirmed in a while is given up, and so is everything when the browser goes back or forward.

import { element, number, rounded } from "./kit.js"

const PATIENCE = 5000
const decimals = (step) => (step < 1 ? 1 : 0)
const written = (value, step) => number(value, decimals(step))
const within = (value, step, highest) => rounded(Math.min(highest, Math.max(0, Math.round(value / step) * step)), decimals(step))

function control(slider, { hoejst: highest, trin: step, enhed }, changed, letGo) {
  const less = element("button", { type: "button", "aria-label": `Mindre: ${slider.tekst}` }, "−")
  const more = element("button", { type: "button", "aria-label": `Mere: ${slider.tekst}` }, "+")
  const range = element("input", { type: "range", min: 0, max: highest, step, "aria-label": slider.tekst })
  const field = element("input", { type: "text", inputmode: "decimal", "aria-label": `${slider.tekst}, tal` })
  const box = element("div", { class: "skyder" }, less, range, more, field)
  box.style.setProperty("--farve", slider.farve)
  const made = { box, value: slider.vaerdi, held: false }
  made.show = (value) => {
    range.value = value
    range.setAttribute("aria-valuetext", `${written(value, step)} ${enhed}`.trim())
    field.value = written(value, step)
    less.disabled = value <= 0
    more.disabled = value >= highest
    box.classList.toggle("nul", value === 0)
  }
  const set = (value) => {
    const next = within(value, step, highest)
    made.show(next)
    if (next === made.value) return
    made.value = next
    changed(slider.navn, next)
  }
  const released = () => {
    made.held = false
    setTimeout(letGo) // when what was set is set
  }
  // A finger that only scrolls past: the browser takes the touch over (pointercancel), and nothing was meant by it.
  let scrolling = false
  range.onpointerdown = () => {
    made.held = true
    scrolling = false
  }
  range.onpointercancel = () => {
    scrolling = true
    made.show(made.value)
    released()
  }
  range.onpointerup = field.onblur = released
  field.oninput = () => (made.held = true)
  range.oninput = () => made.show(scrolling ? made.value : Number(range.value))
  range.onchange = () => (scrolling ? made.show(made.value) : set(Number(range.value)))
  range.onkeydown = () => {
    scrolling = false // nothing is returned: false would mean that the key is to do nothing
  }
  less.onclick = () => set(made.value - step)
  more.onclick = () => set(made.value + step)
  field.onclick = () => field.select()
  field.onchange = () => {
    made.held = false
    const value = Number(field.value.replace(",", "."))
    set(Number.isFinite(value) && field.value.trim() ? value : made.value)
  }
  made.show(slider.vaerdi)
  return made
}

const drawn = new WeakMap()
const shown = new Set()

// Let the sliders stand where the server has them, but for those that are ahead of it or being held.
function follow(state) {
  for (const { navn, vaerdi } of state.sliders) {
    const waiting = state.unconfirmed.get(navn)
    if (waiting && (waiting.value === vaerdi || Date.now() - waiting.at >= PATIENCE)) state.unconfirmed.delete(navn)
    const made = state.controls.get(navn)
    if (made.held || state.unconfirmed.has(navn) || made.value === vaerdi) continue
    made.value = vaerdi
    made.show(vaerdi)
  }
}

addEventListener("popstate", () => {
  for (const state of shown) {
    state.unconfirmed.clear()
    for (const made of state.controls.values()) {
      made.held = false
      made.show(made.value)
    }
    follow(state)
  }
})

export async function draw({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".skydere")
  const sliders = data.raekker.flatMap((row) => row.skydere)
  const names = sliders.map((slider) => slider.navn).join(" ")
  let state = drawn.get(root)
  if (state?.names !== names) {
    const unconfirmed = state?.unconfirmed ?? new Map()
    if (state) shown.delete(state)
    state = { root, names, unconfirmed, controls: new Map(), waiting: new Set() }
    drawn.set(root, state)
    shown.add(state)
    const letGo = () => follow(state)
    const changed = (name, value) => {
      unconfirmed.set(name, { value, at: Date.now() })
      state.send("aendret", Object.fromEntries([...unconfirmed].map(([key, { value }]) => [key, value])))
      state.waiting.add(setTimeout(letGo, PATIENCE))
    }
    for (const slider of sliders) state.controls.set(slider.navn, control(slider, data, changed, letGo))
    const head = element("div", { class: "raekke hoved", "aria-hidden": "true" }, element("span", {}, data.raekkenavn),
      ...data.soejler.map(({ tekst, farve }) => {
        const title = element("span", {}, tekst)
        title.style.color = farve
        return title
      }))
    const rows = data.raekker.map((row) => element("div", { class: "raekke", role: "group", "aria-label": row.navn },
      element("span", { class: "navn" }, row.navn), ...row.skydere.map((slider) => state.controls.get(slider.navn).box)))
    const longest = Math.max(...data.raekker.map((row) => row.navn.length))
    root.style.setProperty("--soejler", data.soejler.length)
    root.style.setProperty("--navn", `${Math.min(11, Math.max(6.4, longest * 0.45))}rem`)
    root.replaceChildren(head, ...rows)
  }
  state.send = setTriggerValue
  state.sliders = sliders
  follow(state)
  return () => {
    for (const timer of state.waiting) clearTimeout(timer)
    shown.delete(state)
    drawn.delete(root)
  }
}
