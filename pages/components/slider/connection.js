// Whether the page is in touch with its server. Streamlit 1.67 says so on the app's own element, and whether a script
// runs there; what is sent while it is out of touch is lost.

const CONNECTED = "data-test-connection-state", RUNS = "data-test-script-state"
const SETTLED = 300 // milliseconds without a run: a session that is new begins with one, and hears nothing before it

const says = (name, otherwise) => document.querySelector('[data-testid="stApp"]')?.getAttribute(name) ?? otherwise
export const inTouch = () => says(CONNECTED, "CONNECTED") === "CONNECTED"

// `gone` is called when the connection is lost, and `back` when it is there again and what it began with has run.
export function watch(gone, back) {
  let away = !inTouch(), timer
  const look = () => {
    clearTimeout(timer)
    if (!inTouch()) {
      if (!away) gone()
      away = true
    } else if (away) {
      timer = setTimeout(() => {
        if (!inTouch() || says(RUNS, "notRunning") !== "notRunning") return
        away = false
        back()
      }, SETTLED)
    }
  }
  const watching = new MutationObserver(look), app = document.querySelector('[data-testid="stApp"]')
  if (app) watching.observe(app, { attributes: true, attributeFilter: [CONNECTED, RUNS] })
  return () => {
    clearTimeout(timer)
    watching.disconnect()
  }
}
