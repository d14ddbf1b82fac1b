"""How each of some projects stands, a row each: sign, name, a few words, age. Told in `pages.tavler.boards`."""
