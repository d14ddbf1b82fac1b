// The one piece of arithmetic in the browser, so that figures move with the hand: citizens over capacity, what is spent,
// and who lives where there are too many to a capacity. It is done as analytics.scenarie does it, step by step and with
// the same numbers, so that every figure is the server's to the last digit; tests/components holds the two together.

import { number, rounded } from "./kit.js"

const SAME = 1e-12 // figures that differ by no more than this share are the same (analytics.scenarie.forskydning)

// A message as Python means it, from the short form in which its areas are sent.
export const unpacked = (data) => ({
  ...data,
  omraader: data.omraader.map(([id, navn, borgere, kapacitet, nu, forslag, vejede = borgere, naaet = []]) =>
    ({ id, navn, borgere, vejede, kapacitet, nu: nu || [0, 0], forslag: forslag || [0, 0], naaet })),
})

// What an area's citizens have of the speciale at that place when it is given something. Where the patients follow,
// every area's gift reaches every other's citizens: then it is what the server says that they reach, whatever the hand
// gives meanwhile (0 before, 1 with what it knows of, 2 in the proposal).
const has = (area, at, given, which) => area.naaet[at]?.[which] ?? area.kapacitet[at] + given
const per = (area, at, given, which) => area.vejede / has(area, at, given, which)

export const before = (area, at) => per(area, at, 0, 0)
export const proposed = (area, at) => per(area, at, area.forslag[at], 2)

// Whether the hand gives something that the server has not yet told what it comes to.
export const waits = (areas, at, given) =>
  areas.some((area, place) => area.naaet[at]?.length && area.nu[at] !== given[place])

function change(now, then) {
  if (now === then || Math.abs(now - then) <= SAME * then) return 0
  return 100 * (now / then - 1)
}

// What an area comes to: citizens per capacity, and the change in per cent against what is compared with.
export function outcome(area, at, given, compared) {
  const now = per(area, at, given, 1)
  return { now, change: change(now, compared === "forslaget" ? proposed(area, at) : before(area, at)) }
}

// A speciale's key figures; `given` has what each area gets, in the areas' order.
export function keyFigures(areas, at, given, { graense, til_nye: most }) {
  let worst = -Infinity, where = 0, over = 0, people = 0, capacity = 0, tenths = 0
  areas.forEach((area, place) => {
    const now = per(area, at, given[place], 1)
    if (now > worst) [worst, where] = [now, place]
    if (now > graense) over += area.borgere
    people += area.vejede
    capacity += has(area, at, given[place], 1)
    tenths += Math.round(10 * given[place])
  })
  const spent = tenths / 10, left = rounded(most - spent, 6)
  return { worst, where, over, region: people / capacity, spent, left, share: spent / most }
}

export const written = {
  per: (value) => number(value),
  change: (value) => (Number.isNaN(value) ? number(value) : `${number(value, 1, true)}\u00a0%`),
}

// The figures that are printed of a speciale, as the server prints them.
export function told(areas, at, given, speciale, compared) {
  const key = keyFigures(areas, at, given, speciale)
  const each = areas.map((area, place) => outcome(area, at, given[place], compared))
  return {
    ringest: areas[key.where].navn,
    vaerst: written.per(key.worst),
    over: number(key.over),
    brugt: `${number(key.spent, 1)} af ${number(speciale.til_nye, 1)}`,
    rest: `${number(Math.abs(key.left), 1)} ${key.left < 0 ? "for meget" : "tilbage"}`,
    pr: each.map(({ now }) => written.per(now)),
    aendring: each.map(({ change }) => written.change(change)),
  }
}
