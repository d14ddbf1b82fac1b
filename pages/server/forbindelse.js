// One line where the connection is away or never came: what is wrong, and who can mend it.
//
// The page lives over a WebSocket. Where only that is refused, the server's own health still answers: then it is the
// network between that must let it through. Streamlit says nothing then, and a dialog over the page when it is lost.

// A script of the document shares its names with the others: these are its own.
{
  const EVERY = 500 // milliseconds between looks
  const LOST = 2000 // milliseconds away before it is said: a moment's break mends itself unseen
  const NEVER = 6000 // milliseconds from the page's opening until a connection should have come

  const address = new URL("_stcore/stream", document.baseURI)
  const AWAY = "Forbindelsen er væk. Prøver igen …"
  const SILENT = "Serveren svarer ikke. Prøver igen …"
  const REFUSED = `Netværket lukker for den forbindelse, som siden lever over. Bed it-afdelingen åbne for WebSocket til wss://${address.host}${address.pathname}.`

  const connected = () => document.querySelector('[data-testid="stApp"]')?.getAttribute("data-test-connection-state") === "CONNECTED"

  const line = document.createElement("div")
  line.className = "kkr-forbindelse"
  line.setAttribute("role", "alert")
  line.style.cssText =
    "position:fixed;inset:auto 0 0 0;z-index:1000000;padding:.6rem 1rem;background:CanvasText;color:Canvas;" +
    'font:600 1rem/1.4 "Source Sans",system-ui,sans-serif;text-align:center'

  let since = performance.now()
  let been = false

  const serverAnswers = () => fetch(new URL("_stcore/health", document.baseURI), { cache: "no-store" }).then((answer) => answer.ok, () => false)

  async function wrong() {
    if (been) return AWAY
    return (await serverAnswers()) ? REFUSED : SILENT
  }

  async function look() {
    if (connected()) {
      been = true
      since = performance.now()
      line.remove()
    } else if (performance.now() - since > (been ? LOST : NEVER)) {
      const text = await wrong()
      if (connected()) return
      if (line.textContent !== text || !line.isConnected) {
        line.textContent = text
        document.body.append(line)
      }
    }
  }

  setInterval(look, EVERY)
}
