// A state of a board as icon and word, and where a line stands.

import { element, svg } from "./kit.js"

const ICONS = {
  naaet: "M3 8.5 6.5 12 13 4.5",
  ikke_naaet: "M4 4 12 12 M12 4 4 12",
  ikke_maalt: "M8 2.2a5.8 5.8 0 1 0 .01 0 M8 5v3.4l2.4 1.6",
  gammel: "M4 2.5h8 M4 13.5h8 M5 2.5c0 3 6 4.5 6 11 M11 2.5c0 3-6 4.5-6 11",
  videre: "M2.5 8h10 M9 4.5 12.5 8 9 11.5",
  afsluttet: "M4 14V2.5h8.5l-2 3 2 3H4",
  i_gang: "M5 3.2v9.6l7.5-4.8z",
  dyrere: "M8 13.5V3 M3.5 7.5 8 3l4.5 4.5",
  paa_sporet: "M8 1.8a6.2 6.2 0 1 0 .01 0 M5.2 8.3 7.2 10.4 11 6",
  forsinket: "M5.5 3v10 M10.5 3v10",
  i_vanskeligheder: "M8 2 14.5 13.5h-13z M8 6.5v3.2 M8 11.8v.1",
  ukendt: "M5.5 6a2.5 2.5 0 1 1 3.4 2.3c-.6.3-.9.7-.9 1.4 M8 12.4v.1",
}

export function chip({ art, tekst }) {
  const icon = svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: ICONS[art] }))
  return element("span", { class: `tilstand ${art}` }, icon, tekst)
}

export const source = ({ kilde, link }) => kilde && element("a", { class: "kilde", href: link, target: "_self" }, `(${kilde})`)
