// The tile map: one equal tile an area. What a tile says depends on how wide the picture is (areas.css): whole name and
// figure, short name and figure, or one word. No text is wider than its tile: a long name is broken, or set smaller.

import { element, svg } from "./kit.js"

const WIDTH = 80, HEIGHT = 60, GAP = 4, ROOM = WIDTH - 4
const STRIP = 18 // what a row of dots makes a tile higher
// Type in the picture's units.
const NAME = 17.25, SHORT = 28.5, WORD = 42, SIGN = 64
const FIGURE = { wide: 22, narrow: 26.5, large: 28 }, COUNT = { wide: 16, narrow: 22 }
const LEAST_WORD = 37 // a figure set smaller than this cannot be read in the smallest picture

export const hatching = (id, scale = 1) => {
  const turned = `rotate(45) scale(${scale})`
  const pattern = svg("pattern", { id, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: turned })
  pattern.append(svg("rect", { width: 6, height: 6, class: "ukendt-bund" }), svg("rect", { width: 2, height: 6, class: "ukendt-streg" }))
  return svg("defs", {}, pattern)
}

// What is chosen by pointer, touch and key, and read aloud.
export const button = (id, area) => svg("g", {
  class: "omraade" + ["valgt", "daempet", "egen"].filter((name) => area[name]).map((name) => ` ${name}`).join(""),
  role: "button", tabindex: -1, "data-omraade": id, "aria-label": area.beskrivelse, "aria-pressed": Boolean(area.valgt),
})

// A name that is too long for a line is broken where it has a hyphen or a space, or where its tile says that it may be.
function nameLines(name, head, wide) {
  if (NAME * wide(name) <= ROOM) return [name]
  if (head && name.startsWith(head)) return [`${head}-`, name.slice(head.length)]
  return name.replace("-", "-\u200b").split(/\u200b| /)
}

// How wide a text is, in its own type size. Digits are all as wide as a nought.
const pen = document.createElement("canvas").getContext("2d")
export const ruler = (family) => (text, weight = 400) => {
  pen.font = `${weight} 100px ${family}`
  return pen.measureText(text.replace(/\d/g, "0")).width / 100
}

const fitted = (most, ...widths) => Math.min(most, ROOM / Math.max(...widths))

function text(kind, x, y, sizes, ...parts) {
  const made = svg("text", { x, y, class: kind }, ...parts)
  for (const [where, size] of Object.entries(sizes)) made.style.setProperty(`--${where}`, `${Math.round(10 * size) / 10}px`)
  return made
}

function fullName(area, tile, x, top, wide) {
  const lines = nameLines(area.navn, tile.deles_efter, wide), size = fitted(NAME, ...lines.map((line) => wide(line)))
  const first = top + 24 - 8 * (lines.length - 1)
  return text("navn fuldt", x, first, { bred: size }, ...lines.map((line, i) => svg("tspan", { x, dy: i && 16 }, line)))
}

function figure(area, x, top, wide) {
  const sign = area.tegn ? `${area.tegn} ` : "", own = wide(sign + area.tekst, 650)
  const shared = area.samlet ? 0.72 * wide(`${area.samlet} `, 450) : 0
  const sizes = { bred: fitted(FIGURE.wide, own + shared), smal: fitted(FIGURE.narrow, own), stor: fitted(FIGURE.large, own) }
  const of = area.samlet && svg("tspan", { class: "samlet" }, `${area.samlet} `)
  return text("tal", x, top + 54, sizes, of || null, sign + area.tekst)
}

// Clinics: a dot each, and their number.
function dots(count, x, top, wide) {
  const number = String(count), room = ROOM - 4 - COUNT.narrow * wide(number, 600)
  const pitch = Math.min(8.5, room / count), y = top + HEIGHT + STRIP / 2 - 3
  const start = x - (count * pitch + 4 + COUNT.wide * wide(number, 600)) / 2
  const group = svg("g", { class: "prikker" })
  for (let i = 0; i < count; i += 1) group.append(svg("circle", { cx: start + (i + 0.5) * pitch, cy: y, r: 0.38 * pitch }))
  group.append(text("antal-prikker", start + count * pitch + 4, y + 5.5, { bred: COUNT.wide, smal: COUNT.narrow }, number))
  return group
}

// What all tiles of pictures that stand together have in common: whether there are dots, and the one thing that each says
// in the smallest picture. Of a change that is whether it is up or down, else the figure where every figure can be read,
// else a code for the name.
export function plan(areas, wide) {
  const signed = areas.some((area) => area.tegn)
  const figured = areas.every((area) => fitted(WORD, wide(area.tekst, 650)) >= LEAST_WORD)
  return {
    dotted: areas.some((area) => area.prikker),
    most: signed ? SIGN : WORD,
    word: (area, tile) => (signed ? area.tegn : figured ? area.tekst : area.samlet || tile.kode),
  }
}

// One tile; `map` is what all tiles of a picture have in common.
export function tileButton(id, tile, area, { dotted, most, word, hatch, wide }) {
  const height = HEIGHT + (dotted ? STRIP : 0)
  const left = tile.kolonne * (WIDTH + GAP) + GAP / 2, top = tile.raekke * (height + GAP) + GAP / 2, x = left + WIDTH / 2
  const short = area.samlet || tile.forkortelse, single = word(area, tile), size = fitted(most, wide(single, 650))
  const group = button(id, area)
  group.classList.add("flise")
  if (area.tegn) group.classList.add("tegnet")
  group.style.cssText = area.farve ? `--blaek:${area.skrift}` : ""
  group.append(svg("rect", { x: left, y: top, width: WIDTH, height, rx: 3, fill: area.farve ?? `url(#${hatch})` }))
  if (!area.farve) {
    group.classList.add("ukendt")
    group.append(svg("path", { d: `M${left} ${top}h${WIDTH}v${height}h${-WIDTH}z`, class: "grov", fill: `url(#${hatch}-grov)` }))
  }
  group.append(
    fullName(area, tile, x, top, wide),
    text("navn forkortet", x, top + 25, { smal: fitted(SHORT, wide(short)) }, short),
    figure(area, x, top, wide),
    text("ord", x, top + height / 2 + 0.33 * size, { lille: size }, single),
  )
  if (area.prikker) group.append(dots(area.prikker, x, top, wide))
  return group
}

export function tileMap({ kolonner, raekker, omraader }, { alt, omraader: areas }, common, hatch, wide) {
  const map = { ...common, hatch, wide }, height = HEIGHT + (common.dotted ? STRIP : 0)
  const viewBox = `0 0 ${kolonner * (WIDTH + GAP)} ${raekker * (height + GAP)}`
  const drawing = svg("svg", { viewBox, role: "group", "aria-label": alt })
  // Hatching that can be seen in the smallest picture is too coarse for the others.
  drawing.append(hatching(hatch), hatching(`${hatch}-grov`, 3))
  for (const [id, tile] of Object.entries(omraader)) if (areas[id]) drawing.append(tileButton(id, tile, areas[id], map))
  // Those of the reader's own kommune and then the chosen one are drawn last, so that their outlines are whole.
  for (const outlined of [".egen", ".valgt"]) drawing.append(...drawing.querySelectorAll(outlined))
  return drawing
}

// What the colours stand for; what has no colour is hatched.
export const legend = (entries) => entries.map(({ farve, tekst }) => {
  const swatch = element("span", { class: farve ? null : "skraveret" })
  if (farve) swatch.style.background = farve
  return element("li", {}, swatch, tekst)
})
