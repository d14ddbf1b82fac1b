// Draws the region's areas, as equal tiles or as a schematic map, in the colours and texts that Python sends.
// The geometry is fetched once; each area can be reached by pointer, by touch and by the arrow keys.

import { reached } from "./hand.js"
import { element, once, svg, type } from "./kit.js"
import { button, hatching, legend, plan, ruler, tileMap } from "./tile.js"

// A name in two lines where it has a hyphen or a space.
const nameLines = (name) => name.replace("-", "-\u200b").split(/\u200b| /)

// Whether an area is chosen, and its figure is its own.
const alone = (area) => area.valgt && !area.samlet

// Name and figure in an area of the map: both where there is room for them, else the figure, else nothing. The chosen
// area has both whatever its size, unless it shares its figure with its neighbours; it is then named by what the figure
// is of. `size` is the figure's type in the picture's units, `least` what can be read, `shape.r` the room around it.
function mapLabel(shape, area, size, least, frameWidth) {
  const names = nameLines(area.samlet || area.navn), small = Math.max(0.82 * size, least)
  const width = (text, type) => 0.53 * type * text.length
  const named = names.every((name) => width(name, small) < 2.8 * shape.r) && names.length * small + size < 2.2 * shape.r
  const figured = width(area.tekst, size) < 2.3 * shape.r && size < 1.9 * shape.r
  if (!alone(area) && !named && !figured) return null
  const lines = alone(area) || named ? names : []
  const half = Math.max(width(area.tekst, size), ...lines.map((line) => width(line, small))) / 2 + 6
  const x = Math.min(Math.max(shape.x, half), frameWidth - half)
  const text = svg("text", { class: "maerkat" + (area.daempet ? " daempet" : "") })
  lines.forEach((line, i) => text.append(svg("tspan", { x, dy: i ? small : 0, "font-size": small, class: "stednavn" }, line)))
  text.append(svg("tspan", { x, dy: lines.length ? size : 0, "font-size": size }, area.tekst))
  text.setAttribute("y", shape.y + 0.35 * size - (lines.length * small) / 2)
  if (area.farve) text.style.cssText = `fill: ${area.skrift}; stroke: ${area.farve}`
  return text
}

// Bows between areas that both are in the picture. Each bends to the left of its way, so that both ways are seen.
function bows({ buer = [], streger }, { omraader, maalestok, punkter }) {
  const end = (at) => {
    if (typeof at === "string") return omraader[at]
    const [x, y] = punkter(at) ?? []
    return x === undefined ? undefined : { x, y }
  }
  return buer.filter(([from, to]) => end(from) && end(to)).map(([from, to, width, stroke, tip, chooses]) => {
    const a = end(from), b = end(to), dx = b.x - a.x, dy = b.y - a.y
    const round = (value) => Math.round(10 * value) / 10
    const d = `M${a.x} ${a.y}q${round(dx / 2 + BEND * dy)} ${round(dy / 2 - BEND * dx)} ${round(dx)} ${round(dy)}`
    const bow = svg("path", { d, class: "bue", "stroke-width": round(width * maalestok), "data-tip": tip })
    if (chooses) bow.dataset.omraade = chooses
    bow.style.stroke = streger[stroke]
    return bow
  })
}

// What a box is of, a line for each part of it, in its upper corner.
function boxText({ x, y, bredde, tekst }, most) {
  const lines = tekst.split(", "), size = Math.min(most, (bredde - 16) / (0.5 * Math.max(...lines.map((line) => line.length))))
  const text = svg("text", { y: y + 4, "font-size": size, class: "rammetekst" })
  text.append(...lines.map((line) => svg("tspan", { x: x + 10, dy: size }, line)))
  return text
}

