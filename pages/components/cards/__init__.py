"""Cards of a board, with states as icon, word and colour; what is on them is told in `pages.tavler.boards`."""
