// Cards of a board: a project each, with what is said of it under headings, a source beside every line, and states as
// icon, word and colour. A card's title chooses it.

import { calm, element, svg } from "./kit.js"

const ICONS = {
  naaet: "M3 8.5 6.5 12 13 4.5",
  ikke_naaet: "M4 4 12 12 M12 4 4 12",
  ikke_maalt: "M8 2.2a5.8 5.8 0 1 0 .01 0 M8 5v3.4l2.4 1.6",
  gammel: "M4 2.5h8 M4 13.5h8 M5 2.5c0 3 6 4.5 6 11 M11 2.5c0 3-6 4.5-6 11",
  videre: "M2.5 8h10 M9 4.5 12.5 8 9 11.5",
  afsluttet: "M4 14V2.5h8.5l-2 3 2 3H4",
  i_gang: "M5 3.2v9.6l7.5-4.8z",
}

function chip({ art, tekst }) {
  const icon = svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: ICONS[art] }))
  return element("span", { class: `tilstand ${art}` }, icon, tekst)
}

const source = ({ kilde, link }) => kilde && element("a", { class: "kilde", href: link, target: "_self" }, `(${kilde})`)

function point(of) {
  const body = element("li", { class: of.fremhaevet ? "fremhaevet" : null }, of.tekst)
  if (of.kilde) body.append(" ", source(of))
  if (of.note) body.append(element("span", { class: "note" }, of.note))
  if (of.tilstande.length) body.append(element("span", { class: "tilstande" }, ...of.tilstande.map(chip)))
  return body
}

function section(of, open, kind) {
  const head = [of.titel && element("h4", {}, of.titel), of.dato && element("span", { class: "dato" }, of.dato)].filter(Boolean)
  const points = element("ul", {}, ...of.punkter.map(point))
  if (!of.foldet) return element("section", { class: kind }, ...head, points)
  const folded = element("details", { class: kind, "data-titel": of.titel }, element("summary", {}, ...head), points)
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
      element("div", { class: "afsnit" }, ...card.afsnit.map((of) => section(of, open)), ...card.mere.map((of) => section(of, open, "mere"))),
      card.mere.length ? button(card, "Alt om projektet", { class: "alt", "data-fokus": card.id, "aria-label": `Alt om projektet: ${card.titel}` }) : null)
  })
  root.classList.toggle("stor", data.stor)
  const list = element("ul", { class: `kortene ${cards.length === 1 ? "alene" : ""}`, "aria-label": data.alt }, ...cards)
  // On a projector the cards stand in two rows; on a phone, far below each other.
  list.style.setProperty("--spalter", Math.ceil(cards.length / 2))
  root.replaceChildren(...(cards.length > 1 && data.kort[0].id ? [shortcuts(data.kort, cards)] : []), list)
  if (focus) root.querySelector(`[data-fokus="${focus}"]`)?.focus()
}
