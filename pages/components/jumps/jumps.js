// A row of buttons on a phone, each to a place far down the page.

import { element, lead } from "./kit.js"

function jump(id, under) {
  const target = document.querySelector(`.st-key-${id}`)
  if (!target) return
  target.querySelector("details:not([open]) > summary")?.click()
  const covered = (under && document.querySelector(`.st-key-${under}`)?.getBoundingClientRect().height) || 0
  target.style.scrollMarginTop = `${covered}px`
  lead(target)
}

// A row that comes while the reader is below it, as when a table further down chose what is shown, is brought in sight.
function meet(row) {
  const met = row.hasChildNodes()
  requestAnimationFrame(() => {
    const { height, bottom } = row.getBoundingClientRect()
    if (!met && height && bottom < 0) row.scrollIntoView({ block: "center" })
  })
}

export function draw({ data, parentElement }) {
  const row = parentElement.querySelector(".genveje")
  meet(row)
  row.setAttribute("aria-label", data.label)
  row.replaceChildren(
    ...data.maal.map(({ id, tekst }) => {
      const button = element("button", { type: "button" }, tekst)
      button.onclick = () => jump(id, data.under)
      return button
    }),
  )
}
