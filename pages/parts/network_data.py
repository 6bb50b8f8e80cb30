"""The network as the visitor may see it, kept per snapshot, audience and scope, and never changed."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from analytics.network import DayGraph, Network, brokers, communities, measures, stages
from analytics.network.estimates import days_in_words, in_words
from analytics.network.history import history
from analytics.network.robustness import Robustness, robustness
from analytics.warehouse import Period, Scope, View
from pages.parts.page_context import PageContext
from pages.parts.questions import BY_SNAPSHOT


def network(context: PageContext) -> Network:
    """The network of all time within the visitor's scope."""
    return network_of(context.view, context.scope)


def network_on(context: PageContext, *, cumulative: bool = False) -> DayGraph:
    """The network on the visitor's day, or with ``cumulative`` all that was until then."""
    return _on(context.view, context.scope, context.day, cumulative)


def year_before(day: date) -> date:
    """The same day a year earlier."""
    return (pd.Timestamp(day) - pd.DateOffset(years=1)).date()


def periods_until(context: PageContext) -> list[Period]:
    """The history's periods up to the visitor's day: of what is planned to end later nothing is told."""
    return [period for period in context.history if period.starts_on <= context.day]


def ends(context: PageContext, periods: Sequence[Period]) -> list[date]:
    """The last day of each period, of the last one the visitor's day."""
    return [min(context.view.measured_on(period), context.day) for period in periods]


def measured(
    context: PageContext, names: Sequence[str], days: Sequence[date], *, cumulative: bool = False
) -> pd.DataFrame:
    """One row per day: day, and a column per measure of ``names``; see :func:`analytics.network.history.history`."""
    return _measured(context.view, context.scope, list(days), tuple(names), cumulative)


def mixing(context: PageContext, *, cumulative: bool) -> pd.DataFrame:
    """Who works with whom on the visitor's day, by kind; see :func:`analytics.network.measures.mixing`."""
    return _mixing(context.view, context.scope, context.day, cumulative)


def brokers_on(context: PageContext, *, cumulative: bool = False) -> pd.DataFrame:
    """Who stands between others on the visitor's day; see :func:`analytics.network.brokers.brokers`."""
    return _brokers(context.view, context.scope, context.day, cumulative)


def bridging_ties_on(context: PageContext, *, cumulative: bool) -> pd.DataFrame:
    """The ties on which a part hangs; see :func:`analytics.network.brokers.bridging_ties`."""
    return _bridging_ties(context.view, context.scope, context.day, cumulative)


def robustness_on(context: PageContext, *, cumulative: bool) -> Robustness | None:
    """What holds together after a loss; see :func:`analytics.network.robustness.robustness`."""
    return _robustness(context.view, context.scope, context.day, cumulative)


def pipeline(context: PageContext, days: Sequence[date]) -> pd.DataFrame:
    """How many cooperations are at which stage; see :func:`analytics.network.stages.pipeline`."""
    return _pipeline(context.view, context.scope, list(days))


def groups(context: PageContext, days: Sequence[date], *, cumulative: bool) -> pd.DataFrame:
    """Who is in which group; see :func:`analytics.network.communities.communities_over_time`."""
    return _groups(context.view, context.scope, list(days), cumulative)


def estimates(context: PageContext, names: Sequence[str], *, cumulative: bool = False) -> list[str]:
    """What of ``names`` is an estimate on the visitor's day, in words; see :mod:`analytics.network.estimates`."""
    counted = counted_network(context.view, context.scope).on(context.day, cumulative=cumulative)
    return in_words(counted, context.language, names)


def left_out_days(context: PageContext, days: Sequence[date], *, cumulative: bool) -> list[str]:
    """That the groups and the shape of some of ``days`` are not computed, if so."""
    return days_in_words(counted_network(context.view, context.scope), days, context.language, cumulative=cumulative)


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def network_of(view: View, scope: Scope) -> Network:
    """The network of all time that ``view`` shows within ``scope``."""
    return Network.of(view, scope)


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def counted_network(view: View, scope: Scope) -> Network:
    """The network that is counted for ``view``, see :meth:`analytics.network.Network.counted`; never shown itself."""
    return Network.counted(view, scope) if view.is_masked else network_of(view, scope)


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _on(view: View, scope: Scope, day: date, cumulative: bool) -> DayGraph:
    return network_of(view, scope).on(day, cumulative=cumulative)


@st.cache_data(max_entries=256, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _measured(view: View, scope: Scope, days: list[date], names: tuple[str, ...], cumulative: bool) -> pd.DataFrame:
    return history(counted_network(view, scope), days, cumulative=cumulative, chosen=names)


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _mixing(view: View, scope: Scope, day: date, cumulative: bool) -> pd.DataFrame:
    return measures.mixing(counted_network(view, scope).on(day, cumulative=cumulative))


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _brokers(view: View, scope: Scope, day: date, cumulative: bool) -> pd.DataFrame:
    return brokers.brokers(_on(view, scope, day, cumulative))


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _bridging_ties(view: View, scope: Scope, day: date, cumulative: bool) -> pd.DataFrame:
    return brokers.bridging_ties(_on(view, scope, day, cumulative))


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _robustness(view: View, scope: Scope, day: date, cumulative: bool) -> Robustness | None:
    return robustness(counted_network(view, scope).on(day, cumulative=cumulative))


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _pipeline(view: View, scope: Scope, days: list[date]) -> pd.DataFrame:
    return stages.pipeline(counted_network(view, scope), days)


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _groups(view: View, scope: Scope, days: list[date], cumulative: bool) -> pd.DataFrame:
    return communities.communities_over_time(network_of(view, scope), days, cumulative=cumulative)
