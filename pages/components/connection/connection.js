// Whether the page is in touch with its server. Streamlit 1.67 says so on the app's own element, and whether a script
// runs there; the document says when a connection that looks open gives no answer (pages/server/forbindelse.js). What is
// sent while it is out of touch is lost. A server that has begun anew knows nothing of the page, and
// answers none of its parts until the whole has been run: that is asked for, where Streamlit does not do so itself.

const CONNECTED = "data-test-connection-state", RUNS = "data-test-script-state", SILENT = "data-kkr-tavs"
const SETTLED = 300 // milliseconds without a run: a session that is new begins with one, and hears nothing before it
const LATE = 10000 // milliseconds: a run that was asked for and has not begun by then is waited for no more

const app = () => document.querySelector('[data-testid="stApp"]')
const says = (name, otherwise) => app()?.getAttribute(name) ?? otherwise
const atRest = () => says(RUNS, "notRunning") === "notRunning"
export const inTouch = () => says(CONNECTED, "CONNECTED") === "CONNECTED" && !document.documentElement.hasAttribute(SILENT)

const told = new Set()
let watching, timer, away, ran, asked, run

// It is there, and nothing has run for a while: ask for a run, or tell all that it is back when there has been one.
function rested() {
  if (run && !ran && !asked) {
    asked = true
    timer = setTimeout(rested, LATE)
    run()
    return
  }
  away = false
  for (const { back } of told) back()
}

function look() {
  clearTimeout(timer)
  if (!inTouch()) {
    if (!away) for (const { gone } of told) gone()
    away = true
    ran = asked = false
  } else if (away) {
    ran ||= !atRest()
    if (atRest()) timer = setTimeout(rested, asked && !ran ? LATE : SETTLED)
  }
}

// `gone` is called when the connection is lost, and `back` when it is there again and what it began with has run.
export function watch(gone, back) {
  const each = { gone, back }
  told.add(each)
  if (!watching) {
    away = !inTouch()
    ran = asked = false
    watching = new MutationObserver(look)
    if (app()) watching.observe(app(), { attributes: true, attributeFilter: [CONNECTED, RUNS] })
    watching.observe(document.documentElement, { attributes: true, attributeFilter: [SILENT] })
  }
  return () => {
    told.delete(each)
    if (told.size) return
    clearTimeout(timer)
    watching.disconnect()
    watching = undefined
  }
}

let end
export function draw({ setTriggerValue }) {
  run = () => setTriggerValue("igen", true)
  end ??= watch(() => {}, () => {})
  return () => {
    end?.()
    end = run = undefined
  }
}
