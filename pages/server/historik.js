// What the app writes in the address, and where in the browser's history.
//
// A page that is turned to has a bare address until it has said what its view is. That is one step and not two, or else
// the way back from it would lead to a view that nobody saw: what is written before anybody has touched the page takes
// the bare address's place. Back and forward open what the step's address says, so the answer writes the same address.
// Another comes from a step that is passed already, or from a press just before: it is left out, and when all is quiet
// the step is opened once more. A step whose address the app itself would never write is given up after a few times.

const QUIET = 500
const TRIES = 3

let since = "turned"
let tries = 0
let again
for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, () => (since = "touched"), { capture: true })
addEventListener("popstate", (event) => {
  clearTimeout(again)
  tries = event.isTrusted ? 0 : tries + 1
  since = tries < TRIES ? "returned" : "turned"
})

const [push, replace] = [history.pushState.bind(history), history.replaceState.bind(history)]
const write = (way) => (state, title, address) => {
  const { href, pathname } = new URL(address, document.baseURI)
  if (since === "returned") {
    clearTimeout(again)
    if (href === location.href) return
    again = setTimeout(() => since === "returned" && dispatchEvent(new PopStateEvent("popstate")), QUIET)
    return
  }
  const turns = pathname !== location.pathname
  if (turns) since = "turned"
  ;(since === "turned" && !turns ? replace : way)(state, title, address)
}
history.pushState = write(push)
history.replaceState = write(replace)
