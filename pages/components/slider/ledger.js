// What sliders have sent and the server has not yet confirmed. It is sent again with the next change, and an answer never
// moves a slider that is ahead of it or being held. What is not confirmed in a while is given up, and so is everything
// when the browser goes back or forward. While the connection is away it is kept, and sent when it is back; people are
// told that, and what was not kept after all.

import { inTouch, watch } from "./connection.js"

const PATIENCE = 5000
const AWAY = "Ingen forbindelse. Det, I flytter, sendes, når den er tilbage."
const LOST = "Forbindelsen var væk, og noget af det, I flyttede, blev ikke gemt."
const TRIES = 2 // times that what was moved while the connection was away is sent
const open = new Set()

// `followed` is called when sliders may have been moved to where the server has them, `say` with what people are to be
// told, or nothing.
export function ledger(followed = () => {}, say = () => {}) {
  const book = { controls: new Map(), unconfirmed: new Map(), waiting: new Set(), sliders: [], send: null }
  const asked = new Map() // by name, what else was asked for while the connection was away
  let away = !inTouch(), lost = false
  const tell = () => say(away && book.unconfirmed.size ? AWAY : lost ? LOST : "")
  const send = () => {
    book.send("aendret", Object.fromEntries([...book.unconfirmed].map(([key, { value }]) => [key, value])))
    book.waiting.add(setTimeout(book.follow, PATIENCE))
  }
  // A session that is new may not have been listening the first time.
  const retry = () => {
    for (const waiting of book.unconfirmed.values()) {
      waiting.at = Date.now()
      waiting.tries = Math.max(0, waiting.tries - 1)
    }
    send()
  }
  // Let the sliders stand where the server has them, but for those that are ahead of it or being held.
  book.follow = () => {
    let again = false
    for (const { navn, vaerdi } of book.sliders) {
      const waiting = book.unconfirmed.get(navn)
      const late = waiting && !away && Date.now() - waiting.at >= PATIENCE
      if (waiting?.value === vaerdi) book.unconfirmed.delete(navn)
      else if (late && waiting.tries) again = true
      else if (late) {
        book.unconfirmed.delete(navn)
        if (waiting.away) lost = true
      }
      const made = book.controls.get(navn)
      if (made.held || book.unconfirmed.has(navn) || made.value === vaerdi) continue
      made.value = vaerdi
      made.show(vaerdi)
    }
    if (again) retry()
    tell()
    followed()
  }
  book.changed = (name, value) => {
    lost = false
    book.unconfirmed.set(name, { value, at: Date.now(), away, tries: away ? TRIES : 0 })
    if (!away) send()
    tell()
  }
  // Ask for something else than a value; what was asked last holds.
  book.ask = (name, value) => {
    if (away) asked.set(name, value)
    else book.send(name, value)
  }
  book.giveUp = () => {
    book.unconfirmed.clear()
    for (const made of book.controls.values()) {
      made.held = false
      made.show(made.value)
    }
    book.follow()
  }
  const unwatch = watch(
    () => {
      away = true
      for (const waiting of book.unconfirmed.values()) Object.assign(waiting, { away, tries: TRIES })
      tell()
    },
    () => {
      away = false
      for (const [name, value] of asked) book.send(name, value)
      asked.clear()
      if (book.unconfirmed.size) retry()
      tell()
    },
  )
  book.close = () => {
    unwatch()
    for (const timer of book.waiting) clearTimeout(timer)
    for (const made of book.controls.values()) made.end()
    open.delete(book)
  }
  open.add(book)
  return book
}

addEventListener("popstate", () => open.forEach((book) => book.giveUp()))
