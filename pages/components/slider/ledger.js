// What sliders have sent and the server has not yet confirmed. It is sent again with the next change, and an answer never
// moves a slider that is ahead of it or being held. What is not confirmed in a while is given up, and so is everything
// when the browser goes back or forward.

const PATIENCE = 5000
const open = new Set()

// `followed` is called when sliders may have been moved to where the server has them.
export function ledger(followed = () => {}) {
  const book = { controls: new Map(), unconfirmed: new Map(), waiting: new Set(), sliders: [], send: null }
  // Let the sliders stand where the server has them, but for those that are ahead of it or being held.
  book.follow = () => {
    for (const { navn, vaerdi } of book.sliders) {
      const waiting = book.unconfirmed.get(navn)
      if (waiting && (waiting.value === vaerdi || Date.now() - waiting.at >= PATIENCE)) book.unconfirmed.delete(navn)
      const made = book.controls.get(navn)
      if (made.held || book.unconfirmed.has(navn) || made.value === vaerdi) continue
      made.value = vaerdi
      made.show(vaerdi)
    }
    followed()
  }
  book.changed = (name, value) => {
    book.unconfirmed.set(name, { value, at: Date.now() })
    book.send("aendret", Object.fromEntries([...book.unconfirmed].map(([key, { value }]) => [key, value])))
    book.waiting.add(setTimeout(book.follow, PATIENCE))
  }
  book.giveUp = () => {
    book.unconfirmed.clear()
    for (const made of book.controls.values()) {
      made.held = false
      made.show(made.value)
    }
    book.follow()
  }
  book.close = () => {
    for (const timer of book.waiting) clearTimeout(timer)
    for (const made of book.controls.values()) made.end()
    open.delete(book)
  }
  open.add(book)
  return book
}

addEventListener("popstate", () => open.forEach((book) => book.giveUp()))
