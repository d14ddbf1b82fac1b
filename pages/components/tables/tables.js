// A plain table that can be sorted, searched by a screen reader and operated by keys: what a canvas table is not.
// Python sends each cell as text, with a value to sort by, and where wanted a bar, a mark or a link.

import { element, link, order } from "./kit.js"

// The line that a column is held against. It moves for all rows at once, and no row is drawn anew for that.
function line(column) {
  if (column.linje === undefined || column.linje === null) return null
  const made = element("span", { class: "linje", title: column.linjetekst })
  made.style.left = `var(--linje-${column.id})`
  return made
}

// Before and after on one scale: a grey ring, a filled dot, and the way between them; and the proposal, a diamond.
function pair(cell, column) {
  const track = element("span", { class: "soejle par" })
  if (!cell.p) return track
  const [before, after, proposed] = cell.p.map((share) => 100 * share)
  const way = element("span", { class: "vej" }), ring = element("span", { class: "foer" }), dot = element("span", { class: "efter" })
  way.style.left = `${Math.min(before, after)}%`
  way.style.width = `${Math.abs(after - before)}%`
  ring.style.left = `${before}%`
  dot.style.left = `${after}%`
  dot.style.background = cell.f
  way.style.background = `color-mix(in srgb, ${cell.f} 50%, transparent)`
  const diamond = proposed === undefined ? null : element("span", { class: "forslag" })
  if (diamond) diamond.style.left = `${proposed}%`
  track.append(...[way, ring, diamond, dot, line(column)].filter((part) => part !== null))
  return track
}

// A status: its sign and its word, in its colour.
function status(cell) {
  const made = element("span", { class: "status" }, element("span", { "aria-hidden": "true" }, cell.s.tegn), ` ${cell.t}`)
  if (cell.s.farve) Object.assign(made.style, { background: cell.s.farve, borderColor: cell.s.farve, color: cell.s.skrift })
  return made
}

// An assessment: filled marks out of five, an empty frame where there is no positive effect, hatching where nobody has
// assessed it. What is interpreted, and what gets worse, has a sign of its own.
function rating(cell) {
  const { kind, stars, tekst, tolket, ringere, op_til: most } = cell.r
  const box = element("span", { class: `vurdering ${kind}`, role: "img", "aria-label": tekst, title: tekst })
  if (most) for (let i = 1; i <= 5; i += 1) box.append(element("i", { class: i <= most ? "maaske" : null }))
  else if (stars) for (let i = 1; i <= 5; i += 1) box.append(element("i", { class: i <= stars ? "fuld" : null }))
  else box.append(element("b", {}, cell.t))
  if (tolket) box.append(element("sup", {}, "t"))
  if (ringere) box.append(element("em", {}, "▼"))
  return box
}

// The same as a heat table has it: the figure on the colour of so many stars, which fills the cell.
function heat(cell) {
  const { kind, stars, tekst, ringere, op_til: most } = cell.r
  const box = element("span", { class: `varmefelt ${kind}`, role: "img", "aria-label": tekst, title: tekst })
  const colour = most ?? stars
  if (colour) {
    box.style.setProperty("--felt", `var(--varme-${colour})`)
    box.style.setProperty("--blaek", `var(--varmeblaek-${colour})`)
  }
  if (most) box.classList.add("uafgjort")
  box.append(element("b", {}, most ? `0/${most}` : stars ? String(stars) : cell.t))
  if (ringere) box.append(element("em", {}, "▼"))
  return box
}

// Where one figure of a column has a mark, the others keep room for one, so that all stand in line.
function cellContent(cell, column, marked) {
  if (cell.r) return [column.art === "varme" ? heat(cell) : rating(cell)]
  const text = cell.l ? link(cell.l, cell.t) : cell.s ? status(cell) : cell.t
  const mark = cell.m ? link(cell.m.link, cell.m.tegn, cell.m.tekst) : marked && column.art !== "tekst" ? element("span") : null
  if (mark) mark.className = `maerke ${cell.m?.art ?? ""}`
  const note = cell.o ? element("span", { class: "note" }, cell.o) : null
  if (column.art === "par") return [element("span", { class: "tal" }, text, mark), pair(cell, column)]
  if (column.art !== "soejle") return [text, mark, note].filter((part) => part !== null)
  const bar = element("span", { class: "soejle" })
  if (cell.b !== undefined && cell.b !== null) {
    const fill = element("span", { class: "fyld" })
    const zero = cell.n ?? 0
    fill.style.left = `${100 * Math.min(zero, cell.b)}%`
    fill.style.width = `${100 * Math.abs(cell.b - zero)}%`
    if (zero) fill.style.minWidth = "3px" // an interval without length is still seen
    if (cell.f) fill.style.background = cell.f
    bar.append(fill)
  } else bar.append(element("span", { class: "fyld ukendt" }))
  const held = line(column)
  if (held) bar.append(held)
  return [element("span", { class: "tal" }, text, mark), bar]
}

