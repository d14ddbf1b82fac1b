// A row of buttons on a phone, each to a place far down the page.

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches

function lead(id, under) {
  const target = document.querySelector(`.st-key-${id}`)
  if (!target) return
  target.querySelector("details:not([open]) > summary")?.click()
  const covered = (under && document.querySelector(`.st-key-${under}`)?.getBoundingClientRect().height) || 0
  target.style.scrollMarginTop = `calc(4.5rem + ${covered}px)`
  target.setAttribute("tabindex", -1)
  target.style.outline = "none"
  target.focus({ preventScroll: true })
  target.scrollIntoView({ behavior: calm() ? "auto" : "smooth", block: "start" })
}

// A row that comes while the reader is below it, as when a table further down chose what is shown, is brought in sight.
function meet(row) {
  const met = row.hasChildNodes()
  return requestAnimationFrame(() => {
    const { height, bottom } = row.getBoundingClientRect()
    if (!met && height && bottom < 0) row.scrollIntoView({ block: "center" })
  })
}

export function draw({ data, parentElement }) {
  const row = parentElement.querySelector(".genveje")
  const meeting = meet(row)
  row.setAttribute("aria-label", data.label)
  row.replaceChildren(
    ...data.maal.map(({ id, tekst }) => {
      const button = document.createElement("button")
      button.type = "button"
      button.textContent = tekst
      button.onclick = () => lead(id, data.under)
      return button
    }),
  )
  return () => cancelAnimationFrame(meeting)
}
