"""Where things are in the app: the pages, and how one leads to another."""
