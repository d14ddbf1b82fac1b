// How every component is drawn: fetch its script and style, draw, and end what was begun with it. What does not arrive is
// asked for again, and then the place says so: a new version may have been put into service, or the network be away.
// Streamlit sends a component's own script with every message; so that is loader.js, which fetches this once.

const WAITS = [300, 1000, 3000] // milliseconds before each new try
const sheets = new Map()
const runs = new WeakMap()

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const address = (name, again) => new URL(again ? `${name}?igen=${again}` : name, document.baseURI).href

async function persistently(fetched, live) {
  for (let tried = 0; ; tried += 1) {
    try {
      return await fetched(tried)
    } catch (error) {
      dispatchEvent(new Event("kkr:mangler")) // a page from before a new edition loads itself (udgave.js)
      if (tried === WAITS.length || !live()) throw error
      await pause(WAITS[tried])
    }
  }
}

async function text(name, tried) {
  const answer = await fetch(address(name, tried))
  if (!answer.ok) throw new Error(`${answer.status}`)
  return answer.text()
}

// The same text for all of a kind; what failed is not remembered.
function sheet(name) {
  if (!sheets.has(name)) {
    const arriving = persistently((tried) => text(name, tried), () => true)
    arriving.catch(() => sheets.delete(name))
    sheets.set(name, arriving)
  }
  return sheets.get(name)
}

export function mount(component, scriptName, styleName) {
  const { parentElement } = component
  const before = runs.get(parentElement)
  const run = { ended: false, end: before?.end }
  if (before) before.ended = true
  runs.set(parentElement, run)
  const live = () => !run.ended
  const begin = async () => {
    try {
      const [module, css] = await Promise.all([persistently((tried) => import(address(scriptName, tried)), live), sheet(styleName)])
      if (!live()) return
      const place = parentElement.querySelector(".ikke-hentet")
      if (place) place.hidden = true
      parentElement.querySelector("style").textContent = css
      const end = await module.draw(component)
      // A run that came meanwhile draws on what this one began, and ends it with its own.
      const newest = runs.get(parentElement)
      if (newest && !newest.gone) newest.end = end ?? newest.end
      else end?.()
      parentElement.host?.setAttribute("data-tegnet", "")
    } catch (error) {
      if (!live()) return
      parentElement.host?.setAttribute("data-tegnet", "nej")
      console.warn(error)
      const place = parentElement.querySelector(".ikke-hentet")
      if (place) Object.assign(place, { hidden: false }).querySelector("button").onclick = () => location.reload()
    }
  }
  begin()
  return () => {
    run.ended = true
    const newest = runs.get(parentElement)
    newest?.end?.()
    if (newest) Object.assign(newest, { gone: true, end: undefined })
  }
}
