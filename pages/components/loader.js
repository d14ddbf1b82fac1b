const pause = (ms) => new Promise((done) => setTimeout(done, ms))
const get = (waits, again = "") => import(new URL("MOUNTING" + again, document.baseURI)).catch((error) => {
  dispatchEvent(new Event("kkr:mangler"))
  if (!waits[0]) throw error
  return pause(waits[0]).then(() => get(waits.slice(1), "?igen=" + waits))
})
export default function (component) {
  let gone
  const root = component.parentElement
  const newest = () => !gone && root.kkrNewest === component
  pause().then(() => {
    if (gone) return
    root.kkrNewest = component
    return get([300, 1000, 3000]).then(
      (module) => { if (newest()) root.kkrEnd = module.mount(component, "SCRIPT", "STYLE") },
      () => {
        if (!newest()) return
        const place = root.querySelector(".ikke-hentet")
        place.hidden = false
        place.lastChild.onclick = () => location.reload()
      },
    )
  })
  return () => {
    if (newest() || !root.isConnected) root.kkrEnd?.()
    gone = true
  }
}
