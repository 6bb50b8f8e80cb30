"""What masked audiences are told of the region is worth showing: on the demo and on five regions besides."""

import pytest

from analytics.charts.region.findings import district_map
from analytics.demo import generate, write
from analytics.intake.importing import import_files
from analytics.language import Language
from analytics.model.count_classes import CLASSES, UNTOLD, class_of, highest
from analytics.store import Store
from analytics.warehouse import Period, View, build, current

SEEDS = (1, 2, 3, 4, 5)
COUNTED = ("organisations", "members", "cooperations")


@pytest.fixture(scope="module", params=[None, *SEEDS])
def store(request, demo_store, tmp_path_factory):
    """The demo, or another region made by the same generator."""
    if request.param is None:
        return demo_store
    folder = tmp_path_factory.mktemp("seed")
    tables = generate(request.param)
    counted = ("organisations", "events", "participations", "consultations", "cooperations", "cooperation_stages")
    write(folder / "files", {name: tables[name] for name in (*counted, "cooperation_members")})
    made = Store(folder / "store")
    import_files(made, [folder / "files"], who="demo", is_demo=True)
    build(made)
    return made


@pytest.mark.parametrize("audience", ["ministry", "public"])
def test_every_core_district_has_a_class_and_nearly_all_of_westphalia(store, audience):
    view = View(current(store), audience)
    rows = view.ask("region_districts", [Period.parse(year) for year in ("2023", "2024", "2025")])
    for (_, is_core), part in rows[rows["is_westfalen"]].groupby(["period", "is_core"]):
        for column in COUNTED:
            silent = (part[f"{column}_class"] == UNTOLD).mean()
            assert silent == 0 if is_core else silent <= 1 / 4


@pytest.mark.parametrize("measure", COUNTED)
def test_no_headline_names_a_maximum_that_another_may_exceed(store, measure):
    year = [Period.parse("2025")]
    told = View(current(store), "public").ask("region_districts", year)
    exact = View(current(store)).ask("region_districts", year).set_index("district")[measure]
    frame = told[told["is_westfalen"]].assign(count_class=told[f"{measure}_class"])
    said = district_map(frame, Language("de"), measure=measure)
    most = highest(frame["count_class"])
    assert CLASSES.index(most) == max(CLASSES.index(class_of(int(exact[place]))) for place in frame["district"])
    named = [name for name in frame["name"] if name in said]
    assert set(named) <= set(frame.loc[frame["count_class"] == most, "name"])
    assert named or "Kreisen" in said