function picture(title, frame, shapes, data, hatch) {
  const drawing = svg("svg", { viewBox: `0 0 ${frame.bredde} ${frame.hoejde}`, role: "group", "aria-label": title })
  drawing.append(hatching(hatch))
  const labels = [], above = []
  for (const box of frame.rammer ?? []) {
    drawing.append(svg("rect", { x: box.x, y: box.y, width: box.bredde, height: box.hoejde, class: "ramme" }))
    if (box.tekst) above.push(boxText(box, frame.skrift))
  }
  for (const [id, shape] of shapes) {
    const area = data.omraader[id]
    if (!area) continue
    const group = button(id, area)
    group.append(svg("path", { d: shape.d, fill: area.farve ?? `url(#${hatch})` }))
    if (!data.cirkler.length && (alone(area) || !frame.andetsteds?.[id])) {
      const text = mapLabel(shape, area, frame.skrift, frame.mindst, frame.bredde)
      if (text && area.valgt) labels.push(text)
      else if (text) labels.unshift(text)
    }
    drawing.append(group)
  }
  drawing.append(...bows(data, frame))
  // Above every area, so that none covers another's label; the chosen one's is the last.
  drawing.append(...labels, ...above)
  for (const circle of data.cirkler) {
    const place = frame.punkter?.(circle)
    if (!place) continue
    const dot = svg("circle", { cx: place[0], cy: place[1], r: circle.r * frame.maalestok, class: "klinik" })
    dot.dataset.tip = circle.tekst
    if (circle.omraade) dot.dataset.omraade = circle.omraade // a click on it chooses the area below it
    drawing.append(dot)
    if (circle.antal) drawing.append(svg("text", { x: place[0], y: place[1] + frame.skrift / 3, "font-size": frame.skrift, class: "antal" }, circle.antal))
  }
  // The chosen area is drawn last, so that its outline is whole.
  const chosen = drawing.querySelector(".valgt")
  if (chosen) chosen.parentNode.insertBefore(chosen, drawing.querySelector(".bue, .maerkat, .rammetekst, circle"))
  return drawing
}

// How large a circle of radius 1 is in each frame.
const FRAMES = { kort: { maalestok: 1.9 }, udsnit: { maalestok: 3 } }
const BEND = 0.18 // how far to the side a bow bends, as a share of its length
const LEAST_TYPE = 0.72 // of the page's type
const SIDE_BY_SIDE = 530 // pixels, as the style sheet has it

// A tile map has a container of its own: how much its tiles say depends on its own width.
function tiles(data, geometry, root) {
  const wide = ruler(getComputedStyle(root).fontFamily)
  const common = plan(data.billeder.flatMap((each) => Object.values(each.omraader)), wide)
  const drawn = data.billeder.map((each, i) => {
    const title = each.titel ? element("figcaption", {}, each.titel) : null
    return element("figure", { class: "flisekort" }, title, tileMap(geometry.fliser, each, common, `skravering-${i}`, wide))
  })
  return data.medKort ? [...drawn, element("figure", { class: "smaakort" }, where(data, geometry.kort))] : drawn
}

// Where each tile lies: the same areas in the same colours, small. Whoever hears the tiles has heard all of it.
function where(data, frame) {
  const drawing = svg("svg", { viewBox: `0 0 ${frame.bredde} ${frame.hoejde}`, "aria-hidden": true }, hatching("skravering-hvor", 3))
  for (const box of frame.rammer ?? []) drawing.append(svg("rect", { x: box.x, y: box.y, width: box.bredde, height: box.hoejde, class: "ramme" }))
  const placed = Object.entries(frame.omraader).filter(([id]) => data.omraader[id]).map(([id, { d }]) => {
    const { farve, beskrivelse, valgt, egen, daempet } = data.omraader[id]
    const place = svg("path", { d, fill: farve ?? "url(#skravering-hvor)", class: "sted", "data-omraade": id, "data-tip": beskrivelse })
    for (const [name, is] of Object.entries({ valgt, egen, daempet })) place.classList.toggle(name, Boolean(is))
    return place
  })
  // Those with an outline are drawn last, so that it is whole.
  const outlined = (place) => 2 * place.classList.contains("valgt") + place.classList.contains("egen")
  drawing.append(...placed.sort((a, b) => outlined(a) - outlined(b)), svg("path", { class: "omrids" }))
  return drawing
}

