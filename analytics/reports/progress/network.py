"""The network then and now: two still pictures of it, every organisation at the same place on both."""

from datetime import date, timedelta
from io import BytesIO

import pandas as pd
from PIL import Image

from analytics.charts.film import Film, film, film_still
from analytics.network import Network
from analytics.network.picture.drawn import drawn
from analytics.network.picture.positions import positions
from analytics.reports.progress.content import Basis, Part, Picture, Section
from analytics.reports.prose import Paragraph

_WIDTH, _HEIGHT = 1800, 1200
_HEAD, _FOOT, _LEGEND = 84 / 720, 68 / 720, 44 / 720
"""The parts of a still that hold its own heading, and all that is beneath the network: of that the legend is kept."""


def network_section(basis: Basis, network: Network) -> Section:
    """Both pictures with what they show; a sentence where there is no cooperation yet."""
    title = basis.text("report.section_network")
    now = basis.day
    if network.memberships.empty or network.memberships["since"].min() > pd.Timestamp(now):
        return Section("network", title, (Paragraph(basis.text("report.no_network")),))
    then = _then(basis, network)
    part = drawn(network)
    picture = network_film(basis, part.network, (then, now))
    parts: list[Part] = [
        Paragraph(basis.text("report.network_read")),
        _picture(basis, network, picture, "network_then", then, 0),
        _picture(basis, network, picture, "network_now", now, 1),
    ]
    if basis.view.is_masked:
        parts.insert(1, Paragraph(basis.text("report.network_masked"), "note"))
    if note := part.note(basis.language):
        parts.insert(1, Paragraph(f"{note}.", "note"))
    return Section("network", title, tuple(parts))


def network_film(basis: Basis, network: Network, days: tuple[date, ...]) -> Film:
    """The film with a step per day, of everybody whom the report's audience may see; the largest by their names."""
    places = positions(basis.view)
    who = network.organisations[network.organisations["organisation_id"].isin(network.memberships["organisation_id"])]
    nodes = who[["organisation_id", "name", "kind"]].merge(places, on="organisation_id")
    groups = nodes.drop_duplicates("group").sort_values("group", key=lambda group: group < 0, kind="stable")
    return film(
        nodes,
        network.memberships[["organisation_id", "since", "until"]],
        network.cooperation_ties,
        network.cooperations[network.cooperations["agreed_on"].notna()],
        groups[["group", "organisation_id"]].assign(name=None),
        pd.DataFrame({"name": [str(day.year) for day in days], "ends_on": list(days)}),
        language=basis.language,
        title="",
    )


def _then(basis: Basis, network: Network) -> date:
    """The day before the report's period; where nothing ran yet, the end of the year in which the first began."""
    before = basis.period.starts_on - timedelta(days=1)
    first = network.memberships["since"].min().date()
    return before if before >= first else min(date(first.year, 12, 31), basis.day)


def _picture(basis: Basis, network: Network, made: Film, name: str, day: date, step: int) -> Picture:
    graph = network.on(day)
    organisations = basis.text("report.network_organisations", n=len(graph.nodes))
    ties = basis.text("report.network_ties", n=len(graph.ends))
    said = basis.text("report.network_on", date=basis.language.date(day), organisations=organisations, ties=ties)
    still = Image.open(BytesIO(film_still(made, step=step, width=_WIDTH, height=_HEIGHT)))
    file = BytesIO()
    _without_heading(still).convert("P", palette=Image.Palette.ADAPTIVE, colors=192).save(file, "PNG", optimize=True)
    return Picture(
        name=name,
        title=said,
        caption=basis.text("report.network_caption"),
        alt=basis.text("report.network_alt", date=basis.language.date(day), organisations=organisations, ties=ties),
        png=file.getvalue(),
    )


def _without_heading(still: Image.Image) -> Image.Image:
    """The network and the legend of its marks: the heading stands in the text, and the time line says nothing here."""
    network = still.crop((0, round(_HEIGHT * _HEAD), _WIDTH, round(_HEIGHT * (1 - _FOOT))))
    legend = still.crop((0, round(_HEIGHT * (1 - _LEGEND)), _WIDTH, _HEIGHT))
    whole = Image.new("RGB", (_WIDTH, network.height + legend.height), "white")
    whole.paste(network, (0, 0))
    whole.paste(legend, (0, network.height))
    return whole
