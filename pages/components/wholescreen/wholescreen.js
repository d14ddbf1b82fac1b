// A button that lets a picture fill the screen; Escape or a click anywhere takes it away again.

export function draw({ data, parentElement }) {
  const [open, dialog, picture] = [".vis", "dialog", "img"].map((name) => parentElement.querySelector(name))
  // The box that the button stands in would close too, if it heard the key: the window hears it first.
  const key = (event) => {
    // What is closed says so a little later: a key that comes meanwhile is the box's.
    if (event.key !== "Escape" || !dialog.open) return
    event.stopImmediatePropagation()
    event.preventDefault()
    if (event.type === "keyup") dialog.close()
  }
  const hear = (change) => ["keydown", "keyup"].forEach((type) => window[change](type, key, true))
  open.textContent = data.knap
  picture.src = data.billede
  picture.alt = dialog.ariaLabel = data.alt
  open.onclick = () => {
    dialog.showModal()
    hear("addEventListener")
  }
  dialog.onclick = () => dialog.close()
  dialog.onclose = () => hear("removeEventListener")
  return () => {
    dialog.close()
    hear("removeEventListener")
  }
}
