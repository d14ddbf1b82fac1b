// A button that lets a picture fill the screen; Escape or a click anywhere takes it away again.

let shown

// The box that the button stands in would close too, if it heard the key: the window hears it first. What is closed
// says so a little later, so it is asked: a key that comes meanwhile is the box's.
function key(event) {
  if (event.key !== "Escape" || !shown?.open) return
  event.stopImmediatePropagation()
  event.preventDefault()
  if (event.type === "keyup") shown.close()
}
for (const act of ["keydown", "keyup"]) addEventListener(act, key, true)

export function draw({ data, parentElement }) {
  const [open, dialog, picture] = [".vis", "dialog", "img"].map((name) => parentElement.querySelector(name))
  open.textContent = data.knap
  picture.src = data.billede
  picture.alt = dialog.ariaLabel = data.alt
  open.onclick = () => {
    shown = dialog
    dialog.showModal()
  }
  dialog.onclick = () => dialog.close()
  return () => dialog.close()
}