function pictures(data, geometry, width) {
  const each = (width > SIDE_BY_SIDE ? width / 2 : width) || 400
  const least = LEAST_TYPE * parseFloat(getComputedStyle(document.documentElement).fontSize)
  return Object.entries(FRAMES).map(([name, look]) => {
    const mindst = (least * geometry[name].bredde) / each, frame = { ...geometry[name], mindst, skrift: Math.max(24, mindst) }
    // What the enlargement shows is named there; on the whole map its areas are too small.
    if (name === "kort") frame.andetsteds = geometry.udsnit.omraader
    const punkter = (c) => (c.omraade ? frame.omraader[c.omraade] && [frame.omraader[c.omraade].x, frame.omraader[c.omraade].y] : c[name])
    return picture(data.alt, { ...frame, ...look, punkter }, Object.entries(frame.omraader), data, `skravering-${name}`)
  })
}

// The areas as Python means them, from the short form in which they are sent: looks by their place in a list, and what is
// not so of an area left out.
function unpacked(data, names) {
  const billeder = data.billeder.map((each) => ({
    ...each,
    omraader: Object.fromEntries(Object.entries(each.omraader).map(([id, [tekst, rest, look, more]]) => {
      const navn = names[id], [farve, skrift, tegn] = data.udseender[look]
      return [id, { navn, tekst, beskrivelse: rest.replace(/^~/, navn), farve, skrift, tegn, ...more }]
    })),
  }))
  return { ...data, ...billeder[0], billeder }
}

// Only the legend stands on the screen; the picture is drawn when the page goes to paper.
function onPaper(root, draw) {
  root.querySelector(".billeder").replaceChildren()
  addEventListener("beforeprint", draw)
  return () => removeEventListener("beforeprint", draw)
}

const leaving = new WeakMap()

export async function draw({ data: sent, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".kort")
  const [geometry] = await Promise.all([once(sent.geometri), type(getComputedStyle(root).fontFamily)])
  const data = unpacked(sent, geometry.navne)
  root.classList.toggle("papir", Boolean(data.papir))
  root.classList.toggle("oeverst", Boolean(data.oeverst))
  leaving.get(root)?.()
  const end = data.papir ? onPaper(root, () => show(root, data, geometry, setTriggerValue)) : undefined
  leaving.set(root, end)
  root.querySelector(".signatur").replaceChildren(...legend(data.signatur))
  if (!data.papir) show(root, data, geometry, setTriggerValue)
  return end
}

function show(root, data, geometry, setTriggerValue) {
  const stage = root.querySelector(".billeder")
  const active = root.getRootNode().activeElement, focused = active?.dataset?.omraade
  const within = [...stage.children].findIndex((each) => each.contains(active))
  const drawn = data.billede === "fliser" ? tiles(data, geometry, root) : pictures(data, geometry, root.clientWidth)
  stage.replaceChildren(...drawn)
  stage.className = `billeder ${data.billede}${data.billeder.length > 1 ? " flere" : ""}${data.medKort ? " med-kort" : ""}`
  const areas = [...stage.querySelectorAll(".omraade")]
  const same = (a) => a.dataset.omraade === focused
  const entry = areas.find((a) => same(a) && stage.children[within]?.contains(a)) ?? areas.find(same) ?? areas.find((a) => a.classList.contains("valgt")) ?? areas[0]
  if (entry) entry.setAttribute("tabindex", 0)
  if (focused && entry) entry.focus()
  // The frame says by this size that the view is a projector's.
  root.classList.toggle("storskaerm", Boolean(getComputedStyle(root).getPropertyValue("--type")))
  reached(root, stage, (area) => setTriggerValue("valgt", data.omraader[area.dataset.omraade]?.valgt ? "" : area.dataset.omraade))
}
