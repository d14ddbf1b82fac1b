// What somebody with poor sight meets: texts in pictures, what is seen by its ground alone, what is chosen, and texts that
// lie over each other. Shadow trees are read as the eye reads them. The script is one function: `what` is asked for.
(what) => {
  const main = document.querySelector('[data-testid="stMain"]')
  const SLACK = 2 // pixels
  const shown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  const kids = (e) => (e.shadowRoot ?? e).children
  const up = (e) => e.parentElement ?? e.getRootNode().host ?? null
  function* inside(e) {
    for (const child of kids(e)) {
      if (["STYLE", "SCRIPT"].includes(child.tagName)) continue
      yield child
      yield* inside(child)
    }
  }
  const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
  const rgba = (colour) => {
    paint.clearRect(0, 0, 1, 1)
    paint.fillStyle = colour
    paint.fillRect(0, 0, 1, 1)
    const [r, g, b, a] = paint.getImageData(0, 0, 1, 1).data
    return [r, g, b, a / 255]
  }
  const linear = (c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4)
  const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((x, y) => x - y)
    return (light + 0.05) / (dark + 0.05)
  }
  const over = ([r, g, b, a], ground) => [r, g, b].map((c, i) => a * c + (1 - a) * ground[i])
  // The ground that an element stands on: its ancestors' colours, from the outside in.
  const ground = (e) => {
    const layers = []
    for (let at = e; at; at = up(at)) layers.unshift(rgba(getComputedStyle(at).backgroundColor))
    return layers.reduce((below, layer) => over(layer, below), [...rgba("Canvas").slice(0, 3)])
  }
  const through = (e) => {
    let left = 1
    for (let at = e; at; at = up(at)) left *= Number(getComputedStyle(at).opacity)
    return left
  }
  const box = (e) => {
    const { left, top, width, height } = e.getBoundingClientRect()
    return { left, top, width, height }
  }
  const say = (e) => (e.getAttribute("aria-label") || e.textContent || e.outerHTML).trim().replace(/\s+/g, " ").slice(0, 60)
  const named = (e) => `${e.tagName.toLowerCase()}.${[...e.classList].join(".")} «${say(e)}»`

  // The texts in pictures, with their colour and what is drawn around their letters.
  const texts = () => [...inside(main)]
    .filter((e) => e instanceof SVGElement && ["text", "tspan"].includes(e.tagName) && shown(e) && e.closest("svg").checkVisibility())
    .filter((e) => [...e.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
    .filter((e) => !e.closest(".daempet, defs, [aria-hidden='true']"))
    .map((e) => {
      const style = getComputedStyle(e), scale = Math.abs(e.getScreenCTM()?.a ?? 1) || 1
      const [r, g, b, a] = rgba(style.fill)
      const halo = style.stroke !== "none" && style.paintOrder.startsWith("stroke") && parseFloat(style.strokeWidth) * scale >= 2
      return {
        text: e.textContent.trim().slice(0, 60), ...box(e), colour: [r, g, b], through: a * Number(style.fillOpacity) * through(e),
        halo: halo ? rgba(style.stroke).slice(0, 3) : null, size: parseFloat(style.fontSize) * scale, weight: Number(style.fontWeight),
      }
    })
    .filter(({ width, height }) => width > 2 && height > 2)

  // The marks of charts that stand out less than 3:1 from the paper: each colour once, with what draws it.
  const marks = () => {
    const paper = ground(main), found = new Set()
    const parts = ".points .point, .points .point path, .lines .js-line, .bars .point path, .shapelayer path, .xy .fills path"
    for (const e of main.querySelectorAll(`.js-plotly-plot :is(${parts})`)) {
      if (e.tagName === "g" || !shown(e) || !e.getBoundingClientRect().height) continue
      const style = getComputedStyle(e), left = through(e)
      const stands = [[style.fill, style.fillOpacity], [parseFloat(style.strokeWidth) ? style.stroke : "none", style.strokeOpacity]]
        .filter(([colour]) => colour !== "none" && !colour.startsWith("url"))
        .map(([colour, own]) => {
          const [r, g, b, a] = rgba(colour)
          return contrast(over([r, g, b, a * Number(own) * left], paper), paper)
        })
      const best = Math.max(1, ...stands)
      if (stands.length && best < 3) found.add(`${e.parentElement.closest("[class]").getAttribute("class")}: ${style.fill} ${style.stroke} ${best.toFixed(2)}`)
    }
    return [...found]
  }

  // What is seen by its ground alone: nothing is written in it, and it stands out from what it lies on.
  const drawsGround = (e) => {
    const style = getComputedStyle(e), colour = rgba(style.backgroundColor)
    if (style.backgroundImage !== "none") return !style.backgroundImage.startsWith("url")
    return colour[3] > 0.1 && contrast(over(colour, ground(up(e))), ground(up(e))) >= 1.25
  }
  const edged = (e) => {
    const style = getComputedStyle(e)
    const edge = ["Top", "Right", "Bottom", "Left"].some((side) =>
      style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1 && rgba(style[`border${side}Color`])[3] > 0.1)
    return edge || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1)
  }
  const grounds = () => {
    let count = 0
    for (const e of inside(main)) {
      const { width, height } = box(e)
      if (e instanceof SVGElement || ["CANVAS", "IMG", "INPUT", "IFRAME", "HR"].includes(e.tagName) || !shown(e)) continue
      if (width < 3 || height < 3 || e.textContent.trim() || e.querySelector("svg, canvas, img, input")) continue
      if (!drawsGround(e)) continue
      e.setAttribute("data-grund", "")
      count += 1
    }
    return count
  }
  const lost = () => [...inside(main)].filter((e) => e.hasAttribute("data-grund") && !drawsGround(e) && !edged(e)).map(named)

  // What is chosen of several looks otherwise than what is not.
  const look = (e) => [e, ...inside(e)].filter((part) => !(part instanceof SVGElement)).map((part) => {
    const { color, backgroundColor, borderTopColor, borderTopWidth, borderTopStyle, outlineStyle, outlineColor, fontWeight, textDecorationLine } = getComputedStyle(part)
    const mark = getComputedStyle(part, "::before").content
    return [color, backgroundColor, borderTopColor, borderTopWidth, borderTopStyle, outlineStyle, outlineColor, fontWeight, textDecorationLine, mark].join()
  }).join(";")
  const alike = () => [...inside(main)].filter((e) => shown(e) && e.matches('[role="radio"][aria-checked="true"], [role="tab"][aria-selected="true"]'))
    .filter((e) => {
      const other = [...up(e).children].find((each) => each !== e && each.matches('[aria-checked="false"], [aria-selected="false"]'))
      return other && look(e) === look(other)
    }).map(named)

  // What can be seen of an element through all that it is cut off by.
  const seen = (e) => {
    const left = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity }
    for (let at = up(e); at && at !== main; at = up(at)) {
      if (getComputedStyle(at).overflow === "visible") continue
      const cut = at.getBoundingClientRect()
      for (const side of ["left", "top"]) left[side] = Math.max(left[side], cut[side])
      for (const side of ["right", "bottom"]) left[side] = Math.min(left[side], cut[side])
    }
    return left
  }

  // Texts that lie over each other, but for what stays in sight while others scroll under it.
  const lines = () => {
    const found = []
    for (const e of inside(main)) {
      if (e instanceof SVGElement && !["text", "tspan"].includes(e.tagName)) continue
      if (!shown(e)) continue
      for (const node of e.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const window = seen(e)
        for (const whole of range.getClientRects()) {
          const rect = { left: Math.max(whole.left, window.left), right: Math.min(whole.right, window.right), top: Math.max(whole.top, window.top), bottom: Math.min(whole.bottom, window.bottom) }
          rect.height = rect.bottom - rect.top
          if (rect.right - rect.left > 2 && rect.height > 2) found.push({ e, rect, text: node.data.trim().slice(0, 40) })
        }
      }
    }
    return found
  }
  const floats = (e) => {
    for (let at = e; at && at !== main; at = up(at)) {
      const { position, clipPath } = getComputedStyle(at)
      if (["sticky", "fixed"].includes(position) || clipPath !== "none" || at.matches?.('[data-testid="stIconMaterial"], .maerkat, .rammetekst, .antal, .js-plotly-plot')) return true
    }
    return false
  }
  const overlapping = () => {
    const all = lines().filter(({ e }) => !floats(e)).sort((a, b) => a.rect.top - b.rect.top), found = []
    all.forEach((one, at) => {
      for (let next = at + 1; next < all.length && all[next].rect.top < one.rect.bottom - SLACK; next += 1) {
        const other = all[next]
        const wide = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left)
        const high = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top)
        const least = Math.min(one.rect.height, other.rect.height)
        if (wide > SLACK && high > 0.35 * least && one.e !== other.e && !one.e.contains(other.e) && !other.e.contains(one.e)) found.push(`«${one.text}» og «${other.text}»`)
      }
    })
    return found
  }

  // Hide the letters of pictures, so that what lies behind them can be seen, or show them again.
  const hide = (hidden) => {
    for (const e of inside(main)) if (e.tagName === "text") e.style.visibility = hidden ? "hidden" : ""
  }
  const asked = { texts, marks, grounds, lost, alike, overlapping, hide: () => hide(true), show: () => hide(false) }
  return asked[what]()
}
