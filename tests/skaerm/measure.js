// What stands in the window: the pictures, the words outside them, what is cut off, and how small the letters are.
//
// `given.parts` says of each component's outermost class what it is ("tabel", a picture's name, or null); `given.charts`
// says of selectors which pictures they are. All lengths are in pixels of the window. Shadow trees are read as the eye reads them.
(given) => {
  const WIDTH = innerWidth, HEIGHT = innerHeight
  const LEAST = 40 // pixels each way: what is smaller is a mark and no picture
  const SLACK = 1.5 // pixels that a letter may reach beyond its advance
  const SHARE = 0.2 // of the window's size: a table with marks that is smaller is a table and no picture
  const MENU = '[data-testid="stHeader"], [data-testid="stSidebar"], nav, [role="navigation"]'
  const OPTIONS = '[role="radiogroup"], [role="listbox"], [role="tablist"], [data-testid="stButtonGroup"] button, ' +
    '[data-testid="stSelectbox"] [role="combobox"], [data-testid="stMultiSelectTagsContainer"]'
  const LABELS = "h3, .tilstand, .alder" // of a board: its cards and rows have sentences too, which are read as any other
  const MARKS = ".fyld:not(.ukendt), .efter, .vurdering, .varmefelt, .status"
  const SILENT = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "title", "desc", "defs"])
  const readable = /[\p{L}\p{N}]/u

  const children = (node) => {
    if (node.shadowRoot) return node.shadowRoot.childNodes
    const given = node.tagName === "SLOT" ? node.assignedNodes() : []
    return given.length ? given : node.childNodes
  }
  const isElement = (node) => node.nodeType === Node.ELEMENT_NODE
  const shown = (element) => {
    let box = element
    while (box && getComputedStyle(box).display === "contents") box = box.parentElement ?? box.getRootNode().host
    return Boolean(box?.checkVisibility({ opacityProperty: true })) && getComputedStyle(element).visibility === "visible"
  }
  function* inside(node) {
    for (const child of children(node)) {
      if (!isElement(child) || SILENT.has(child.tagName)) continue
      yield child
      yield* inside(child)
    }
  }
  const meet = (one, other) => ({
    left: Math.max(one.left, other.left), right: Math.min(one.right, other.right),
    top: Math.max(one.top, other.top), bottom: Math.min(one.bottom, other.bottom),
  })
  const area = ({ left, right, top, bottom }) => Math.max(0, right - left) * Math.max(0, bottom - top)
  const WINDOW = { left: 0, right: WIDTH, top: 0, bottom: HEIGHT }
  const tidy = (text) => text.replace(/[\u200b\u00ad]/g, "").replace(/\s+/g, " ").trim()
  const short = (text) => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

  // The pictures, and the tables that may belong to one.
  const pictures = [], tables = []
  const large = (box) => box.width >= LEAST && box.height >= LEAST
  const drawing = (element) => [...inside(element)].some((each) =>
    ["svg", "CANVAS", "IMG"].includes(each.tagName) && shown(each) && large(each.getBoundingClientRect()))
  const texted = (element) => [element, ...inside(element)].some((each) => shown(each) &&
    [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && readable.test(node.data)))
  const add = (list, element, kind) => {
    const box = element.getBoundingClientRect()
    if (large(box)) list.push({ element, kind, box })
  }
  const find = (element) => {
    if (!shown(element) && getComputedStyle(element).display !== "contents") return
    if (element.matches(MENU)) return
    const chart = Object.entries(given.charts).find(([selector]) => element.matches(selector))
    if (chart) {
      if (drawing(element)) add(pictures, element, chart[1])
      return
    }
    const named = (each) => [...each.classList].find((name) => name in given.parts)
    const root = element.shadowRoot && [...inside(element)].find(named) // what else has such a name stands inside it
    if (!root || !given.parts[named(root)]) {
      for (const child of children(element)) if (isElement(child)) find(child)
      return
    }
    if (element.getAttribute("data-tegnet") !== "") return // not drawn yet, or it could not be
    const kind = given.parts[named(root)]
    if (kind !== "tabel") {
      if (drawing(root) || texted(root)) add(pictures, root, kind)
      return
    }
    add(tables, root, kind)
  }
  find(document.body)
  for (const table of [...tables]) {
    const rows = [...inside(table.element)].filter((each) => each.matches("tbody tr:not(.gruppe)"))
    const marked = rows.filter((row) => row.querySelector(MARKS)).length
    const size = table.box.width * Math.min(table.box.height, HEIGHT)
    if (2 * marked < rows.length || !rows.length || size < SHARE * WIDTH * HEIGHT) continue
    pictures.push({ ...table, kind: "tabel med mærker" })
    tables.splice(tables.indexOf(table), 1)
  }
  // A table that stands beside a picture is read as part of it.
  const beside = ({ box }) => pictures.some((picture) => {
    const { top, bottom } = meet(meet(box, picture.box), { ...WINDOW, left: -Infinity, right: Infinity })
    const apart = box.left >= picture.box.right - 1 || box.right <= picture.box.left + 1
    const least = Math.min(...[box, picture.box].map((each) => Math.min(each.bottom, HEIGHT) - Math.max(each.top, 0)))
    return apart && least > 0 && bottom - top >= least / 2
  })
  const drawn = new Map([...pictures, ...tables.filter(beside)].map(({ element, kind }) => [element, kind]))

  // The text, from the outside in: what cuts it off, which box it stands in, and what it is part of.
  const words = { menu: [], billede: [], valg: [], tekst: [] }
  const texts = [], aloud = [], cut = [], headlines = []
  const told = new Set()
  let smallest = null, smallestDrawn = null
  const fault = (of, kind, text, top) => {
    if (told.has(of) || !readable.test(text)) return
    told.add(of)
    cut.push({ slags: kind, tekst: short(tidy(text)), y: Math.round(top) })
  }
  const scale = (element) => {
    if (element.ownerSVGElement) {
      const matrix = element.getScreenCTM()
      return matrix ? Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c)) : 1
    }
    if (!element.offsetWidth || !element.offsetHeight) return 1
    const { width, height } = element.getBoundingClientRect()
    const found = Math.sqrt((width * height) / (element.offsetWidth * element.offsetHeight))
    return Math.abs(found - 1) < 0.03 ? 1 : found
  }
  const measureType = (element, ctx, text) => {
    const size = parseFloat(getComputedStyle(element).fontSize) * scale(element.ownerSVGElement ? element : ctx.box ?? element)
    const found = { px: Math.round(10 * size) / 10, tekst: short(tidy(text)) }
    if (!smallest || size < smallest.size) smallest = { ...found, size }
    if (ctx.picture && (!smallestDrawn || size < smallestDrawn.size)) smallestDrawn = { ...found, size }
  }
  const within = (box, seen) => {
    const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2
    return box.width > 0 && box.height > 0 && x > seen.left && x < seen.right && y > seen.top && y < seen.bottom
  }
  const outer = document.createRange(), inner = document.createRange()

  // Whether a text is cut off, by its box or by the window. What can be scrolled to is said of what scrolls.
  const held = (node, element, ctx, place, text) => {
    const { clip } = ctx, half = 0.5 * Math.min(place.height, parseFloat(getComputedStyle(element).fontSize))
    const svg = element.ownerSVGElement ? element : null
    if (place.left < clip.left - SLACK || place.right > clip.right + SLACK) {
      const window = place.left < -SLACK || place.right > WIDTH + SLACK
      return fault(svg ?? ctx.box, window ? "vindue" : "kasse", text, place.top)
    }
    if (place.top < clip.top - half || place.bottom > clip.bottom + half) return fault(svg ?? ctx.box, "kasse", text, place.top)
    if (svg || !ctx.box) return undefined
    const { box } = ctx, style = getComputedStyle(box), edges = box.getBoundingClientRect()
    const rolls = (way) => ["auto", "scroll"].includes(way)
    const hides = (way) => ["hidden", "clip"].includes(way)
    const wide = box.clientWidth && box.scrollWidth > box.clientWidth + 1
    const high = box.clientHeight && box.scrollHeight > box.clientHeight + half
    if ((hides(style.overflowX) && wide) || (hides(style.overflowY) && high)) return fault(box, "kasse", text, place.top)
    const aside = place.left < edges.left - SLACK || place.right > edges.right + SLACK
    if (aside && !rolls(style.overflowX)) return fault(box, "kasse", text, place.top)
    if (place.bottom > edges.bottom + half && !rolls(style.overflowY)) return fault(box, "kasse", text, place.top)
    return undefined
  }

  const read = (node, element, ctx) => {
    const text = node.data
    if (!text.trim() || !shown(element)) return
    if (ctx.clip.hidden) {
      aloud.push(tidy(text))
      return
    }
    const first = text.search(/\S/), last = text.trimEnd().length
    outer.setStart(node, first)
    outer.setEnd(node, last)
    const place = outer.getBoundingClientRect()
    if (!place.width || !place.height) return
    if (place.right < 0 || place.bottom < 0) { // put beside the window for those who hear the page
      aloud.push(tidy(text))
      return
    }
    if (!ctx.code) ctx.block.parts.push(text)
    if (ctx.headline) ctx.headline.parts.push(text)
    if (!ctx.shut) held(node, element, ctx, place, text)
    const { seen } = ctx.clip
    if (place.bottom < seen.top || place.top > seen.bottom) return
    let any = false
    for (const word of text.matchAll(/\S+/g)) {
      if (!readable.test(word[0])) continue
      inner.setStart(node, word.index)
      inner.setEnd(node, word.index + word[0].length)
      if (!within(inner.getBoundingClientRect(), seen)) continue
      words[ctx.kind].push(word[0].replace(/[\u200b\u00ad]/g, ""))
      any = true
    }
    if (any) measureType(element, ctx, text)
  }

  // What is written in a field is part of the control, but it can be cut off.
  const pen = document.createElement("canvas").getContext("2d")
  const field = (element, ctx) => {
    const text = element.tagName === "SELECT" ? element.selectedOptions[0]?.text ?? "" : element.value || element.placeholder || ""
    const typed = ["text", "search", "number", "email", "url", "tel"].includes(element.type) || element.tagName !== "INPUT"
    if (!typed || !readable.test(text) || !shown(element) || ctx.clip.hidden) return
    texts.push([tidy(text), true])
    const style = getComputedStyle(element), place = element.getBoundingClientRect()
    if (element.tagName === "INPUT") {
      pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
      const room = element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
      if (pen.measureText(text).width > room + SLACK && room > 0) fault(element, "kasse", text, place.top)
    }
    if (within(place, ctx.clip.seen)) measureType(element, { ...ctx, box: element }, text)
  }

  // A tile of a picture: its texts stand in its one square.
  const tile = (group) => {
    const squares = [...group.children].filter((each) => each.tagName === "rect")
    if (squares.length !== 1 || group.firstElementChild !== squares[0]) return
    const edges = squares[0].getBoundingClientRect()
    for (const text of [...group.children].filter((each) => each.tagName === "text" && shown(each))) {
      const place = text.getBoundingClientRect()
      if (place.left < edges.left - SLACK || place.right > edges.right + SLACK) fault(text, "kasse", text.textContent, place.top)
    }
  }

  const sees = (element, style, clip, shut) => {
    const edges = element.getBoundingClientRect()
    const hides = (way) => ["hidden", "clip"].includes(way), rolls = (way) => ["auto", "scroll"].includes(way)
    const next = { ...clip }
    if (style.clipPath.startsWith("inset(50%") || /^rect\((0|1)px, (0|1)px/.test(style.clip)) next.hidden = true
    for (const [way, size, scrolled, low, high] of [
      [style.overflowX, "clientWidth", "scrollWidth", "left", "right"],
      [style.overflowY, "clientHeight", "scrollHeight", "top", "bottom"],
    ]) {
      if (way === "visible") continue
      if (hides(way) && edges[high] - edges[low] <= 2) next.hidden = true
      next.seen = { ...next.seen, [low]: Math.max(next.seen[low], edges[low]), [high]: Math.min(next.seen[high], edges[high]) }
      if (hides(way)) Object.assign(next, { [low]: Math.max(next[low], edges[low]), [high]: Math.min(next[high], edges[high]) })
      else if (rolls(way) && element[scrolled] > element[size] + 1) Object.assign(next, { [low]: -Infinity, [high]: Infinity })
    }
    if (rolls(style.overflowX) && element.scrollWidth > element.clientWidth + 2 && !shut && !next.hidden && shown(element)) {
      fault(element, "rulles", tidy(element.innerText || element.textContent), edges.top)
    }
    return next
  }

  const walk = (element, ctx) => {
    if (SILENT.has(element.tagName)) return
    const style = getComputedStyle(element), { display, position } = style
    if (display === "none") return
    const icon = element.dataset?.testid === "stIconMaterial" || style.fontFamily.includes("Material Symbols")
    const next = { ...ctx }
    const boxed = display !== "contents" && (display !== "inline" || element.tagName === "svg")
    if (element.matches(MENU)) next.kind = "menu"
    else if (drawn.has(element)) Object.assign(next, { picture: true, board: drawn.get(element) === "tavle" })
    if (next.picture && (!next.board || element.matches(LABELS)) && next.kind !== "menu") next.kind = "billede"
    else if (element.matches(OPTIONS) && ctx.kind === "tekst") next.kind = "valg"
    if (element.matches('[data-testid="stSidebar"]')) next.shut = true // it lies beside the window until it is opened
    if (["CODE", "PRE", "KBD"].includes(element.tagName)) next.code = true
    if (element.tagName === "H2" && next.kind !== "menu") {
      next.headline = { parts: [], top: element.getBoundingClientRect().top }
      headlines.push(next.headline)
    }
    for (const name of ["aria-label", "title", "alt", "placeholder"]) {
      const said = element.getAttribute(name)
      if (said && (shown(element) || ctx.clip.hidden)) aloud.push(tidy(said))
    }
    if (icon) return // its letters are the name of a sign
    const text = element.tagName === "text"
    if (boxed || text) {
      if (!element.ownerSVGElement && !text) next.box = element
      next.block = { parts: [] }
      texts.push(next.block)
    }
    if (boxed && !element.ownerSVGElement) {
      if (position === "fixed") next.clip = OPEN
      else if (position === "absolute") next.clip = ctx.holder
      next.clip = sees(element, style, next.clip, next.shut)
      if (position !== "static" || style.transform !== "none" || /paint|layout|strict|content/.test(style.contain)) next.holder = next.clip
    }
    if (element.tagName === "g") tile(element)
    if (["INPUT", "TEXTAREA", "SELECT"].includes(element.tagName)) {
      field(element, next)
      return
    }
    for (const child of children(element)) {
      if (child.nodeType === Node.TEXT_NODE) read(child, element, next)
      else if (isElement(child)) walk(child, next)
    }
  }
  const OPEN = { left: 0, right: WIDTH, top: -Infinity, bottom: Infinity, seen: WINDOW, hidden: false }
  walk(document.body, { kind: "tekst", clip: OPEN, holder: OPEN, box: null, block: { parts: [] } })

  const found = pictures.map(({ kind, box }) => ({
    slags: kind, begynder: Math.round(box.top), slutter: Math.round(box.bottom),
    fylder: Math.round((1000 * area(meet(box, WINDOW))) / (WIDTH * HEIGHT)) / 10,
  }))
  const plain = (size) => size && { px: size.px, tekst: size.tekst }
  return {
    billeder: found, ord: words, skaaret: cut,
    tekster: texts.map((of) => (Array.isArray(of) ? of[0] : tidy(of.parts.join("")))).filter(Boolean),
    oplaest: [...new Set(aloud)],
    overskrift: headlines.filter(({ top }) => top < HEIGHT).map((of) => tidy(of.parts.join(""))).find(Boolean) ?? null,
    mindste: plain(smallest), mindste_i_billedet: plain(smallestDrawn),
  }
}
