"""What has been done with the papers, as a document: `python -m tests.data.kildedaekning` writes docs/kilder.md."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator

from analytics import daekning
from analytics.tabeller import Frames
from dansk import maengde, saetning, tal
from data import store
from tests.project import ROOT

FILE = ROOT / "docs" / "kilder.md"
DONE = {"afskrevet": "afskrevet", "i_ord": "sat i ord", "udeladt": "udeladt"}
_HEAD = """# Hvad der er gjort med papirerne

Hvert afsnit i hvert mødepapir, fra første til sidste linje: afskrevet i tabeller, sat i ord på en side, eller udeladt
og hvorfor. Afsnittene står i `data/kilder/register/daekning.csv`; hvilke tabeller et afsnit er i, følger af tabellernes
egne linjer. Siden Kilder viser det samme som billede.

Filen skrives af `make kilder`. Ret den ikke i hånden: en prøve siger det, når den ikke passer.
"""


def written(frames: Frames) -> str:
    """Return the document."""
    return "\n".join(_lines(frames))


def _lines(frames: Frames) -> Iterator[str]:
    yield _HEAD
    titles = dict(zip(frames["kilde"]["kilde_id"], frames["kilde"]["titel"], strict=True))
    everything = daekning.afsnit(frames)
    for kilde_id in dict.fromkeys(part.kilde_id for part in everything):
        parts = tuple(part for part in everything if part.kilde_id == kilde_id)
        divided = daekning.fordeling(parts)
        yield f"## {kilde_id}: {titles[kilde_id]}\n"
        shares = [f"{maengde.share(share)} {DONE[art]}" for art, share in divided.andele.items()]
        yield f"{tal.number(divided.ialt)} linjer: {saetning.listed(shares)}.\n"
        yield "| Linjer | Bilag | Afsnit | Gjort | Hvor, eller hvorfor ikke |"
        yield "|---|---|---|---|---|"
        for part in parts:
            where = ", ".join([f"`{name}`" for name in part.tabeller] + [f"/{name}" for name in part.sider])
            told = ". ".join(filter(None, (where, part.hvorfor)))
            yield f"| {part.foerste}-{part.sidste} | {part.bilag} | {part.navn} | {DONE[part.art]} | {told} |"
        yield ""


def printed_frames() -> Frames:
    """Return the tables of what is printed, without rows that are added here."""
    with store.connect() as con:
        names = [name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        return {name: con.execute(f'SELECT * FROM "{name}"').df() for name in names}


def main() -> None:
    """Build the database of what is printed and write the document."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"KKR_DATABASE_MAPPE": folder, "KKR_EGNE_TABELLER": f"{folder}/ingen"}
        FILE.write_text(written(printed_frames()), encoding="utf-8")
    print(FILE.relative_to(ROOT))


if __name__ == "__main__":
    main()
