// Sliders for new capacity: one row per area, one slider per speciale, each with minus, plus and a number field.
// A change is sent when the slider is let go, a button pressed or a figure entered; the picture follows at once.

const STEP = 0.1
const danish = (value) => value.toFixed(1).replace(".", ",")
const rounded = (value, highest) => Math.min(highest, Math.max(0, Math.round(value * 10) / 10))

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value)
  made.append(...children)
  return made
}

function control(slider, highest, send) {
  const name = slider.navn
  const less = element("button", { type: "button", "aria-label": `Mindre: ${slider.tekst}`, "data-fokus": `-${name}` }, "−")
  const more = element("button", { type: "button", "aria-label": `Mere: ${slider.tekst}`, "data-fokus": `+${name}` }, "+")
  const range = element("input", { type: "range", min: 0, max: highest, step: STEP, "aria-label": slider.tekst, "data-fokus": `r${name}` })
  const field = element("input", { type: "text", inputmode: "decimal", "aria-label": `${slider.tekst}, tal`, "data-fokus": `f${name}` })
  const show = (value) => {
    range.value = value
    range.setAttribute("aria-valuetext", `${danish(value)} kapaciteter`)
    range.style.setProperty("--andel", `${(100 * value) / highest}%`)
    field.value = danish(value)
    less.disabled = value <= 0
    more.disabled = value >= highest
    box.classList.toggle("nul", value === 0)
  }
  const set = (value) => {
    const next = rounded(value, highest)
    show(next)
    if (next !== slider.vaerdi) {
      slider.vaerdi = next
      send(name, next)
    }
  }
  range.oninput = () => show(Number(range.value))
  range.onchange = () => set(Number(range.value))
  less.onclick = () => set(slider.vaerdi - STEP)
  more.onclick = () => set(slider.vaerdi + STEP)
  field.onfocus = () => field.select()
  field.onchange = () => {
    const value = Number(field.value.replace(",", "."))
    set(Number.isFinite(value) && field.value.trim() ? value : slider.vaerdi)
  }
  const box = element("div", { class: `skyder s${slider.speciale}` }, less, range, more, field)
  box.style.setProperty("--farve", slider.farve)
  show(slider.vaerdi)
  return box
}

export async function draw({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".skydere")
  const focused = root.getRootNode().activeElement?.dataset?.fokus
  const send = (name, value) => setTriggerValue("aendret", { navn: name, vaerdi: value })
  const head = element("div", { class: "raekke hoved", "aria-hidden": "true" }, element("span", {}, "Område"),
    ...data.specialer.map(({ tekst, farve }) => {
      const title = element("span", {}, tekst)
      title.style.color = farve
      return title
    }))
  const rows = data.raekker.map((row) => {
    const name = element("span", { class: "navn" }, row.navn, element("small", {}, row.note ?? ""))
    return element("div", { class: "raekke", role: "group", "aria-label": row.navn }, name,
      ...row.skydere.map((slider) => control({ ...slider }, data.hoejst, send)))
  })
  root.replaceChildren(head, ...rows)
  if (focused) root.querySelector(`[data-fokus="${focused}"]`)?.focus()
}
