// Rows on one common scale: a span of time or money each, with its label at the mark. It is a list to a screen reader.

import { element } from "./kit.js"

const percent = (share) => `${100 * Math.min(1, Math.max(0, share))}%`

function lane(of) {
  const track = element("div", { class: "lag" })
  for (const { fra, til, form } of of.spaend) {
    const span = element("span", { class: `spaend ${form}${fra === til ? " prik" : ""}${fra < 0 ? " foer-skala" : ""}${til > 1 ? " efter-skala" : ""}`, "aria-hidden": "true" })
    span.style.left = percent(fra)
    if (fra !== til) span.style.width = `calc(${percent(til)} - ${percent(fra)})`
    track.append(span)
  }
  const first = Math.min(...of.spaend.map(({ fra }) => fra)), last = Math.max(...of.spaend.map(({ til }) => til))
  const label = element("span", { class: "maerkat" }, of.tekst)
  // The label stands to the right of its mark, or to the left where the scale would end too soon.
  if (of.spaend.length && last > 0.6) {
    label.style.right = `calc(${percent(1 - first)} + 0.5rem)`
    label.classList.add("foran")
  } else label.style.left = of.spaend.length ? `calc(${percent(last)} + ${last - first < 0.015 ? 0.75 : 0.4}rem)` : "0"
  track.append(label)
  return track
}

export async function draw({ data, parentElement }) {
  const root = parentElement.querySelector(".skala")
  const axis = element("div", { class: "akse", "aria-hidden": "true" }, ...data.akse.map(({ ved, tekst }) => {
    const tick = element("span", { class: ved > 0.97 ? "sidst" : null }, tekst)
    tick.style.left = percent(ved)
    return tick
  }))
  const rows = data.raekker.map((row) => {
    const name = element("div", { class: "navn" }, row.navn)
    if (row.kilde) name.append(" ", element("a", { class: "kilde", href: row.link, target: "_self" }, `(${row.kilde})`))
    if (row.note) name.append(element("span", { class: "note" }, row.note))
    const track = element("div", { class: "spor" }, ...row.lag.map(lane))
    if (data.linje) {
      const line = element("span", { class: "linje", title: data.linje.tekst })
      line.style.left = percent(data.linje.ved)
      track.append(line)
    }
    return element("li", { class: row.skel ? "skel" : null }, name, track)
  })
  root.style.setProperty("--trin", percent(data.akse[1].ved - data.akse[0].ved))
  root.replaceChildren(element("div", { class: "hoved" }, element("span", {}, data.hoved), axis),
    element("ul", { "aria-label": data.alt }, ...rows))
}
