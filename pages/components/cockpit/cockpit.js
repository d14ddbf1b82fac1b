// The scenario under the hand: three figures of each speciale, a row for each area with its slider and its place on a
// common scale, and the tile map beside them. While something is dragged all of it follows at once; what the server has
// worked out takes over when it comes.

import { gauges } from "./gauges.js"
import { element } from "./kit.js"
import { head, lane, name, ticks } from "./lanes.js"
import { ledger } from "./ledger.js"
import { before, keyFigures, outcome, told, unpacked, waits, written } from "./scenario.js"
import { picture } from "./tilemap.js"

const cockpits = new WeakMap()

// What the marks on the scale are.
const signs = () => element("p", { class: "tegn", "aria-hidden": "true" },
  ...[["foer", "uden nye"], ["efter", "nu"], ["forslag", "forslaget"], ["region", "regionen under ét"]]
    .flatMap(([kind, words]) => [element("span", { class: kind }), ` ${words} `]))

// What it is drawn in, before there is anything to draw.
function places() {
  const place = (kind, ...children) => element("div", { class: kind }, ...children)
  return place("cockpit", place("maalere"), place("liste"),
    place("billede", place("billeder"), element("ul", { class: "signatur", "aria-label": "Signaturforklaring" }),
      element("button", { type: "button", class: "skift" })),
    element("p", { class: "besked", role: "status" }), element("div", { class: "sagt", role: "status" }), element("div", { class: "tip", role: "status", hidden: "" }))
}

class Cockpit {
  constructor(root) {
    this.root = root
    this.rows = new Map()
    this.gauges = new Map()
    this.seen = {}
    const news = root.querySelector(".besked")
    this.book = ledger(() => this.data && this.all(), (words) => {
      if (news.textContent !== words) news.textContent = words
    })
    this.hand = {
      changed: this.book.changed,
      letGo: this.book.follow,
      seen: (slider) => this.moved(slider),
    }
    for (const place of ["maalere", "liste", "billede", "sagt", "skift"]) this[place] = root.querySelector(`.${place}`)
  }

  // What each area gets of the speciale at that place: where the sliders stand.
  given(at) {
    const { nr } = this.data.specialer[at]
    return this.data.omraader.map((area) => this.book.controls.get(name(nr, area.id))?.shown ?? area.nu[at])
  }

  // The figures as text: the server's, where the sliders stand as it has them.
  texts(at, given) {
    const { omraader: areas, specialer, mod } = this.data
    const speciale = specialer[at]
    return areas.every((area, place) => area.nu[at] === given[place]) ? speciale.sagt : told(areas, at, given, speciale, mod)
  }

  // One slider shows another value: its row, its tile, its speciale's figures and the region's line follow.
  moved(slider) {
    const { omraader: areas, specialer } = this.data
    const at = specialer.findIndex(({ nr }) => slider.startsWith(`k${nr}-`)), { nr } = specialer[at]
    if (nr !== this.speciale && this.both()) this.turn(nr)
    const place = areas.findIndex(({ id }) => name(nr, id) === slider), given = this.given(at)
    const result = outcome(areas[place], at, given[place], this.data.mod)
    const texts = { pr: written.per(result.now), aendring: written.change(result.change) }
    this.rows.get(areas[place].id).lanes[at].show(result, texts, this.scale(at, given))
    this.measure(at, given)
    if (this.map && nr === this.speciale) this.map.one(place, { ...this.pictured(at), outcomes: { [place]: result }, texts: () => texts })
  }

  scale(at, given) {
    const waiting = waits(this.data.omraader, at, given)
    return { highest: this.highest[at], compared: this.data.mod, people: this.data.borgere, waiting }
  }

  measure(at, given, texts = told(this.data.omraader, at, given, this.data.specialer[at], this.data.mod)) {
    const { nr } = this.data.specialer[at], key = keyFigures(this.data.omraader, at, given, this.data.specialer[at])
    for (const { lanes } of this.rows.values()) lanes[at].region.style.left = `${(100 * key.region) / this.highest[at]}%`
    this.gauges.get(nr).show(texts, key.share, this.data.ringest, this.data.specialer[at].note)
    this.root.classList.toggle(`venter-${at}`, waits(this.data.omraader, at, given))
  }

  pictured(at) {
    const { omraader: areas, vis, borgere, modtekst: mod, valgt: chosen, aendring } = this.data, { resultat, alt } = this.data.specialer[at]
    return { areas, chosen, alt, seen: { vis, borgere, mod, ...(vis === "aendring" ? aendring : resultat) } }
  }

  // Everything, as the sliders stand.
  all() {
    this.data.specialer.forEach((speciale, at) => {
      const given = this.given(at), texts = this.texts(at, given)
      const outcomes = this.data.omraader.map((area, place) => outcome(area, at, given[place], this.data.mod))
      this.data.omraader.forEach((area, place) => {
        const row = this.rows.get(area.id)
        row?.lanes[at].show(outcomes[place], { pr: texts.pr[place], aendring: texts.aendring[place] }, this.scale(at, given))
      })
      this.measure(at, given, texts)
      if (this.map && speciale.nr === this.speciale) {
        const of = { ...this.pictured(at), outcomes, texts: (place) => ({ pr: texts.pr[place], aendring: texts.aendring[place] }) }
        if (this.data.billede) this.map.whole(of)
        else this.map.none()
      }
    })
  }

