"""How words and numbers of a Danish text are counted, and which of its words are English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geo.tiles import tiles

_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_LETTER = re.compile(r"[^\W\d_]")


def words(text: str) -> list[str]:
    """
    Return what is read as words: whatever stands between spaces and has a letter in it.

    >>> words("44 % færre i Indre By (62), CO2 og S-tog – 12,8 mio. kr.")
    ['færre', 'i', 'Indre', 'By', 'CO2', 'og', 'S-tog', 'mio.', 'kr.']
    """
    return [token for token in text.split() if _LETTER.search(token)]


def numbers(text: str) -> list[str]:
    """
    Return what is read as numbers: figures that are part of no word.

    >>> numbers("44 % færre i Indre By (62), CO2 og S-tog – 12,8 mio. kr. i 2023-2024")
    ['44', '62', '12,8', '2023', '2024']
    """
    return [number for token in text.split() if not _LETTER.search(token) for number in _NUMBER.findall(token)]


# Words that no Danish text has: neither Danish words spelled alike (and so not «is», «to», «by», «last», «have») nor
# such as Danish has taken over («zoom», «link», «total», «open source»).
_WORDS = """
    the and of with from this that these those are was were been being would should could your you their they
    which when where what why how who please cannot must has not or yes any all none each every other only also
    before after between about because there here than then very its
    select selected choose choosing search show showing shown hide download upload uploaded loading error errors warning
    click press view view more less close closed settings rerun rerunning running deploy clear reset autoscale toggle
    browse file files remove expand collapse sidebar fullscreen screen option options result results found page
    pages connecting connected connection cancel submit save saved delete edit add copied value values row rows column
    columns table chart axes source date year years month months week weeks day days hour hours minute minutes
    second seconds unknown missing invalid empty failed unable exceeded unsupported available
    january february june july october monday tuesday wednesday thursday friday saturday sunday
    run skip main increase decrease higher lower average mean count number figure overview summary details
    icon help notifications request timed
"""
WORDS = frozenset(_WORDS.split())

# Labels that are English when they stand alone, though Danish sentences may have the word.
LABELS = frozenset(
    (
        *("open", "print", "theme", "home", "share", "help", "back", "next", "copy", "about", "light", "dark", "new"),
        *("app pages", "record", "zoom in", "zoom out", "pan"),
    )
)

# What a program writes where it has nothing to say.
LEFT_OVER = re.compile(
    r"(?<![\w-])(null|None|NULL|nan|NaN|NaT|undefined|true|false|True|False|\[object \w+\])(?![\w-])"
)

# English names of things that are Danish readers' own. Each is taken out of a text before its words are looked at.
NAMES = ("Early Warning", "Open source", "open source")

# What the smallest tiles say for a name, which can be an English word by itself.
CODES = frozenset(tile.kode for tile in tiles().values())

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def english(text: str) -> list[str]:
    """
    Return what is English in a text, or left over from a program, in its order.

    >>> english("Select all"), english("Valby: None"), english("To by i last: is og the")
    (['Select', 'all'], ['None'], ['the'])
    """
    for name in NAMES:
        text = text.replace(name, "")
    if text.strip() in CODES:
        return []
    if text.strip().casefold() in LABELS:
        return [text.strip()]
    return list(_found(text))


def _found(text: str) -> Iterator[str]:
    left_over = {match.start(): match[0] for match in LEFT_OVER.finditer(text)}
    for match in _TOKEN.finditer(text):
        if match.start() in left_over:
            yield left_over[match.start()]
        elif match[0].casefold() in WORDS and not _is_name(text, match):
            yield match[0]
    yield from (said for said in left_over.values() if said.startswith("["))


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a word is short for something (WHO), or part of a longer word, a file's name or an address."""
    before, after = text[: match.start()][-1:], text[match.end() :]
    short = match[0].isupper() and len(match[0]) in {2, 3}
    return short or before in {"-", "_", "/", ".", "@", "&"} or bool(re.match(r"[-_/@&]\w|\.\w", after))
