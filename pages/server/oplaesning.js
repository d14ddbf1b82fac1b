// What a screen reader hears when a view changes: the new finding, once, when the page has come to rest. Of another page it
// hears the page's name too.
//
// The finding is the page's first heading below its title. Streamlit draws it anew in silence, and a fragment, a slider or
// a link may all be what changed it: so it is looked at where it stands, whoever drew it.

// A script of the document shares its names with the others: these are its own.
{
  const EVERY = 300 // milliseconds between looks

  const voice = document.createElement("div")
  voice.className = "kkr-oplaesning"
  voice.setAttribute("role", "status")
  voice.style.cssText = "position:fixed;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap"

  const heading = (level) => [...document.querySelectorAll(`[data-testid="stMain"] [data-testid="stHeading"] ${level}`)]
    .find((each) => each.checkVisibility())?.textContent.trim() ?? ""
  const atRest = () => document.querySelector('[data-testid="stApp"]')?.getAttribute("data-test-script-state") === "notRunning"
  // A part of the page that says its own finding: it follows what is dragged, and has more to say of it.
  const saysItself = () => [...document.querySelectorAll('[data-testid="stBidiComponentIsolated"]')]
    .some(({ shadowRoot }) => shadowRoot?.querySelector(".sagt"))

  let known // the page's name and its finding, as they were last heard or read

  function look() {
    if (document.body && !voice.isConnected) document.body.append(voice) // only what stands there before it speaks is heard
    if (!atRest()) return
    const now = { page: heading("h1"), finding: heading("h2") }
    if (!now.page) return
    const turned = known && known.page !== now.page
    if (turned || (known && known.finding !== now.finding && !saysItself())) {
      voice.textContent = turned ? `${now.page}. ${now.finding}` : now.finding
    }
    known = now
  }

  setInterval(look, EVERY)
}
