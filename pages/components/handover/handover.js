// Press the button that fetches a file, once it stands on the page, and no file's twice.

const PATIENCE = 100 // tries, of 50 milliseconds each
const handed = new Set()

export function draw({ data }) {
  let tries = 0
  const waiting = setInterval(() => {
    const button = document.querySelector(`.st-key-${data.knap} button:not([disabled])`)
    tries += 1
    if (button && !handed.has(data.fil)) {
      handed.add(data.fil)
      button.click()
    }
    if (button || tries === PATIENCE) clearInterval(waiting)
  }, 50)
  return () => clearInterval(waiting)
}