// A long text, or one that is no figure, breaks even in a column of figures; a short one shares a line with others on a card.
const FIGURE = /[\d∞]/
const extent = (text, kind) => (text.length > 14 || (kind === "tal" && !FIGURE.test(text)) ? " lang" : text.length < 13 ? " kort" : "")

const sortable = (cell) => (cell.u ? null : cell.v ?? cell.t)

const compare = (index, direction) => (a, b) => {
  const [x, y] = [sortable(a.celler[index]), sortable(b.celler[index])]
  if (x === null || x === undefined) return y === null || y === undefined ? 0 : 1
  if (y === null || y === undefined) return -1
  return direction * (typeof x === "number" && typeof y === "number" ? x - y : order(x, y))
}

const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" }
const CARDS_AT_ONCE = 25
const ACROSS = 9

// On a phone each row is a card. Laid out so, the elements lose their meaning as a table unless it is written out.
function asCards(root, table, data) {
  root.classList.toggle("somkort", Boolean(data.kort))
  root.querySelector(".flere")?.remove()
  if (!data.kort) return
  for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, td")]) part.setAttribute("role", ROLES[part.tagName])
  for (const head of table.querySelectorAll("th")) head.setAttribute("role", head.scope === "col" ? "columnheader" : "rowheader")
  for (const row of table.tBodies[0].rows) [...row.cells].forEach((cell, i) => cell.setAttribute("data-navn", data.kolonner[i].tekst))
  const rows = [...table.tBodies[0].rows]
  if (rows.length <= CARDS_AT_ONCE) return
  const more = element("button", { type: "button", class: "flere" })
  const show = (count) => {
    root.dataset.vist = count
    rows.forEach((row, i) => row.classList.toggle("gemt", i >= count))
    more.hidden = count >= rows.length
    more.textContent = `Vis flere (${rows.length - count} tilbage)`
  }
  more.onclick = () => {
    const next = Number(root.dataset.vist)
    show(next + CARDS_AT_ONCE)
    const button = rows[next].querySelector("button, a")
    button?.focus()
  }
  show(Number(root.dataset.vist) || CARDS_AT_ONCE)
  root.append(more)
}

// What many cells have alike, a colour or a mark, was sent once.
function unpacked(data) {
  const look = ({ f, m, ...cell }) => ({
    ...cell,
    f: data.udseender[f],
    m: m && (([tegn, tekst, art]) => ({ tegn, tekst, art, link: m[1] }))(data.udseender[m[0]]),
  })
  return { ...data, raekker: data.raekker.map((row) => ({ ...row, celler: row.celler.map(look) })) }
}

const drawn = new WeakMap()

// What is made once for a table, and kept while its figures change.
function begin(root) {
  const frame = root.querySelector(".rulle")
  const caption = element("caption"), head = element("thead"), body = element("tbody")
  const table = element("table", {}, caption, head, body)
  frame.replaceChildren(table)
  // A cell that stays while others scroll is a layer of its own to the browser: only where there is something to scroll.
  const width = new ResizeObserver(() => frame.classList.toggle("bred", frame.scrollWidth > frame.clientWidth + 1))
  width.observe(table)
  const state = { frame, table, caption, head, body, width, rows: new Map(), shape: "" }
  drawn.set(root, state)
  return state
}

function heading(column, index, sorted, direction, data, state) {
  const head = element("th", { scope: "col", class: column.art + (column.ubrudt ? " ubrudt" : ""), title: column.hjaelp })
  if (!data.sortering) {
    head.append(column.tekst)
    return head
  }
  head.setAttribute("aria-sort", index !== sorted ? "none" : direction < 0 ? "descending" : "ascending")
  const arrow = index !== sorted ? "" : direction < 0 ? "\u00a0↓" : "\u00a0↑"
  const button = element("button", { type: "button", "data-fokus": `h-${column.id}` }, column.tekst + arrow)
  button.onclick = () => state.send("sorter", { kolonne: column.id, faldende: index === sorted ? direction > 0 : column.art !== "tekst" })
  head.append(button)
  return head
}

