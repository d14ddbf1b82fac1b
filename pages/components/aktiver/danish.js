// Figures and names as Danish has them: the same rules as the server's `dansk.tal` and `dansk.alfabet`.

const formats = new Map()
const format = (decimals, sign) => {
  const key = `${decimals} ${sign}`
  if (!formats.has(key)) {
    formats.set(key, new Intl.NumberFormat("da-DK", {
      minimumFractionDigits: decimals, maximumFractionDigits: decimals, roundingMode: "halfExpand",
      signDisplay: sign ? "exceptZero" : "negative", useGrouping: "always",
    }))
  }
  return formats.get(key)
}

// The figure's own decimals are rounded, halves away from zero, and not the binary number behind them: so text first.
export const number = (value, decimals = 0, sign = false) => format(decimals, sign).format(String(value)).replace("-", "−")

export const collator = new Intl.Collator("da", { numeric: true })
