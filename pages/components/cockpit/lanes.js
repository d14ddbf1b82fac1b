// A slider's row is the chart's row: its controls, then before and after on a common scale, then the change in per cent.

import { control } from "./control.js"
import { element, number, rounded } from "./kit.js"
import { before, proposed } from "./scenario.js"

// Round figures along a scale, three or four of them.
export function ticks(highest) {
  const size = 10 ** Math.floor(Math.log10(highest / 2))
  const step = [1, 2, 5].map((times) => times * size).filter((each) => highest / each < 4.5)[0] ?? 10 * size
  return Array.from({ length: Math.floor(highest / step) + 1 }, (_, place) => place * step)
}

export const name = (nr, area) => `k${nr}-${area}`

export function head(speciale, at, highest, steps) {
  const axis = element("span", { class: "akse" }, ...steps.map((step) => {
    const tick = element("span", {}, number(step))
    tick.style.left = `${(100 * step) / highest}%`
    return tick
  }))
  const made = element("div", { class: `bane plads-${at}` },
    element("span", { class: "titel" }, `${speciale.nr} ${speciale.navn}`), axis, element("span", { class: "mod" }, "Ændring"))
  made.style.setProperty("--farve", speciale.farve)
  return made
}

// The lane of an area in a speciale: `at` is the speciale's place, `hand` what the control tells.
export function lane(area, at, speciale, limits, hand) {
  const slider = { navn: name(speciale.nr, area.id), tekst: `${area.navn}, speciale ${speciale.nr}`, vaerdi: area.nu[at], farve: speciale.farve }
  const made = control(slider, limits, hand)
  const part = (kind) => element("span", { class: kind })
  const way = part("vej"), ring = part("foer"), mark = part("forslag"), dot = part("efter"), figure = part("pr"), change = part("aendring")
  const region = part("region")
  const track = element("span", { class: "spor", "aria-hidden": "true" }, region, way, ring, mark, dot, figure)
  const box = element("div", { class: `bane plads-${at}` }, made.box, track, change)
  box.style.setProperty("--farve", speciale.farve)
  box.style.setProperty("--trin", `var(--trin-${speciale.nr})`)
  const show = ({ now, change: percent }, texts, { highest, compared, people, waiting }) => {
    const out = (value) => 100 * Math.min(1, value / highest)
    const place = { now: out(now), was: out(before(area, at)), wish: out(proposed(area, at)) }
    const from = compared === "forslaget" ? place.wish : place.was
    ring.style.left = `${place.was}%`
    mark.style.left = `${place.wish}%`
    dot.style.left = `${place.now}%`
    figure.style.left = `clamp(var(--halvt-tal), ${place.now}%, calc(100% - var(--halvt-tal)))`
    way.style.left = `${Math.min(place.now, from)}%`
    way.style.width = `${Math.abs(place.now - from)}%`
    figure.textContent = texts.pr
    change.textContent = texts.aendring
    const turned = rounded(percent, 1)
    box.classList.toggle("vinder", turned < 0)
    box.classList.toggle("taber", turned > 0)
    const comes = waiting ? "" : `, ${texts.pr} ${people} pr. kapacitet`
    made.range.setAttribute("aria-valuetext", `${number(made.shown, 1)} kapaciteter${comes}`)
  }
  return { box, made, region, slider, show }
}
