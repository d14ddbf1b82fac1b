"""Text that somebody else wrote, in a link, a file or a row, set so that it is read as text and not as Markdown."""

from __future__ import annotations

import re


def plain(text: str) -> str:
    """
    Return the text with nothing in it that Markdown, an icon or an address could be made of.

    >>> plain("2*3 og [her](http://x)")
    '2\\\\*3 og \\\\[her\\\\](http:\\u2060//x)'
    """
    for character in "\\`*_{}[]<>#$|~":
        text = text.replace(character, "\\" + character)
    # A word joiner keeps icons (:material/…:) and addresses (http://…, www.…) from being made of it.
    text = re.sub(r":(?=\S)", ":\N{WORD JOINER}", text)
    return text.replace("www.", "www\N{WORD JOINER}.").replace("@", "@\N{WORD JOINER}")
