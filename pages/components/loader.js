const pause = (ms) => new Promise((done) => setTimeout(done, ms))
const get = (waits, again = "") => import(new URL("MOUNTING" + again, document.baseURI)).catch((error) => {
  dispatchEvent(new Event("kkr:mangler"))
  if (!waits[0]) throw error
  return pause(waits[0]).then(() => get(waits.slice(1), "?igen=" + waits))
})
export default function (component) {
  let end, gone
  const root = component.parentElement
  pause().then(() => {
    if (!gone) root.kkrNewest = component
    return get([300, 1000, 3000])
  }).then(
    (module) => { if (!gone && root.kkrNewest === component) end = module.mount(component, "SCRIPT", "STYLE") },
    () => {
      const place = root.querySelector(".ikke-hentet")
      place.hidden = false
      place.lastChild.onclick = () => location.reload()
    },
  )
  return () => { gone = true; end?.() }
}
