// Says whether this browser draws WebGL, whether the map's place is narrow, and whether the window is tall, where that is
// not what is known (null: nothing is). One that was found not to draw is not asked again.

const NARROW = 520 // pixels
const TALL = 1000 // pixels of the window: a desktop's
const PATIENCE = 30000 // milliseconds for the map's script to come and draw
const SETTLED = 1000 // milliseconds until a map that is drawn anew stands

// Asked for once: each context costs memory, and browsers allow few.
let drawsWebGl
function webGl() {
  if (drawsWebGl === undefined) {
    const context = document.createElement("canvas").getContext("webgl2")
    drawsWebGl = Boolean(context)
    context?.getExtension("WEBGL_lose_context")?.loseContext()
  }
  return drawsWebGl
}

export async function draw({ data, parentElement, setTriggerValue }) {
  const place = () => document.querySelector(`.${data.kort}`)
  const width = () => place()?.clientWidth || parentElement.host?.parentElement?.clientWidth || innerWidth
  const say = (webgl) => {
    const smal = width() < NARROW, hoej = innerHeight >= TALL
    if (webgl !== data.webgl || smal !== data.smal || hoej !== data.hoej) setTriggerValue("evne", { webgl, smal, hoej })
  }
  const drawn = data.webgl ?? webGl()
  say(drawn)
  if (!drawn) return undefined
  // Areas that cannot be had, a script that is blocked or never comes, and a context that the browser takes back leave an
  // empty frame.
  fetch(data.geometri).then((answer) => answer.ok || say(false), () => say(false))
  const look = () => place()?.querySelector('[role="alert"]') && say(false)
  const failed = new MutationObserver(look)
  const late = setTimeout(() => place() && !place().querySelector("canvas") && say(false), PATIENCE)
  // A map that is drawn anew lets its old canvas' context go: what counts is a canvas that stays.
  const lost = ({ target }) => setTimeout(() => place()?.contains(target) && say(false), SETTLED)
  const wider = new ResizeObserver(() => say(true))
  if (place()) wider.observe(place())
  failed.observe(place()?.parentElement ?? document.body, { childList: true, subtree: true })
  look()
  addEventListener("webglcontextlost", lost, true)
  return () => {
    clearTimeout(late)
    wider.disconnect()
    failed.disconnect()
    removeEventListener("webglcontextlost", lost, true)
  }
}
