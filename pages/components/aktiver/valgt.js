// A line at the foot of the window that says what is chosen, and leads to it, while it lies out of sight.

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches
const STEPS = Array.from({ length: 51 }, (_, i) => i / 50)

function lead(target) {
  target.setAttribute("tabindex", -1)
  target.style.outline = "none"
  target.focus({ preventScroll: true })
  target.scrollIntoView({ behavior: calm() ? "auto" : "smooth", block: "start" })
}

export async function draw({ data, parentElement }) {
  const bar = parentElement.querySelector(".valgtlinje"), said = bar.querySelector("span"), button = bar.querySelector("button")
  if (said.textContent !== data.tekst) said.textContent = data.tekst
  let observer, waiting
  // The container may be drawn after this line, and anew with every run.
  const watch = () => {
    const target = document.querySelector(`.st-key-${data.maal}`)
    if (!target) {
      bar.hidden = true
      waiting = setTimeout(watch, 100)
      return
    }
    const seen = ([entry]) => {
      const { intersectionRect, intersectionRatio, rootBounds } = entry
      bar.hidden = intersectionRatio > 0.6 || intersectionRect.height > 0.35 * (rootBounds?.height ?? innerHeight)
      button.textContent = `${data.linktekst} ${entry.boundingClientRect.top < 0 ? "↑" : "↓"}`
    }
    observer = new IntersectionObserver(seen, { threshold: STEPS })
    observer.observe(target)
    button.onclick = () => lead(document.querySelector(`.st-key-${data.maal}`))
  }
  watch()
  return () => {
    observer?.disconnect()
    clearTimeout(waiting)
  }
}
