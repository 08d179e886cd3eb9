"""What a page draws beside text: pictures, rules that make a table, and dots that serve as bullets."""

import ctypes
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from core.resume.reading.pdf.geometry import Bounds

_MOST_OBJECTS = 5000
_MOST_SEGMENTS = 400
_LEAST_PICTURE = 12.0  # points; smaller ones are icons
_DOT = (1.2, 7.5)  # points across
_RULE = 2.5  # points of thickness at most


@dataclass(slots=True)
class Shapes:
    """Counts and places, in visible coordinates."""

    images: int = 0
    covered: float = 0.0  # share of the page under its largest picture
    paths: int = 0
    dots: list[Bounds] = field(default_factory=list)
    upright: list[Bounds] = field(default_factory=list)
    level: list[Bounds] = field(default_factory=list)

    @property
    def tables(self) -> int:
        """Groups of at least three upright and two level rules that meet."""
        groups: list[list[Bounds]] = []
        for rule in sorted(self.upright, key=lambda rule: rule[1]):
            if groups and rule[1] <= max(other[3] for other in groups[-1]) + 3:
                groups[-1].append(rule)
            else:
                groups.append([rule])
        return sum(_is_table(group, self.level) for group in groups)


def shapes_of(page: Any, view: Callable[[float, float], tuple[float, float]], width: float, height: float) -> Shapes:
    """Look through the objects of an open page, the first few thousand of them."""
    shapes = Shapes()
    sides = tuple(ctypes.c_float() for _ in range(4))
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        thing = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            shapes.images += _images_inside(thing)
        if kind not in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH}:
            continue
        if not pdfium.FPDFPageObj_GetBounds(thing, *sides):
            continue
        left, bottom, right, top = (side.value for side in sides)
        (ax, ay), (bx, by) = view(left, bottom), view(right, top)
        bounds = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            _add_image(shapes, bounds, width, height)
        else:
            _add_path(shapes, bounds)
            _add_segments(shapes, thing, bounds, view)
    return shapes


def _images_inside(form: Any) -> int:
    count = min(pdfium.FPDFFormObj_CountObjects(form), 200)
    things = (pdfium.FPDFFormObj_GetObject(form, index) for index in range(max(count, 0)))
    return sum(pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_IMAGE for thing in things)


def _add_image(shapes: Shapes, bounds: Bounds, width: float, height: float) -> None:
    wide = max(0.0, min(bounds[2], width) - max(bounds[0], 0.0))
    high = max(0.0, min(bounds[3], height) - max(bounds[1], 0.0))
    if wide >= _LEAST_PICTURE and high >= _LEAST_PICTURE:
        shapes.images += 1
        shapes.covered = max(shapes.covered, wide * high / max(width * height, 1.0))


def _add_path(shapes: Shapes, bounds: Bounds) -> None:
    shapes.paths += 1
    wide, high = bounds[2] - bounds[0], bounds[3] - bounds[1]
    if _DOT[0] <= wide <= _DOT[1] and abs(wide - high) <= 0.6:
        shapes.dots.append(bounds)
    else:
        _add_rule(shapes, bounds)


def _add_segments(
    shapes: Shapes, path: Any, bounds: Bounds, view: Callable[[float, float], tuple[float, float]]
) -> None:
    """The rules of a grid that is drawn as one path."""
    count = pdfium.FPDFPath_CountSegments(path)
    if not 8 <= count <= _MOST_SEGMENTS or bounds[2] - bounds[0] < 40 or bounds[3] - bounds[1] < 16:
        return
    matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPageObj_GetMatrix(path, matrix)
    before: tuple[float, float] | None = None
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = view(
            matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f
        )
        if before and pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_LINETO:
            (ax, ay), (bx, by) = before, point
            _add_rule(shapes, (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))
        before = point


def _add_rule(shapes: Shapes, bounds: Bounds) -> None:
    wide, high = bounds[2] - bounds[0], bounds[3] - bounds[1]
    if wide <= _RULE and high >= 8:
        shapes.upright.append(bounds)
    elif high <= _RULE and wide >= 20:
        shapes.level.append(bounds)


def _is_table(group: list[Bounds], level: list[Bounds]) -> bool:
    top, bottom = min(rule[1] for rule in group), max(rule[3] for rule in group)
    left, right = min(rule[0] for rule in group), max(rule[2] for rule in group)
    places = {round(rule[0] / 4) for rule in group}
    heights = {
        round(rule[1] / 4)
        for rule in level
        if top - 4 <= rule[1] <= bottom + 4 and rule[0] <= right + 4 and rule[2] >= left - 4
    }
    return len(places) >= 3 and len(heights) >= 2
