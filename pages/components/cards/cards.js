// Cards of a board: a project each, with what is said of it under headings, a source beside every line, and states as
// icon, word and colour. A card's title chooses it.

import { chip, source } from "./chip.js"
import { calm, element } from "./kit.js"

function point(of) {
  const body = element("li", { class: of.fremhaevet ? "fremhaevet" : null }, of.tekst)
  if (of.kilde) body.append(" ", source(of))
  if (of.note) body.append(element("span", { class: "note" }, of.note))
  if (of.tilstande.length) body.append(element("span", { class: "tilstande" }, ...of.tilstande.map(chip)))
  return body
}

function section(of, open) {
  const head = [of.titel && element("h4", {}, of.titel), of.dato && element("span", { class: "dato" }, of.dato)].filter(Boolean)
  const points = element("ul", {}, ...of.punkter.map(point))
  if (!of.foldet) return element("section", {}, ...head, points)
  const folded = element("details", { "data-titel": of.titel }, element("summary", {}, ...head), points)
  folded.open = open.has(of.titel)
  return folded
}

function shortcuts(of, cards) {
  const buttons = of.map(({ titel }, place) => {
    const made = element("button", { type: "button" }, titel)
    made.onclick = () => {
      cards[place].scrollIntoView({ behavior: calm() ? "auto" : "smooth" })
      cards[place].querySelector("h3 button").focus({ preventScroll: true })
    }
    return made
  })
  return element("nav", { class: "genveje", "aria-label": "Gå til et projekt" }, ...buttons)
}

export async function draw({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".tavle")
  const focus = root.getRootNode().activeElement?.dataset?.fokus
  const open = new Set([...root.querySelectorAll("details[open]")].map((folded) => folded.dataset.titel))
  const button = (card, text, attributes) => {
    const made = element("button", { type: "button", ...attributes }, text)
    made.onclick = () => setTriggerValue("valgt", card.id === data.valgt ? "" : card.id)
    return made
  }
  const cards = data.kort.map((card) => {
    const title = card.id ? button(card, card.titel, { "aria-pressed": card.id === data.valgt, "data-fokus": card.id }) : card.titel
    return element("li", { class: [card.graa && "graa", card.daempet && "daempet"].filter(Boolean).join(" ") || null },
      element("h3", {}, title),
      card.under && element("p", { class: "under" }, card.under),
      element("p", { class: "tilstande" }, ...card.tilstande.map(chip)),
      element("div", { class: "afsnit" }, ...card.afsnit.map((of) => section(of, open))))
  })
  root.classList.toggle("stor", data.stor)
  const list = element("ul", { class: `kortene ${cards.length === 1 ? "alene" : ""}`, "aria-label": data.alt }, ...cards)
  // On a phone the cards stand far below each other.
  root.replaceChildren(...(cards.length > 1 && data.kort[0].id ? [shortcuts(data.kort, cards)] : []), list)
  if (focus) root.querySelector(`[data-fokus="${focus}"]`)?.focus()
}
