// A new edition that was put into service while the page stood open: what the browser runs no longer fits what the server
// sends, and scripts that it has not fetched yet may be gone. Then the page loads itself once: its address is its view.
//
// The server is asked when the connection is back, and when a script does not come. What was moved meanwhile is sent
// first: the page is loaded when the server has been at rest for a while.

// A script of the document shares its names with the others: these are its own.
{
  const EVERY = 250 // milliseconds between looks
  const REST = 2000 // milliseconds without a run before the page is loaded
  const SOON = 500 // and where a part of it is missing: the run has written the address when it has ended
  const LATE = 15000 // milliseconds after which it is loaded all the same
  const LOADED_FOR = "kkr-udgave"

  const opened = document.querySelector('meta[name="kkr-udgave"]')?.content
  const runs = () => document.querySelector('[data-testid="stApp"]')?.getAttribute("data-test-script-state") !== "notRunning"

  let asked = false
  let missing = false // one of Streamlit's own scripts did not come: it does not ask again

  // Undefined without an answer, and where something else answers, as the way to a login.
  const served = async () => {
    const answer = await fetch(new URL("udgave", document.baseURI), { cache: "no-store" }).catch(() => undefined)
    const text = answer?.ok ? await answer.text() : ""
    return /^[0-9a-f]{12}$/.test(text) ? text : undefined
  }

  // Once for each reason: a page that cannot be mended stands still.
  function first(reason) {
    try {
      if (sessionStorage.getItem(LOADED_FOR) === reason) return false
      sessionStorage.setItem(LOADED_FOR, reason)
      return true
    } catch {
      return false // a browser that keeps nothing: it could go on for ever
    }
  }

  const rest = (milliseconds) =>
    new Promise((done) => {
      let waited = 0
      let still = 0
      const looking = setInterval(() => {
        waited += EVERY
        still = runs() ? 0 : still + EVERY
        if (still < milliseconds && waited < LATE) return
        clearInterval(looking)
        done()
      }, EVERY)
    })

  // Without an answer there is no connection: it is asked again when that is back.
  async function look(hurry = false) {
    if (asked || !opened) return
    asked = true
    const now = await served()
    const other = now && (now !== opened || missing)
    if (other) await rest(hurry ? SOON : REST)
    asked = false
    if (other && first(now === opened ? `${now} mangler` : now)) location.reload()
  }

  addEventListener("kkr:tilbage", () => look())
  addEventListener("kkr:mangler", () => look(true)) // a component's: its place asks for it again, and says so in the end
  addEventListener("vite:preloadError", () => {
    missing = true
    look(true)
  })
}
