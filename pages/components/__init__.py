"""
The app's own components, drawn in the page itself, each in a folder with its Python, script, style and tests.

Streamlit's map commands send the geometry with every change, can neither hatch what is unknown nor be operated by keys;
its data table is drawn on a canvas that a screen reader cannot read, with English menus. Script and style are fetched
once from an address of our own (`assets`), so that a change of view sends values only.
"""

from pages.components.areas import Arc, Area, Circle, TileMap, area_map, tile_maps
from pages.components.clipboard import copy_field
from pages.components.cockpit import Place, Shades, Speciality, Told, cockpit
from pages.components.connection import keep_in_touch
from pages.components.departure import depart
from pages.components.fold import fold_button
from pages.components.handover import hand_over
from pages.components.jumps import shortcuts
from pages.components.landkort import Ability, ability, answering, probe
from pages.components.mounting import mount
from pages.components.paper import print_button, print_foot
from pages.components.selection import chosen_bar
from pages.components.slider import Slider, SliderRow, sliders
from pages.components.tables import Cell, Column, Mark, Rating, Row, Sorting, Status, table
from pages.components.upload import table_input
from pages.components.wholescreen import whole_screen

__all__ = [
    "Ability",
    "Arc",
    "Area",
    "Cell",
    "Circle",
    "Column",
    "Mark",
    "Place",
    "Rating",
    "Row",
    "Shades",
    "Slider",
    "SliderRow",
    "Sorting",
    "Speciality",
    "Status",
    "TileMap",
    "Told",
    "ability",
    "answering",
    "area_map",
    "chosen_bar",
    "cockpit",
    "copy_field",
    "depart",
    "fold_button",
    "hand_over",
    "keep_in_touch",
    "mount",
    "print_button",
    "print_foot",
    "probe",
    "shortcuts",
    "sliders",
    "table",
    "table_input",
    "tile_maps",
    "whole_screen",
]
