// Fetches a component's script and style, lets it draw, and ends what it began. What does not arrive is asked for again
// with growing waits; then the component's place says so, with a button that tries once more.

const WAITS = [500, 1500, 4000]
const arriving = new Map()
const running = new WeakMap()

const address = (name, turn = 0) => {
  const url = new URL(name, document.baseURI)
  if (turn) url.searchParams.set("igen", `${Date.now()}`) // a browser may remember that a script failed
  return url.href
}
const fetched = async (name, turn) => {
  const answer = await fetch(address(name, turn))
  if (!answer.ok) throw new Error(`${answer.status}: ${name}`)
  return answer.text()
}
const ways = { script: (name, turn) => import(address(name, turn)), style: fetched, json: async (name, turn) => JSON.parse(await fetched(name, turn)) }

// One request for all that wait for the same; one that failed is forgotten.
function once(way, name, turn) {
  if (!arriving.has(name)) {
    const asked = ways[way](name, turn)
    arriving.set(name, asked)
    asked.catch(() => arriving.delete(name))
  }
  return arriving.get(name)
}

const rest = (wait, signal) => new Promise((go) => {
  const timer = setTimeout(go, wait)
  signal.addEventListener("abort", () => (clearTimeout(timer), go()), { once: true })
})

async function arrived(way, name, signal) {
  for (let turn = 0; ; turn += 1) {
    try {
      return await once(way, name, turn)
    } catch (fault) {
      if (signal.aborted || turn === WAITS.length) throw fault
      await rest(WAITS[turn], signal)
      if (signal.aborted) throw fault
    }
  }
}

function say(parent, again) {
  const place = document.createElement("div"), button = document.createElement("button")
  place.className = "hentefejl"
  place.setAttribute("role", "alert")
  place.style.cssText = "font-family: var(--st-font); color: var(--st-text-color); padding: 0.5rem 0"
  button.type = "button"
  button.textContent = "Prøv igen"
  button.style.cssText = "font: inherit; color: inherit; background: none; border: 1px solid; border-radius: 4px; cursor: pointer; min-height: 44px; padding: 0 1rem"
  button.onclick = again
  place.append("Denne del af siden kunne ikke vises. Hjælper det ikke at prøve igen, så genindlæs siden. ", button)
  parent.append(place)
}

export default function (component) {
  const { parentElement } = component
  running.get(parentElement)?.()
  const stop = new AbortController()
  let end
  const start = async () => {
    parentElement.querySelector(".hentefejl")?.remove()
    try {
      const [module, css] = await Promise.all([arrived("script", "SCRIPT", stop.signal), arrived("style", "STYLE", stop.signal)])
      if (stop.signal.aborted) return
      const style = parentElement.querySelector("style")
      if (style.textContent !== css) style.textContent = css
      const json = async (name) => arrived("json", name, stop.signal)
      const ends = await module.draw({ ...component, json, signal: stop.signal })
      if (stop.signal.aborted) ends?.()
      else end = ends
    } catch (fault) {
      if (stop.signal.aborted) return
      console.error(fault)
      say(parentElement, start)
    }
  }
  const finish = () => {
    stop.abort()
    end?.()
    end = undefined
    if (running.get(parentElement) === finish) running.delete(parentElement)
  }
  running.set(parentElement, finish)
  start()
  return finish
}