function drawRow(row, chosen, marked, data, state) {
  if (row.overskrift) return element("tr", { class: "gruppe" }, element("th", { scope: "rowgroup", colspan: data.kolonner.length }, row.overskrift))
  const cells = row.celler.map((cell, index) => {
    const column = data.kolonner[index], unbroken = column.ubrudt ? " ubrudt" : ""
    if (index) return element("td", { class: column.art + unbroken + (cell.u ? " ukendt" : "") + extent(cell.t, column.art) }, ...cellContent(cell, column, marked[index]))
    const head = element("th", { scope: "row", class: unbroken.trim() || undefined })
    if (row.id && data.vaelges) {
      const button = element("button", { type: "button", "aria-pressed": chosen, "data-fokus": `r-${row.id}` }, cell.t)
      button.onclick = () => state.send("valgt", chosen ? "" : row.id)
      head.append(button)
    } else head.append(...cellContent(cell, column, marked[index]))
    return head
  })
  return element("tr", { class: [chosen ? "valgt" : "", row.klasse ?? ""].join(" ").trim() || undefined }, ...cells)
}

// Rows that say what they said before are kept as they are, so that a moved slider draws only what it changed.
function fill(rows, marked, data, state) {
  const shape = JSON.stringify([data.kolonner.map(({ linje, ...column }) => [column, typeof linje]), data.vaelges, marked, data.kort])
  if (shape !== state.shape) state.rows = new Map()
  state.shape = shape
  const kept = new Map()
  for (const row of rows) {
    const chosen = Boolean(row.id) && row.id === data.valgt
    let key = JSON.stringify([row, chosen])
    while (kept.has(key)) key += " "
    kept.set(key, state.rows.get(key) ?? drawRow(row, chosen, marked, data, state))
  }
  state.rows = kept
  const wanted = [...kept.values()], still = new Set(wanted)
  for (const old of [...state.body.rows]) if (!still.has(old)) old.remove()
  wanted.forEach((row, at) => {
    if (state.body.rows[at] !== row) state.body.insertBefore(row, state.body.rows[at] ?? null)
  })
}

export async function draw({ data: sent, parentElement, setTriggerValue }) {
  const data = unpacked(sent)
  const root = parentElement.querySelector(".tabel")
  const state = drawn.get(root) ?? begin(root)
  const { frame, table } = state
  state.send = setTriggerValue
  const focus = root.getRootNode().activeElement?.dataset?.fokus
  const sorted = data.sortering ? data.kolonner.findIndex((c) => c.id === data.sortering.kolonne) : -1
  const direction = data.sortering?.faldende ? -1 : 1
  const inOrder = compare(sorted, direction)
  const groups = [...new Set(data.raekker.map((row) => row.gruppe))]
  const within = (a, b) => groups.indexOf(a.gruppe) - groups.indexOf(b.gruppe)
  const rows = sorted < 0 ? data.raekker : [...data.raekker].sort((a, b) => within(a, b) || inOrder(a, b))
  const headed = rows.flatMap((row, i) => (row.gruppe && row.gruppe !== rows[i - 1]?.gruppe ? [{ overskrift: row.gruppe }, row] : [row]))
  const marked = data.kolonner.map((_, index) => rows.some((row) => row.celler[index].m))
  table.classList.toggle("sorteres", Boolean(data.sortering))
  for (const { id, linje } of data.kolonner) if (typeof linje === "number") table.style.setProperty(`--linje-${id}`, `${100 * linje}%`)
  state.caption.textContent = data.alt
  state.head.replaceChildren(element("tr", {}, ...data.kolonner.map((column, index) => heading(column, index, sorted, direction, data, state))))
  fill(headed, marked, data, state)
  frame.style.setProperty("--hoejde", data.hoejde ? `${data.hoejde}px` : "none")
  frame.classList.toggle("hoej", Boolean(data.hoejde))
  frame.setAttribute("aria-label", data.alt)
  root.classList.toggle("taet", Boolean(data.taet))
  root.classList.toggle("varmetabel", Boolean(data.varme))
  root.classList.toggle("stort", Boolean(data.stort))
  for (const [at, [ground, ink]] of (data.varme ?? []).entries()) {
    root.style.setProperty(`--varme-${at + 1}`, ground)
    root.style.setProperty(`--varmeblaek-${at + 1}`, ink)
  }
  // Paper has smaller letters for more columns, and lies across for many.
  root.style.setProperty("--kolonner", data.kolonner.length)
  root.getRootNode().host?.toggleAttribute("data-bred", data.kolonner.length > ACROSS)
  asCards(root, table, data)
  if (focus && root.getRootNode().activeElement?.dataset?.fokus !== focus) frame.querySelector(`[data-fokus="${focus}"]`)?.focus()
  return () => {
    state.width.disconnect()
    drawn.delete(root)
  }
}
