// What the app writes in the address, and where in the browser's history.
//
// A page that is turned to has a bare address until it has said what its view is. That is one step and not two, or else
// the way back from it would lead to a view that nobody saw: what is written before anybody has touched the page takes
// the bare address's place. Back and forward open what the step's address says; what is written then comes from a step
// that may be passed already, and nothing may be written over this one.

let since = "turned"
for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, () => (since = "touched"), { capture: true })
addEventListener("popstate", () => (since = "returned"))

const [push, replace] = [history.pushState.bind(history), history.replaceState.bind(history)]
history.replaceState = (...step) => {
  if (since !== "returned") replace(...step)
}
history.pushState = (state, title, address) => {
  if (since === "returned") return
  const turns = new URL(address, document.baseURI).pathname !== location.pathname
  if (turns) since = "turned"
  ;(since === "turned" && !turns ? replace : push)(state, title, address)
}
