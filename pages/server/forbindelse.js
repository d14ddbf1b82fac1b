// One line where the connection is away or never came: what is wrong, and who can mend it.
//
// The page lives over a WebSocket. Where only that is refused, the server's own health still answers: then it is the
// network between that must let it through. One that is neither opened nor closed yet tells nothing. Streamlit says
// nothing then, and a dialog over the page when it is lost.
//
// A phone that has slept, or a network that forgets what is silent, leaves a socket that looks open: what is sent goes
// nowhere, and the browser finds out after minutes. So the server is asked whether it is there when something has waited
// for an answer, and when the page has slept. What does not answer is given up, and Streamlit connects again.

// A script of the document shares its names with the others: these are its own.
{
  const EVERY = 500 // milliseconds between looks
  const LOST = 2000 // milliseconds away before it is said: a moment's break mends itself unseen
  const NEVER = 6000 // milliseconds from the page's opening until a connection should have come
  const SLOW = 2500 // milliseconds that something may wait for an answer before the server is asked
  const SILENT_FOR = 1000 // milliseconds without an answer to that after which it is told
  const DEAF = 4000 // milliseconds after which it is given up
  const SLEPT = 15000 // milliseconds between two looks of a page that has slept
  const TOLD = 10000 // milliseconds that a line about what is over stands

  const address = new URL("_stcore/stream", document.baseURI)
  const AWAY = "Forbindelsen er væk. Prøver igen …"
  const PENDING = "Venter på forbindelsen …"
  const SILENT = "Serveren svarer ikke. Prøver igen …"
  const REFUSED = `Netværket lukker for den forbindelse, som siden lever over. Bed it-afdelingen åbne for WebSocket til wss://${address.host}${address.pathname}.`
  const PRESS_AGAIN = "Forbindelsen er tilbage. Trykkede du på en knap imens, så tryk igen."

  // Streamlit's message that is answered at once, whatever else the server does (BackMsg.app_heartbeat).
  const ARE_YOU_THERE = new Uint8Array([0x88, 0x01, 0x01])

  let socket
  let waiting // since when something that was sent has had no answer
  let asked // since when the server has been asked whether it is there
  let unheard = false // something was sent, and the connection was lost before an answer
  let been = false // there has been a connection
  let refused = false // one was closed before it was open
  let again = false // there is one anew, and nobody has been told

  globalThis.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given)
      socket = this
      waiting = asked = undefined
      let open = false
      this.addEventListener("open", () => {
        open = true
        again = been
      })
      this.addEventListener("message", () => {
        if (socket === this) waiting = asked = undefined
      })
      this.addEventListener("close", () => {
        if (socket !== this) return
        refused ||= !open
        unheard ||= waiting !== undefined
        socket = waiting = asked = undefined
      })
    }

    send(content) {
      super.send(content)
      waiting ??= Date.now()
    }

    ask() {
      if (this.readyState !== WebSocket.OPEN || asked !== undefined) return
      super.send(ARE_YOU_THERE)
      asked = Date.now()
    }
  }

  const connected = () => document.querySelector('[data-testid="stApp"]')?.getAttribute("data-test-connection-state") === "CONNECTED"
  const deaf = (milliseconds) => asked !== undefined && Date.now() - asked > milliseconds

  const line = document.createElement("div")
  line.className = "kkr-forbindelse"
  line.setAttribute("role", "alert")
  line.style.cssText =
    "position:fixed;inset:auto 0 0 0;z-index:1000000;padding:.6rem 1rem;background:CanvasText;color:Canvas;" +
    'font:600 1rem/1.4 "Source Sans",system-ui,sans-serif;text-align:center'

  let since = Date.now()
  let looked = Date.now()
  let until = 0 // when a line about what is over is taken away

  const serverAnswers = () => fetch(new URL("_stcore/health", document.baseURI), { cache: "no-store" }).then((answer) => answer.ok, () => false)

  async function wrong() {
    if (been) return AWAY
    if (await serverAnswers()) return refused ? REFUSED : PENDING
    refused = false // nobody is there: that says nothing of the network
    return SILENT
  }

  function say(text) {
    if (line.textContent === text && line.isConnected) return
    line.textContent = text
    document.body.append(line)
  }

  function back() {
    if (again) dispatchEvent(new Event("kkr:tilbage"))
    if (unheard) {
      say(PRESS_AGAIN)
      until = Date.now() + TOLD
    }
    been = true
    again = unheard = false
    if (Date.now() > until) line.remove()
  }

  async function look() {
    const slept = Date.now() - looked > SLEPT
    looked = Date.now()
    if (socket && (slept || (waiting !== undefined && looked - waiting > SLOW))) socket.ask()
    // Streamlit does with it as if the browser had said so, and hears no more of this one.
    if (deaf(DEAF)) socket.dispatchEvent(new CloseEvent("close", { code: 1006 }))
    const silent = deaf(SILENT_FOR)
    document.documentElement.toggleAttribute("data-kkr-tavs", silent) // the components' connection.js reads it
    if (connected() && !silent) {
      since = Date.now()
      back()
      return
    }
    if (!silent && Date.now() - since <= (been ? LOST : NEVER)) return
    const text = await wrong()
    if (connected() && !deaf(SILENT_FOR)) return
    until = 0
    say(text)
  }

  setInterval(look, EVERY)
  document.addEventListener("visibilitychange", look)
}
