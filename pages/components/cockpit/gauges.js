// The three figures of each speciale, of fixed height: the worst served, who live over the limit, and what is spent.

import { element, number } from "./kit.js"

const gauge = (label, ...parts) => element("div", { class: "maaler" }, element("span", { class: "hvad" }, label), ...parts)

export function gauges(speciale, choose) {
  const served = element("span"), note = element("span", { class: "note" })
  const tab = element("button", { type: "button", class: "fane" }, String(speciale.nr), element("span", {}, ` ${speciale.navn}`), note)
  const worst = element("b"), where = element("span", { class: "hvor" }), over = element("b"), spent = element("b"), rest = element("span", { class: "rest" })
  const fill = element("i")
  const box = element("section", { class: "speciale", "data-speciale": speciale.nr, "aria-label": `Speciale ${speciale.nr}` }, tab,
    gauge(served, element("span", { class: "figur" }, worst, where)),
    gauge(`Over grænsen (${number(speciale.graense)})`, element("span", { class: "figur" }, over, element("span", { class: "hvor" }, "borgere"))),
    gauge("Brugt af budgettet", element("span", { class: "figur" }, spent, rest), element("span", { class: "bjaelke" }, fill)))
  box.style.setProperty("--farve", speciale.farve)
  tab.onclick = () => choose(speciale.nr)
  const show = (told, share, words, says) => {
    served.textContent = words
    note.textContent = says ? ` · ${says}` : ""
    worst.textContent = told.vaerst
    where.textContent = told.ringest
    over.textContent = told.over
    spent.textContent = told.brugt
    rest.textContent = told.rest
    box.classList.toggle("over", share > 1)
    fill.style.width = `${100 * Math.min(1, share)}%`
  }
  const taken = (chosen) => {
    tab.setAttribute("aria-pressed", chosen)
    box.classList.toggle("valgt", chosen)
  }
  return { box, choose: taken, show }
}
