// The button that folds a page's controls out and in; the frame's style hides them while the document does not say so.

const SAYS = "data-foldet-ud"

export function draw({ data, parentElement }) {
  const button = parentElement.querySelector("button"), page = document.documentElement
  const say = () => button.setAttribute("aria-expanded", page.hasAttribute(SAYS))
  button.textContent = data.tekst
  button.onclick = () => {
    page.toggleAttribute(SAYS)
    say()
  }
  say()
  return () => page.removeAttribute(SAYS)
}
