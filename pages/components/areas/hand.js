// How the areas of a picture are reached: by pointer, by touch and by the arrow keys; what one says stands beside it.

function tipped(root, tip) {
  const show = (target, x, y) => {
    const text = target?.dataset?.tip ?? target?.closest?.(".omraade")?.getAttribute("aria-label")
    tip.hidden = !text
    if (!text) return
    tip.textContent = text
    const box = root.getBoundingClientRect()
    tip.style.left = `${Math.max(0, Math.min(x - box.left + 12, box.width - tip.offsetWidth - 4))}px`
    tip.style.top = `${y - box.top + 16}px`
  }
  root.onpointermove = (e) => show(e.target, e.clientX, e.clientY)
  root.onpointerleave = () => (tip.hidden = true)
  root.onfocusin = (e) => {
    const box = e.target.getBoundingClientRect()
    show(e.target, box.left + box.width / 2, box.bottom - 8)
  }
  root.onfocusout = () => (tip.hidden = true)
}

// What is pointed at, or has the focus, in one picture is seen in the other.
const PAIRED = new WeakSet()

function paired(stage) {
  if (PAIRED.has(stage)) return
  PAIRED.add(stage)
  const seen = ({ type, target }) => {
    const id = type === "pointerleave" || type === "focusout" ? null : target.closest("[data-omraade]")?.dataset.omraade
    for (const place of stage.querySelectorAll(".peget")) place.classList.remove("peget")
    const found = id ? [...stage.querySelectorAll(`[data-omraade="${id}"]`)] : []
    for (const place of found) place.classList.add("peget")
    // Neighbours are drawn over an area's own edge, so the outline is a path above them all.
    const small = found.find((place) => place.matches(".sted"))
    stage.querySelector(".omrids")?.setAttribute("d", small?.getAttribute("d") ?? "")
  }
  for (const way of ["pointerover", "pointerleave", "focusin", "focusout"]) stage.addEventListener(way, seen)
}

// The next area in the arrow's direction: the nearest whose centre lies within 60 degrees of it.
function neighbour(areas, from, key) {
  const [dx, dy] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key] ?? []
  if (dx === undefined) return null
  const centre = (element) => {
    const box = element.getBoundingClientRect()
    return [box.left + box.width / 2, box.top + box.height / 2]
  }
  const [x, y] = centre(from)
  let best = null, least = Infinity
  for (const area of areas) {
    const [ax, ay] = centre(area), along = (ax - x) * dx + (ay - y) * dy, distance = Math.hypot(ax - x, ay - y)
    if (along > distance / 2 && distance < least) [best, least] = [area, distance]
  }
  return best
}

// Let the areas in a stage be chosen, one of them a tab stop; `root` is what they and the tip stand in.
export function reached(root, stage, choose) {
  stage.onclick = (e) => {
    const area = e.target.closest("[data-omraade]")
    if (area) choose(area)
  }
  stage.onkeydown = (e) => {
    const area = e.target.closest(".omraade")
    if (!area) return
    if (e.key === "Enter" || e.key === " ") {
      e.preventDefault()
      choose(area)
      return
    }
    const next = neighbour(stage.querySelectorAll(".omraade"), area, e.key)
    if (!next) return
    e.preventDefault()
    area.setAttribute("tabindex", -1)
    next.setAttribute("tabindex", 0)
    next.focus()
  }
  tipped(root, root.querySelector(".tip"))
  paired(stage)
}
