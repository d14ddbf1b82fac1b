// One slider with small steps: minus, plus and a number field beside it. What it shows while it is held is told at once;
// it is set when it is let go, a button pressed or a figure entered. Arrow keys take a step, Shift and the page keys
// five; minus and plus do the same for a hand, repeat while they are held, and take no place among the tab stops.

import { element, number, rounded } from "./kit.js"

const LONG = 5 // steps
const HELD = 400, AGAIN = 90 // milliseconds before a button that is held repeats, and between
const KEYS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: LONG, PageDown: -LONG }
const decimals = (step) => (step < 1 ? 1 : 0)
const written = (value, step) => number(value, decimals(step))
const within = (value, step, highest) => rounded(Math.min(highest, Math.max(0, Math.round(value / step) * step)), decimals(step))

// A button that acts once when it is pressed, and again and again while it is held.
function held(button, act, done) {
  let timer, repeated = false
  const end = () => {
    clearTimeout(timer)
    if (!repeated) return
    done()
    setTimeout(() => (repeated = false)) // when the click that ends it has come
  }
  button.onpointerdown = (event) => {
    if (event.button) return
    repeated = false
    const again = () => {
      repeated = true
      act()
      if (button.disabled) end() // a button that is out of use is not told that it is let go
      else timer = setTimeout(again, AGAIN)
    }
    timer = setTimeout(again, HELD)
  }
  button.onpointerup = button.onpointercancel = button.onpointerleave = end
  button.oncontextmenu = (event) => event.preventDefault()
  button.onclick = () => {
    if (repeated) return
    act()
    done()
  }
  return () => clearTimeout(timer)
}

// `seen` is called with the name and what is shown while it is held, `changed` when it is set, `letGo` after that.
export function control(slider, { hoejst: highest, trin: step, enhed }, { changed, letGo, seen = () => {} }) {
  const less = element("button", { type: "button", tabindex: -1, "aria-label": `Mindre: ${slider.tekst}` }, "−")
  const more = element("button", { type: "button", tabindex: -1, "aria-label": `Mere: ${slider.tekst}` }, "+")
  const range = element("input", { type: "range", min: 0, max: highest, step, "aria-label": slider.tekst })
  const field = element("input", { type: "text", inputmode: "decimal", "aria-label": `${slider.tekst}, tal` })
  const box = element("div", { class: "skyder" }, less, range, more, field)
  box.style.setProperty("--farve", slider.farve)
  const made = { box, range, value: slider.vaerdi, shown: slider.vaerdi, held: false }
  made.show = (value) => {
    made.shown = value
    range.value = value
    range.setAttribute("aria-valuetext", `${written(value, step)} ${enhed}`.trim())
    field.value = written(value, step)
    less.disabled = value <= 0
    more.disabled = value >= highest
    box.classList.toggle("nul", value === 0)
  }
  const preview = (value) => {
    made.show(within(value, step, highest))
    seen(slider.navn, made.shown)
  }
  const set = (value) => {
    preview(value)
    if (made.shown === made.value) return
    made.value = made.shown
    changed(slider.navn, made.value)
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
    preview(made.value)
    released()
  }
  range.onpointerup = field.onblur = released
  field.oninput = () => (made.held = true)
  range.oninput = () => preview(scrolling ? made.value : Number(range.value))
  range.onchange = () => (scrolling ? preview(made.value) : set(Number(range.value)))
  range.onkeydown = (event) => {
    scrolling = false
    const steps = KEYS[event.key]
    if (!steps || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    set(made.value + step * (event.shiftKey ? Math.sign(steps) * LONG : steps))
  }
  const stepping = (way) => () => {
    made.held = true
    preview(made.shown + way * step)
  }
  const stepped = () => {
    set(made.shown)
    released()
  }
  const ends = [held(less, stepping(-1), stepped), held(more, stepping(1), stepped)]
  made.end = () => ends.forEach((end) => end())
  field.onclick = () => field.select()
  field.onchange = () => {
    made.held = false
    const value = Number(field.value.replace(",", "."))
    set(Number.isFinite(value) && field.value.trim() ? value : made.value)
  }
  made.show(slider.vaerdi)
  return made
}
