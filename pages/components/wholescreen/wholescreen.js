// A button that lets a picture fill the screen; Escape or a click anywhere takes it away again.

export function draw({ data, parentElement }) {
  const [open, dialog, picture] = [".vis", "dialog", "img"].map((name) => parentElement.querySelector(name))
  open.textContent = data.knap
  picture.src = data.billede
  picture.alt = dialog.ariaLabel = data.alt
  open.onclick = () => dialog.showModal()
  dialog.onclick = () => dialog.close()
  // The box that the button stands in stays open: it closes when it hears that the key is let go.
  dialog.onkeydown = dialog.onkeyup = (event) => {
    if (event.key !== "Escape") return
    event.stopPropagation()
    event.preventDefault()
    if (event.type === "keyup") dialog.close()
  }
  return () => dialog.close()
}
