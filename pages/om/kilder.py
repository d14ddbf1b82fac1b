"""Kilder: every document and table, what was transcribed, what was lost, and downloads."""

from pages import view
from pages.drawing import downloads
from pages.frame import line
from pages.om import beskrivelse, daekning, parametre
from pages.reading import queries
from pages.tavler import opdatering
from pages.view import since

with line.filters():
    name = view.choose(parametre.TABEL, width=420)
linje = view.value(parametre.LINJE)

if name == "alle":
    beskrivelse.documents()
    daekning.of_paper()
    daekning.without_page()
    if not view.on_projector():
        beskrivelse.when_from()
        beskrivelse.all_tables()
        beskrivelse.package()
else:
    beskrivelse.table(name, linje)
    downloads.bar(name, queries.tables()[name], tables=(name,), selection="Hele tabellen")

opdatering.show(name)
since.then_and_now(beskrivelse.row_counts)