  both() {
    return Boolean(getComputedStyle(this.root).getPropertyValue("--begge").trim())
  }

  // Show a speciale: its rows where there is no room for both, and its picture.
  turn(nr, tell = true) {
    this.speciale = nr
    this.data.specialer.forEach((each, at) => {
      this.root.classList.toggle(`viser-${at}`, each.nr === nr)
      this.gauges.get(each.nr).choose(each.nr === nr)
    })
    if (!tell) return
    this.book.ask("speciale", nr)
    this.all()
  }

  // The list: rows keep their order, and new ones come last.
  fill() {
    const { omraader: areas, raekker: wanted, specialer, hoejst, trin } = this.data
    const limits = { hoejst, trin, enhed: "kapaciteter" }
    for (const [id, { box }] of this.rows) {
      if (wanted.includes(id)) continue
      box.remove()
      this.rows.delete(id)
      for (const { nr } of specialer) {
        this.book.controls.get(name(nr, id)).end()
        this.book.controls.delete(name(nr, id))
      }
    }
    for (const id of wanted) {
      if (this.rows.has(id)) continue
      const area = areas.find((each) => each.id === id)
      const lanes = specialer.map((speciale, at) => lane(area, at, speciale, limits, this.hand))
      for (const { slider, made } of lanes) this.book.controls.set(slider.navn, made)
      const box = element("div", { class: "raekke", role: "group", "aria-label": area.navn, "data-raekke": id },
        element("span", { class: "navn" }, area.navn), ...lanes.map(({ box: each }) => each))
      this.rows.set(id, { box, lanes })
    }
    const order = wanted.map((id) => this.rows.get(id).box)
    order.forEach((box, place) => {
      if (this.list.children[place] !== box) this.list.insertBefore(box, this.list.children[place] ?? null)
    })
    const scales = JSON.stringify(this.highest)
    if (scales === this.scales) return
    this.scales = scales
    this.heads.replaceChildren(element("span", { class: "navn" }, "Område"),
      ...specialer.map((speciale, at) => head(speciale, at, this.highest[at], this.steps[at])))
  }

  begin() {
    const { specialer } = this.data
    this.list = element("div", { class: "raekker" })
    this.heads = element("div", { class: "raekke hoved", "aria-hidden": "true" })
    this.liste.replaceChildren(this.heads, this.list, signs())
    for (const speciale of specialer) this.gauges.set(speciale.nr, gauges(speciale, (nr) => this.turn(nr)))
    this.maalere.replaceChildren(...[...this.gauges.values()].map(({ box }) => box))
  }

  async draw(data, send) {
    const first = !this.data
    this.book.send = send
    const spoken = this.data && this.data.sagt !== data.sagt
    const chosen = this.data?.valgt !== data.valgt
    this.data = data
    this.highest = data.specialer.map((_, at) => Math.max(1, ...data.omraader.map((area) => before(area, at)).filter(Number.isFinite)))
    this.steps = this.highest.map(ticks)
    this.highest.forEach((highest, at) =>
      this.root.style.setProperty(`--trin-${data.specialer[at].nr}`, `${(100 * this.steps[at][1]) / highest}%`))
    if (first) this.begin()
    this.root.classList.toggle("storskaerm", Boolean(getComputedStyle(this.root).getPropertyValue("--type")))
    this.root.classList.toggle("uden-billede", !data.billede)
    this.fill()
    this.book.sliders = data.raekker.flatMap((id) => {
      const area = data.omraader.find((each) => each.id === id)
      return data.specialer.map(({ nr }, at) => ({ navn: name(nr, id), vaerdi: area.nu[at] }))
    })
    this.skift.textContent = data.vis === "aendring" ? "Vis resultat" : "Vis ændring"
    this.skift.onclick = () => this.book.ask("vis", data.vis === "aendring" ? "resultat" : "aendring")
    if (first || data.speciale !== this.asked) this.turn(data.speciale, false)
    this.asked = data.speciale
    this.book.follow()
    if (spoken) this.sagt.textContent = data.sagt
    for (const [id, { box }] of this.rows) box.classList.toggle("valgt", id === data.valgt)
    if (chosen && !first) this.rows.get(data.valgt)?.box.scrollIntoView({ block: "nearest" })
    if (!first) return
    const stage = this.billede.querySelector(".billeder")
    this.map = await picture(this.root, stage, data.geometri, (id, taken) => this.book.ask("valgt", taken ? "" : id))
    this.all()
  }
}

export async function draw({ data, parentElement, setTriggerValue }) {
  const cabin = parentElement.querySelector(".kabine"), root = cabin.firstChild ?? cabin.appendChild(places())
  if (!cockpits.has(root)) cockpits.set(root, new Cockpit(root))
  const cockpit = cockpits.get(root)
  await cockpit.draw(unpacked(data), setTriggerValue)
  return () => {
    cockpit.book.close()
    root.remove()
  }
}
