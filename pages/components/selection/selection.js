// A line at the foot of the window that says what is chosen, and leads to it, while it lies out of sight.

import { lead } from "./kit.js"

const STEPS = Array.from({ length: 51 }, (_, i) => i / 50)
const watched = new WeakMap()

export async function draw({ data, parentElement }) {
  const bar = parentElement.querySelector(".valgtlinje"), said = bar.querySelector("span"), button = bar.querySelector("button")
  if (said.textContent !== data.tekst) said.textContent = data.tekst
  watched.get(bar)?.()
  const place = () => document.querySelector(`.st-key-${data.maal}`)
  const sight = new IntersectionObserver(([entry]) => {
    const { intersectionRect, intersectionRatio, rootBounds } = entry
    bar.hidden = intersectionRatio > 0.6 || intersectionRect.height > 0.35 * (rootBounds?.height ?? innerHeight)
    button.textContent = `${data.linktekst} ${entry.boundingClientRect.top < 0 ? "↑" : "↓"}`
  }, { threshold: STEPS })
  // The container may be drawn after this line.
  const coming = new MutationObserver(() => watch())
  const watch = () => {
    const target = place()
    bar.hidden = bar.hidden || !target
    if (!target) return
    coming.disconnect()
    sight.observe(target)
    button.onclick = () => lead(place())
  }
  const end = () => {
    sight.disconnect()
    coming.disconnect()
  }
  watched.set(bar, end)
  coming.observe(document.body, { childList: true, subtree: true })
  watch()
  return end
}
