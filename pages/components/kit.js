// What the components' scripts have in common: elements, what is fetched once, figures and order as `dansk` has them.

const SVG = "http://www.w3.org/2000/svg"
const given = (value) => value !== undefined && value !== null

function filled(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) if (given(value)) made.setAttribute(key, value)
  made.append(...children.filter(given))
  return made
}

export const element = (name, attributes = {}, ...children) => filled(document.createElement(name), attributes, children)
export const svg = (name, attributes = {}, ...children) => filled(document.createElementNS(SVG, name), attributes, children)
export const link = (address, text, title) => element("a", { href: address, target: "_self", title, "aria-label": title }, text)

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches

// Lead a reader to a place: what reads aloud goes there too. A part that grows on the way, or after it, moves the place;
// it is followed until the reader does something.
let following
export function lead(target, block = "start") {
  target.setAttribute("tabindex", -1)
  target.style.outline = "none"
  target.focus({ preventScroll: true })
  following?.abort()
  following = new AbortController()
  const own = following, { signal } = own
  const grown = new ResizeObserver(() => target.scrollIntoView({ behavior: calm() ? "auto" : "smooth", block }))
  signal.onabort = () => grown.disconnect()
  for (let at = target; at; at = at.parentElement) grown.observe(at) // which reports a first time, and so begins
  const acts = ["wheel", "touchstart", "pointerdown", "keydown"]
  acts.forEach((act) => addEventListener(act, () => own.abort(), { capture: true, passive: true, signal }))
}

// Names as a Danish reader orders them: æ, ø, å last, and numbers by their size (dansk/alfabet.py).
const collator = new Intl.Collator("da", { numeric: true })
export const order = (one, other) => collator.compare(one, other)

// A figure as dansk/tal.py writes it: rounded as it is written, halves away from zero. The figure is given to the
// browser as text, since its binary number lies a little to one side of what was written.
const formats = new Map()
export function number(value, decimals = 0, sign = false) {
  if (!given(value) || Number.isNaN(value)) return "ikke oplyst"
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞"
  const key = `${decimals}${sign}`
  if (!formats.has(key)) {
    formats.set(key, new Intl.NumberFormat("da-DK", {
      minimumFractionDigits: decimals, maximumFractionDigits: decimals, roundingMode: "halfExpand",
      signDisplay: sign ? "exceptZero" : "negative",
    }))
  }
  return formats.get(key).format(String(value)).replace("-", "−")
}

// The figure that `number` writes.
export const rounded = (value, decimals = 0) => Number(number(value, decimals).replaceAll(".", "").replace(",", ".").replace("−", "-"))

// What is fetched once for all; what failed is asked for again, a few times now and anew the next time.
const WAITS = [300, 1000, 3000]
const fetched = new Map()
export function once(address) {
  const arriving = async () => {
    for (let tried = 0; ; tried += 1) {
      try {
        const answer = await fetch(new URL(tried ? `${address}?igen=${tried}` : address, document.baseURI))
        if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
        return await answer.json()
      } catch (error) {
        if (tried === WAITS.length) throw error
        await new Promise((resolve) => setTimeout(resolve, WAITS[tried]))
      }
    }
  }
  if (!fetched.has(address)) {
    const coming = arriving()
    coming.catch(() => fetched.delete(address))
    fetched.set(address, coming)
  }
  return fetched.get(address)
}

// The page's own type, for those that measure letters; one that is late may not hold a picture up.
const TYPE_WAIT = 300 // milliseconds
const types = new Map()
export function type(family) {
  if (!types.has(family)) {
    types.set(family, Promise.race([
      Promise.all([400, 650].map((weight) => document.fonts.load(`${weight} 16px ${family}`))).catch(() => {}),
      new Promise((resolve) => setTimeout(resolve, TYPE_WAIT)),
    ]))
  }
  return types.get(family)
}
