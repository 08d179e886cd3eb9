"""Pictures as they come out of the sandbox: their size, their words, their colours, and what they leave behind."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from itertools import combinations
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import Image, ImageColor

from core.charts.chart import Bar, Bars, Trend, rolling
from core.charts.draw import draw
from core.charts.style import DARK, LIGHT, NOTE, WIDTH, Palette
from core.sandbox import Sandbox
from core.topics.subjects import SUBJECTS
from tests.charts.measuring import measured

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC).astimezone(ZoneInfo("Asia/Kolkata"))
LONG = sorted((one.name for one in SUBJECTS.values()), key=len)[-20:]


def bars(*rows: Bar) -> Bars:
    return Bars(
        title="Mock interview · 22 November 2026",
        headline="10.0",
        unit="of 10",
        rows=rows,
        full=10,
        low=5,
        note="Note.",
    )


def trend(*back: timedelta) -> Trend:
    points = tuple((NOW - one, (7 * at) % 11 * 10 / 10) for at, one in enumerate(back))
    return Trend(title="Interview scores", points=points, full=10, window=max(5, len(points) // 12))


CHARTS = {
    "one row": bars(Bar("1 · Hashing", 10.0)),
    "long names": bars(*(Bar(f"{at} · {name}", None if at == 4 else at % 11 * 0.9) for at, name in enumerate(LONG, 1))),
    "endless name": bars(Bar("9 · " + "Wide Words " * 40, 0.0), Bar("W" * 300, None)),
    "strange letters": bars(Bar("漢字 😀 \u202e\x07 $x_1$ {a} %", 5.0)),
    "one answer": trend(timedelta()),
    "one moment": trend(timedelta(), timedelta()),
    "one evening": trend(*(timedelta(minutes=7 * at) for at in range(5))),
    "two days": trend(timedelta(), timedelta(hours=40)),
    "a few weeks": trend(*(timedelta(days=3 * at) for at in range(12))),
    "three hundred": trend(*(timedelta(hours=11 * at) for at in range(300))),
    "years": trend(*(timedelta(days=70 * at) for at in range(20))),
}


@pytest.mark.parametrize("name", CHARTS)
async def test_words_stand_inside_and_apart(name: str, sandbox: Sandbox) -> None:
    data, words = await sandbox.run(measured, CHARTS[name], name != "a few weeks")
    picture = Image.open(BytesIO(data))
    assert picture.width == WIDTH
    assert len(picture.convert("RGB").getcolors(1 << 20) or ()) > 20, "something is drawn on it"
    for word in words:
        assert word.left >= 8, word
        assert word.right <= picture.width - 8, word
        assert word.low >= 8, word
        assert word.high <= picture.height - 8, word
        assert word.high - word.low >= NOTE * 0.5, f"too small for a phone: {word}"
    for one, other in combinations(words, 2):
        assert not one.overlaps(other), f"{one} overlaps {other}"


async def test_values_and_names_are_shown(sandbox: Sandbox) -> None:
    _, words = await sandbox.run(measured, bars(Bar("1 · Hashing", 7.25), Bar("2 · Trees", None)), True)
    assert [word.text for word in words] == [
        *("Mock interview · 22 November 2026", "10.0", "of 10", "1 · Hashing", "7.2", "2 · Trees", "skipped", "Note."),
    ]


async def test_a_bar_of_nothing_has_its_colour_and_a_skipped_one_none(sandbox: Sandbox) -> None:
    warning = ImageColor.getrgb(LIGHT.warning)
    for value, there in ((0.0, True), (None, False)):
        picture = Image.open(BytesIO(await sandbox.run(draw, bars(Bar("1 · Hashing", value))))).convert("RGB")
        assert (warning in [colour for _, colour in picture.getcolors(1 << 20) or ()]) is there


async def test_how_many_were_answered_has_room_beside_the_score(sandbox: Sandbox) -> None:
    told = "of 10 over 16 of 20 questions"
    _, words = await sandbox.run(measured, replace(bars(Bar("1 · Hashing", 10.0)), unit=told), True)
    assert told in [word.text for word in words]


async def test_days_are_those_of_the_moments_zone(sandbox: Sandbox) -> None:
    late = datetime(2026, 11, 1, 23, 30, tzinfo=UTC)
    points = tuple(((late + timedelta(days=at)).astimezone(ZoneInfo("Asia/Kolkata")), 5.0) for at in (0, 1, 8))
    _, words = await sandbox.run(measured, Trend(title="T", points=points, full=10), True)
    assert {"2 Nov", "10 Nov"} <= {word.text for word in words}, "half past eleven in London is the next day in Kolkata"


async def test_letters_without_a_shape_are_left_out(sandbox: Sandbox) -> None:
    _, words = await sandbox.run(measured, CHARTS["strange letters"], True)
    assert next(word.text for word in words if "{a}" in word.text) == "😀 $x_1$ {a} %"


async def test_the_same_chart_is_the_same_picture(sandbox: Sandbox) -> None:
    chart = CHARTS["a few weeks"]
    assert await sandbox.run(draw, chart) == await sandbox.run(draw, chart)
    assert await sandbox.run(draw, chart) != await sandbox.run(draw, chart, False)


def test_the_home_folder_and_the_main_process_stay_clean(tmp_path: Path) -> None:
    code = (
        "import sys, core.interview.history.pictures\n"
        "assert 'matplotlib' not in sys.modules\n"
        "from core.charts.chart import Bar, Bars\n"
        "from core.charts.draw import draw\n"
        "draw(Bars(title='', headline='1', unit='', rows=(Bar('a', 1.0),), full=10))\n"
        "assert 'matplotlib.pyplot' not in sys.modules\n"
    )
    clean = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "TMPDIR": str(tmp_path / "tmp")}
    (tmp_path / "tmp").mkdir()
    subprocess.run([sys.executable, "-W", "error", "-c", code], env=clean, check=True, timeout=60)
    assert [str(one) for one in tmp_path.rglob("*") if one.name != "tmp"] == []


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_colours_stand_out(palette: Palette) -> None:
    assert min(_contrast(one, palette.paper) for one in (palette.ink, palette.muted)) >= 4.5
    assert min(_contrast(one, palette.paper) for one in (palette.accent, palette.warning)) >= 3
    assert min(_contrast(one, palette.faint) for one in (palette.accent, palette.warning)) >= 3


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 defines it, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [part / 255 for part in ImageColor.getrgb(colour)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_rolling_means() -> None:
    assert rolling([1, 3, 5, 7], 2) == [1, 2, 4, 6]
    assert rolling([4], 5) == [4]
    assert rolling([], 5) == []
