// The tile map beside the rows, of one speciale: the tiles of `areas`, coloured by the change or by the result.

import { reached } from "./hand.js"
import { element, number, once, rounded, type } from "./kit.js"
import { legend, ruler, tileButton, tileMap } from "./tile.js"

const SIGN = 64, WORD = 42, CODE = 34 // type in the picture's units: a sign, a code, and both in one
const HATCH = "skravering-cockpit"

// How an area is shown; `seen` says what is shown, its classes and their colours.
function look(area, outcome, texts, seen, chosen) {
  const changing = seen.vis === "aendring", value = changing ? rounded(outcome.change, 1) : outcome.now
  const at = seen.kanter.filter((edge) => value >= edge).length, middle = seen.kanter.length / 2
  const same = changing && at === middle, known = Number.isFinite(value), [farve, skrift] = known ? seen.farver[at] : [null, ""]
  return {
    navn: area.navn, farve, skrift, valgt: area.id === chosen, samlet: "", prikker: 0,
    tekst: same ? "" : changing ? number(value, 1, true) : texts.pr,
    tegn: changing && known && !same ? (at > middle ? "▲" : "▼") : "",
    beskrivelse: `${area.navn}: ${texts.pr} ${seen.borgere} pr. kapacitet, ${texts.aendring} ${seen.mod}`,
  }
}

export async function picture(root, stage, geometry, choose) {
  const { fontFamily } = getComputedStyle(root)
  const [{ fliser }] = await Promise.all([once(geometry), type(fontFamily)])
  const wide = ruler(fontFamily)
  let map, drawing, shape
  const tiles = new Map()
  const areaOf = (place, of) => look(of.areas[place], of.outcomes[place], of.texts(place), of.seen, of.chosen)
  reached(root, stage, (tile) => choose(tile.dataset.omraade, tile.classList.contains("valgt")))

  function anew(areas, of) {
    const changing = of.seen.vis === "aendring", large = root.classList.contains("storskaerm")
    const common = { dotted: false, most: large ? CODE : changing ? SIGN : WORD, word: (area, tile) => (large ? area.tegn + tile.kode : changing ? area.tegn : tile.kode) }
    const active = root.getRootNode().activeElement?.dataset?.omraade
    map = { ...common, hatch: HATCH, wide }
    drawing = tileMap(fliser, { alt: of.alt, omraader: areas }, common, HATCH, wide)
    stage.replaceChildren(element("figure", { class: "flisekort" }, drawing))
    const entry = drawing.querySelector(active ? `[data-omraade="${active}"]` : ".valgt") ?? drawing.querySelector(".omraade")
    entry?.setAttribute("tabindex", 0)
    if (active) entry?.focus()
    root.querySelector(".signatur").replaceChildren(...legend(of.seen.signatur.map((tekst, at) => ({ farve: of.seen.farver[at][0], tekst }))))
  }

  function tile(id, area) {
    const says = JSON.stringify(area), old = drawing?.querySelector(`[data-omraade="${id}"]`)
    if (!old || tiles.get(id) === says) return
    tiles.set(id, says)
    const made = tileButton(id, fliser.omraader[id], area, map), focused = old.getRootNode().activeElement === old
    made.setAttribute("tabindex", old.getAttribute("tabindex"))
    old.replaceWith(made)
    if (focused) made.focus()
  }

  return {
    // Draw all tiles. `of` has the areas, what each comes to, its figures as text, and how they are seen.
    whole(of) {
      const areas = Object.fromEntries(of.areas.map((area, place) => [area.id, areaOf(place, of)]))
      const now = JSON.stringify([of.seen, of.chosen, root.classList.contains("storskaerm")])
      if (drawing && now === shape) {
        drawing.setAttribute("aria-label", of.alt)
        for (const [id, area] of Object.entries(areas)) tile(id, area)
        return
      }
      shape = now
      anew(areas, of)
      tiles.clear()
      for (const [id, area] of Object.entries(areas)) tiles.set(id, JSON.stringify(area))
    },
    // Draw one tile anew, as when its slider moves.
    one: (place, of) => tile(of.areas[place].id, areaOf(place, of)),
    none() {
      drawing = shape = null
      stage.replaceChildren()
      root.querySelector(".signatur").replaceChildren()
    },
  }
}
