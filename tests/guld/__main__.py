"""Write every golden file anew: `make guld`, then read the diff."""

from __future__ import annotations

from data import store
from tests.guld import figures


def main() -> None:
    """Read the database, and write each subject's figures."""
    with store.connect() as con:
        names = [name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        frames = {name: con.execute(f'SELECT * FROM "{name}"').df() for name in names}
    for name in figures.subjects():
        figures.write(name, frames)
        print(f"tests/guld/{name}.yaml")


if __name__ == "__main__":
    main()
