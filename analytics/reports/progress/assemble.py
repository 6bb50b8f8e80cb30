"""The content of a progress report, put together from a view: what every file format then lays out."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property

from analytics.errors import SnapshotError
from analytics.kpis import Kpi, Standing, kpis_for, standings
from analytics.kpis.achievement import Achievement, achievements
from analytics.language import Language
from analytics.network import Network
from analytics.reports.data_date import data_date
from analytics.reports.progress.content import Basis, Cover, KpiRows, Section, Table
from analytics.reports.progress.draft import draft_sections
from analytics.reports.progress.economy import economy_section
from analytics.reports.progress.effect import effect_section
from analytics.reports.progress.growth import growth_section
from analytics.reports.progress.indicators import cluster_tables, indicators_section, near_table
from analytics.reports.progress.kpi_rows import kpi_rows
from analytics.reports.progress.methodology import definitions_table, mask_facts, methodology_section, scope_facts
from analytics.reports.progress.network import network_section
from analytics.reports.progress.region import region_section
from analytics.reports.progress.summary import summary_section
from analytics.reports.progress.targets import in_order, target_sentences, targets_section, targets_table
from analytics.reports.progress.watch import Watch
from analytics.warehouse import Period, View

_LONGEST_NAME = 100
_SHARE = 0.4
"""The part of the work that putting the sections together is."""


class Content:
    """A whole report. Each part is put together when it is first asked for: no format needs them all."""

    def __init__(self, basis: Basis, network: str | None, watch: Watch) -> None:
        self.basis = basis
        self._network_name = network
        self._watch = watch

    @classmethod
    def of(
        cls, view: View, period: Period, language: Language, moment: datetime, network: str | None, watch: Watch
    ) -> "Content":
        """What there is to say of ``period`` at ``moment`` (UTC), as the view's audience may see it.

        Raises SnapshotError where there is nothing to tell of.
        """
        if view.is_empty or view.first_day is None or period.starts_on > (view.until_day or view.first_day):
            raise SnapshotError("nothing_to_report")
        return cls(Basis(view, period, language, moment), network, watch)

    @cached_property
    def cover(self) -> Cover:
        """What identifies the report."""
        return _cover(self.basis, self._network_name)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The findings, in the order in which public money is accounted for, and what their numbers mean."""
        basis, watch = self.basis, self._watch
        watch.phase(_SHARE, 5)
        watch.step("numbers")
        summary = summary_section(basis, self._standings, target_sentences(basis, self._achievements))
        targets = targets_section(basis, self._achievements, watch)
        watch.step("charts")
        growth = growth_section(basis, self._counted)
        watch.step("effect")
        effect = self._effect
        watch.step("network")
        network = network_section(basis, Network.of(basis.view))
        watch.step("region")
        region, indicators = region_section(basis), indicators_section(basis)
        methodology = methodology_section(basis, self._kpis)
        return (summary, targets, growth, effect, self._economy, network, region, indicators, methodology)

    @cached_property
    def draft(self) -> tuple[Section, ...]:
        """The text for the Sachbericht, to be edited by a person."""
        return draft_sections(
            self.basis, self._standings, self._achievements, self._effect.findings, self._economy.findings
        )

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """What has a sheet of its own in a workbook, besides the KPIs."""
        achieved = in_order(self._achievements)
        found = [targets_table(self.basis, achieved) if achieved else None, near_table(self.basis)]
        return tuple(table for table in (*found, *cluster_tables(self.basis)) if table)

    @cached_property
    def kpis(self) -> tuple[KpiRows, ...]:
        """Every KPI's values."""
        return kpi_rows(self.basis, self._kpis, self._watch)

    @cached_property
    def definitions(self) -> Table:
        """What each KPI means."""
        return definitions_table(self.basis, self._kpis)

    @cached_property
    def _counted(self) -> Network:
        return Network.counted(self.basis.view)

    @cached_property
    def _effect(self) -> Section:
        return effect_section(self.basis, self._counted)

    @cached_property
    def _economy(self) -> Section:
        return economy_section(self.basis)

    @cached_property
    def _kpis(self) -> Sequence[Kpi]:
        return kpis_for(self.basis.view.audience)

    @cached_property
    def _standings(self) -> Sequence[Standing]:
        return standings(self.basis.view, self._kpis, self.basis.period, [])

    @cached_property
    def _achievements(self) -> Sequence[Achievement]:
        return achievements(self.basis.view, self.basis.day)


def _cover(basis: Basis, network_name: str | None) -> Cover:
    text, language, view = basis.text, basis.language, basis.view
    until, snapshot = language.date(view.last_day), view.snapshot.name
    first, last = language.date(basis.period.starts_on), language.date(basis.period.ends_on)
    facts = [
        (text("report.fact_data"), data_date(view, language)),
        (text("report.fact_snapshot"), snapshot),
        (text("report.fact_moment"), text("report.moment_utc", moment=language.moment(basis.moment))),
        (text("report.fact_audience"), text(f"kpis.{view.audience}")),
        *scope_facts(basis),
        *mask_facts(basis),
    ]
    return Cover(
        title=text("report.title"),
        network=_named(network_name) or text("report.network_unnamed"),
        period=text("report.span", first=first, last=last),
        facts=tuple(facts),
        demo=text("frame.demo") if view.is_demo else "",
        footer=text("frame.data_until", date=until, snapshot=snapshot),
    )


def _named(network: str | None) -> str:
    """The network's name in one line that every format can hold, "" where there is none."""
    letters = "".join(sign if sign.isprintable() else " " for sign in network or "")
    return " ".join(letters.split())[:_LONGEST_NAME].strip()
