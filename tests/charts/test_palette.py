"""Contrast after WCAG 2.1 AA: 3:1 for shapes, 4.5:1 for text, in both themes."""

import pytest

from analytics.charts.palette import (
    FORMAT_SYMBOLS,
    PALETTES,
    PATTERNS,
    SYMBOLS,
    contrast,
    readable_on,
    shade,
    translucent,
)
from analytics.model import ENUMERATIONS

KINDS = ENUMERATIONS["organisation_kind"].tokens
FORMATS = ENUMERATIONS["event_format"].tokens
THEMES = tuple(PALETTES)


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#ffffff", "#767676") == contrast("#767676", "#ffffff")


@pytest.mark.parametrize("theme", THEMES)
def test_shapes_stand_out_from_the_surface(theme):
    palette = PALETTES[theme]
    shapes = [
        *palette.kinds.values(),
        *palette.formats.values(),
        palette.accent,
        palette.accent_second,
        palette.second,
        palette.neutral,
        palette.axis,
    ]
    assert {
        colour: contrast(colour, palette.surface) for colour in shapes if contrast(colour, palette.surface) < 3
    } == {}


@pytest.mark.parametrize("theme", THEMES)
def test_text_is_readable_on_the_surface(theme):
    palette = PALETTES[theme]
    assert contrast(palette.text, palette.surface) >= 7
    assert contrast(palette.muted, palette.surface) >= 4.5


@pytest.mark.parametrize("surface", ["#171614", "#262730"])
def test_dark_colours_hold_on_streamlits_own_dark_pages_too(surface):
    palette = PALETTES["dark"]
    assert min(contrast(colour, surface) for colour in [*palette.kinds.values(), *palette.formats.values()]) >= 3
    assert contrast(palette.muted, surface) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_numbers_in_heat_map_cells_are_readable(theme):
    scale = PALETTES[theme].sequential
    cells = [shade(scale, step / 100) for step in range(101)]
    assert min(contrast(readable_on(cell), cell) for cell in cells) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_the_sequential_scale_moves_steadily_away_from_the_surface(theme):
    palette = PALETTES[theme]
    steps = [contrast(colour, palette.surface) for colour in palette.sequential]
    assert steps == sorted(steps)


@pytest.mark.parametrize("theme", THEMES)
def test_every_kind_and_format_has_its_own_colour(theme):
    palette = PALETTES[theme]
    assert tuple(palette.kinds) == KINDS
    assert tuple(palette.formats) == FORMATS
    assert len(set(palette.kinds.values())) == len(KINDS)
    assert len(set(palette.formats.values())) == len(FORMATS)


def test_colour_never_stands_alone():
    assert tuple(SYMBOLS) == tuple(PATTERNS) == KINDS
    assert len(set(SYMBOLS.values())) == len(KINDS)
    assert tuple(FORMAT_SYMBOLS) == FORMATS
    assert len(set(FORMAT_SYMBOLS.values())) == len(FORMATS)
    drawn_full = [PATTERNS[kind] for kind in KINDS if kind != "unknown"]
    assert len(set(drawn_full)) == len(drawn_full)


def test_the_light_colours_are_those_of_the_design():
    light = PALETTES["light"]
    assert light.accent == "#0B6E4F"
    assert [light.kinds[kind] for kind in KINDS[:5]] == ["#0072B2", "#D55E00", "#009E73", "#B0619A", "#6B6B6B"]
    assert [SYMBOLS[kind] for kind in KINDS] == ["circle", "diamond", "square", "triangle-up", "x", "circle-open"]


def test_an_unheard_of_kind_looks_unknown():
    assert PALETTES["light"].kind("guild") == PALETTES["light"].kinds["unknown"]


def test_translucent():
    assert translucent("#0B6E4F", 0.5) == "rgba(11,110,79,0.5)"
