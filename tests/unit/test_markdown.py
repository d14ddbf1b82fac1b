"""What somebody else wrote is read as text."""

from __future__ import annotations

import pytest

from pages.reading.markdown import plain

JOINED = "\N{WORD JOINER}"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Fra $5 til $6 *mio.*", r"Fra \$5 til \$6 \*mio.\*"),
        ("[her](http://x)", rf"\[her\](http:{JOINED}//x)"),
        (":red[x] :material/home:", rf":{JOINED}red\[x\] :{JOINED}material/home:"),
        ("www.kkr.dk, a@b", f"www{JOINED}.kkr.dk, a@{JOINED}b"),
        ("Tema: 12 af 22 mål, 3.939 i alt", "Tema: 12 af 22 mål, 3.939 i alt"),
    ],
)
def test_no_sign_is_taken_for_markdown_and_plain_sentences_stay(written: str, read: str) -> None:
    assert plain(written) == read
