"""The layout kept: the same places from one snapshot to the next, so that no organisation ever jumps."""

import logging
from pathlib import Path
from secrets import token_hex

import numpy as np
import pandas as pd
from pyarrow.lib import ArrowInvalid

from analytics.network.network import DayGraph, Network
from analytics.network.picture.discs import in_rings
from analytics.network.picture.layout import layout
from analytics.network.picture.spacing import LEAST, free_place
from analytics.warehouse import Scope, View

_FRESH = 0.3
"""Beyond this share of organisations without a place, everything is laid out anew."""
_MOST_SEEKING = 500
"""So many newcomers seek a place near their partners: each looks over all that is placed."""
_NAME = "{}.positions.parquet"


def positions(view: View) -> pd.DataFrame:
    """One row per organisation that ever was in a cooperation: organisation_id, x, y, group (-1 the coordinator).

    Of all time and regardless of scope; kept in a file beside the snapshot, and begun from the newest one there. What
    cannot be kept (a folder that is read only) is made again at the next call. To masked audiences those without a
    name stand, in each group, in each other's places, in another order with every snapshot: else whoever kept an older
    picture would know from its place who agreed to be named no longer.
    """
    file = view.snapshot.path.with_name(_NAME.format(view.snapshot.name))
    found = _read(file)
    if found is None:
        found = settled(_whole(view, False), _whole(view, True), _newest(file.parent))
        _keep(found, file)
    shown = view.with_shown_ids(found)
    shown = _exchanged(shown, shown["organisation_id"] != found["organisation_id"])
    return shown.dropna(subset="organisation_id")


def _exchanged(shown: pd.DataFrame, unnamed: "pd.Series[bool]") -> pd.DataFrame:
    """The ``unnamed`` of each group in each other's places: by the order of their numbers, which is one of chance."""
    result = shown.copy()
    for _, group in shown[unnamed].groupby("group"):
        places = group.sort_values(["x", "y"])[["x", "y"]].to_numpy()
        result.loc[group.sort_values("organisation_id").index, ["x", "y"]] = places
    return result


def settled(network: DayGraph, with_coordinator: DayGraph, previous: pd.DataFrame | None) -> pd.DataFrame:
    """The places of all nodes of ``with_coordinator``, starting from the ``previous`` ones; see :func:`positions`.

    ``network`` is the same without the coordinator, which would draw everybody to itself. Who has a place keeps it,
    also who is gone from the network; newcomers stand near their partners. Where there are too many of them, all is
    laid out anew.
    """
    empty = pd.DataFrame({"organisation_id": [], "x": [], "y": [], "group": []})
    before = empty if previous is None else previous
    is_here = before["organisation_id"].isin(with_coordinator.ids)
    if is_here.sum() <= (1 - _FRESH) * len(with_coordinator.ids):
        return _with_newcomers(with_coordinator, layout(network))
    return pd.concat([_with_newcomers(with_coordinator, before), before[~is_here]], ignore_index=True)


def _with_newcomers(network: DayGraph, known: pd.DataFrame) -> pd.DataFrame:
    """The known places, and for each other node the free place nearest to the middle of its placed partners.

    Free is what no known one has, be it in the network or gone from it. After :data:`_MOST_SEEKING` of them the rest
    stand in rings around all.
    """
    gone = known.loc[~known["organisation_id"].isin(network.ids), ["x", "y"]].to_numpy(dtype=float)
    at = known.set_index("organisation_id")[["x", "y", "group"]].reindex(network.ids)
    places = at[["x", "y"]].to_numpy(dtype=float, copy=True)
    groups = at["group"].fillna(-1).to_numpy(dtype=np.int64, copy=True)
    next_group = int(known["group"].astype(int).max() if len(known) else -1) + 1
    is_coordinator = network.organisations["is_coordinator"].to_numpy(dtype=bool)[network.nodes]
    waiting = np.flatnonzero(np.isnan(places[:, 0]))
    waiting = waiting[np.argsort(-network.degrees[waiting], kind="stable")]
    for node in waiting[:_MOST_SEEKING]:
        partners = np.array(network.graph.neighbors(int(node)), dtype=np.int64)
        placed = partners[~np.isnan(places[partners, 0])]
        taken = np.vstack([places[~np.isnan(places[:, 0])], gone])
        wanted = places[placed].mean(axis=0) if len(placed) else _outside(taken)
        places[node] = free_place(taken, wanted)
        if is_coordinator[node]:
            continue
        of_partners = groups[placed][groups[placed] >= 0]
        if len(of_partners):
            groups[node] = np.bincount(of_partners).argmax()
        else:
            groups[node], next_group = next_group, next_group + 1
    beyond = waiting[_MOST_SEEKING:]
    if len(beyond):
        taken = np.vstack([places[~np.isnan(places[:, 0])], gone])
        places[beyond] = in_rings(np.full(len(beyond), LEAST / 2), float(np.hypot(*taken.T).max()) + 2 * LEAST)
        groups[beyond] = next_group + np.arange(len(beyond))
    return pd.DataFrame({"organisation_id": network.ids, "x": places[:, 0], "y": places[:, 1], "group": groups})


def _outside(
    taken: "np.ndarray[tuple[int, int], np.dtype[np.float64]]",
) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """A place beside everything that is placed."""
    return np.array([taken[:, 0].max() + 2, taken[:, 1].mean()]) if len(taken) else np.zeros(2)


def _whole(view: View, with_coordinator: bool) -> DayGraph:
    return Network.counted(view, Scope(with_coordinator=with_coordinator)).on(None, cumulative=True)


def _newest(folder: Path) -> pd.DataFrame | None:
    kept = sorted(folder.glob(_NAME.format("*")), key=lambda file: (file.stat().st_mtime, file.name), reverse=True)
    return next((found for file in kept if (found := _read(file)) is not None), None)


def _read(file: Path) -> pd.DataFrame | None:
    """What the file holds; None where there is none, or none that can be read (after a power failure, say)."""
    try:
        return pd.read_parquet(file)
    except (FileNotFoundError, ArrowInvalid):
        return None


def _keep(found: pd.DataFrame, file: Path) -> None:
    unfinished = file.with_name(f".building-{token_hex(8)}.positions")
    try:
        found.to_parquet(unfinished, index=False)
        unfinished.replace(file)
    except OSError as error:
        logging.getLogger(__name__).warning("positions not kept: %s", error)
