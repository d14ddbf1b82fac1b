"""
Charts in Plotly: one template, a module for each kind, and one way to show them with the same figures as a table.

A kind builds its figure from a frame. It is added when a page draws it; `docs/beslutninger` says which there are.
"""

from pages.drawing.charts.arrows import arrows
from pages.drawing.charts.chart import Chart, Twin, plain
from pages.drawing.charts.course import course
from pages.drawing.charts.curve import Curve, curves
from pages.drawing.charts.display import show
from pages.drawing.charts.dots import strip
from pages.drawing.charts.due import due
from pages.drawing.charts.heat import Sides, heat
from pages.drawing.charts.lorenz import lorenz
from pages.drawing.charts.reach import Reach, ranges
from pages.drawing.charts.slope import slope
from pages.drawing.charts.spine import Bone, Layout, Looked, spine
from pages.drawing.charts.squares import Look, squares
from pages.drawing.charts.stack import Block, stack

__all__ = [
    "Block",
    "Bone",
    "Chart",
    "Curve",
    "Layout",
    "Look",
    "Looked",
    "Reach",
    "Sides",
    "Twin",
    "arrows",
    "course",
    "curves",
    "due",
    "heat",
    "lorenz",
    "plain",
    "ranges",
    "show",
    "slope",
    "spine",
    "squares",
    "stack",
    "strip",
]
