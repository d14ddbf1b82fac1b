// Opens the browser's print, and writes the foot of each sheet: the day it is printed, and the link to the view.

import { element, svg } from "./kit.js"

const PRINTER = "M4 6V2h8v4 M4 11.5H2V6h12v5.5h-2 M4.5 9.5h7V14h-7z"
const DAY = new Intl.DateTimeFormat("da-DK", { day: "numeric", month: "long", year: "numeric" })

const sheet = new CSSStyleSheet()
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
let link = ""

// A text as a style sheet has it, whatever is in it.
const quoted = (text) => `"${text.replace(/["\\\n]/g, (sign) => `\\${sign.codePointAt(0).toString(16)} `)}"`

// A tab may stand open for days: the day is that of the print.
const write = () => sheet.replaceSync(`@page { @bottom-left { content: ${quoted(`${DAY.format(new Date())}\n${link}`)} } }`)
addEventListener("beforeprint", write)

// A chart is drawn for the screen's width: on a sheet that is narrower it is made smaller whole, and never larger. With a
// view box its picture can be, and what is kept for the PNG's title and source alone is left out.
const charts = () => document.querySelectorAll('[data-testid="stPlotlyChart"] .svg-container')

// One that is so wide that its letters would be too small on the sheet's 186 mm is drawn anew first, at once: at 820 px
// the smallest of them, of 11 px, are 7 points. It is as wide as its words need, where that is more.
const WIDTHS = [820, 860, 900, 940, 980, 1020]
const screens = new Map()
// Said as a new picture: of one that is laid out anew Streamlit hears, and sets it back before the sheet is drawn.
const redraw = (plot, width) => window.Plotly.react(plot, plot.data, { ...plot.layout, width })
const places = (chart) => [...chart.querySelectorAll("text")].map((each) => each.getBoundingClientRect()).filter((place) => place.width > 0)
const fits = (chart) => {
  const { left } = chart.getBoundingClientRect(), right = left + chart.querySelector(":scope > .main-svg").width.baseVal.value
  return places(chart).every((place) => place.left >= left - 1 && place.right <= right + 1)
}
const narrow = (chart) => {
  const plot = chart.closest(".js-plotly-plot"), { width } = plot.layout
  screens.set(plot, width)
  const fitting = WIDTHS.filter((each) => each < chart.clientWidth).some((each) => {
    redraw(plot, each)
    return fits(chart)
  })
  if (!fitting) redraw(plot, width)
}
// A legend that has come to stand on more lines reaches up where the title would be.
const top = (chart) => Math.min(...places(chart).map((place) => place.top)) - chart.getBoundingClientRect().top

addEventListener("beforeprint", () => {
  for (const chart of charts()) {
    const drawnAnew = Boolean(window.Plotly) && chart.clientWidth > WIDTHS[0]
    if (drawnAnew) narrow(chart)
    const kept = (name) => parseFloat(getComputedStyle(chart).getPropertyValue(name)) || 0
    // One of two that the screen has no room for has no size there, and stands as it was drawn.
    const drawn = (name) => parseFloat(chart.querySelector(":scope > .main-svg")?.getAttribute(name)) || 0
    const width = chart.clientWidth || drawn("width")
    const above = drawnAnew ? Math.max(0, Math.min(kept("--over"), Math.floor(top(chart)))) : kept("--over")
    const height = (chart.clientHeight || drawn("height")) - above - kept("--under")
    if (width <= 0 || height <= 0) continue
    chart.style.aspectRatio = `${width} / ${height}`
    chart.style.setProperty("--bredde", `${width}px`)
    for (const picture of chart.querySelectorAll(":scope > .main-svg")) {
      picture.setAttribute("viewBox", `0 ${above} ${width} ${height}`)
      // From its upper corner, on the screen as on the sheet: the browser works that out for the screen alone.
      picture.setAttribute("preserveAspectRatio", "xMinYMin")
    }
  }
})
addEventListener("afterprint", () => {
  for (const [plot, width] of screens) if (plot.isConnected) redraw(plot, width)
  screens.clear()
  for (const chart of charts()) {
    chart.style.aspectRatio = ""
    for (const picture of chart.querySelectorAll(":scope > .main-svg")) {
      picture.removeAttribute("viewBox")
      picture.removeAttribute("preserveAspectRatio")
    }
  }
})

export function draw({ data, parentElement }) {
  link = data.link
  write()
  const button = parentElement.querySelector("button")
  button.hidden = !data.tekst
  button.replaceChildren(svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: PRINTER })), element("span", {}, data.tekst ?? ""))
  button.onclick = () => print()
}
