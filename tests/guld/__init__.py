"""
Golden figures: what the papers come to, in files that a person can read.

Each `<name>.yaml` here holds the figures of one subject, by names that say what they are. The module `<name>.py` beside
it works them out again, and `test_guld` holds the two together. `make guld` writes the files anew; the diff then shows
which figures moved, and the commit says why.
"""
