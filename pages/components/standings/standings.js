// How each project stands, a row each: its sign, its name, a few words, and how old they are. A name chooses the project.

import { chip, source } from "./chip.js"
import { element } from "./kit.js"

export async function draw({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".tavle")
  const focus = root.getRootNode().activeElement?.dataset?.fokus
  const rows = data.raekker.map((row) => {
    const name = element("button", { type: "button", "data-fokus": row.id }, row.navn)
    name.onclick = () => setTriggerValue("valgt", row.id)
    const dated = element("span", { class: "dato" }, row.dato, row.kilde ? " " : null, source(row))
    return element("li", { class: [row.graa && "graa", row.daempet && "daempet"].filter(Boolean).join(" ") || null },
      element("p", { class: "tegn" }, ...row.tegn.map(chip)),
      element("h3", {}, name),
      element("p", { class: "ord" }, row.tekst),
      element("p", { class: "alder" }, row.alder && element("strong", {}, row.alder), dated))
  })
  root.classList.toggle("stor", data.stor)
  root.style.setProperty("--antal", rows.length)
  // The rows are grids of their own: the longest sign says how wide the signs' column is in them all.
  root.style.setProperty("--tegn", Math.max(0, ...data.raekker.flatMap((row) => row.tegn.map(({ tekst }) => tekst.length))))
  root.replaceChildren(element("ul", { class: "stillingerne", "aria-label": data.alt }, ...rows))
  if (focus) root.querySelector(`[data-fokus="${focus}"]`)?.focus()
}
