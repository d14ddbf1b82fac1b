const get = (tried) => import(new URL(`MOUNTING${tried ? `?igen=${tried}` : ""}`, document.baseURI)).catch((error) => {
  dispatchEvent(new Event("kkr:mangler"))
  if (tried > 2) throw error
  return new Promise((wait) => setTimeout(wait, [300, 1000, 3000][tried])).then(() => get(tried + 1))
})
export default function (component) {
  let end, gone
  const root = component.parentElement, place = root.querySelector(".ikke-hentet")
  root.kkrNewest = component
  get(0).then(
    (module) => { if (!gone && root.kkrNewest === component) end = module.mount(component, "SCRIPT", "STYLE") },
    () => { Object.assign(place, { hidden: false }).querySelector("button").onclick = () => location.reload() },
  )
  return () => { gone = true; end?.() }
}
