"""Write every golden file anew: `make guld`, then read the diff."""

from __future__ import annotations

import os
import tempfile

from data import store
from tests.guld import figures


def main() -> None:
    """Build the database of what is printed, without rows that are added here, and write each subject's figures."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"KKR_DATABASE_MAPPE": folder, "KKR_EGNE_TABELLER": f"{folder}/ingen"}
        _write_all()


def _write_all() -> None:
    with store.connect() as con:
        names = [name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        frames = {name: con.execute(f'SELECT * FROM "{name}"').df() for name in names}
    for name in figures.subjects():
        figures.write(name, frames)
        print(f"tests/guld/{name}.yaml")


if __name__ == "__main__":
    main()
