"""The sentence of a moment, as the browser says it: when, how many organisations and ties, how many of them new."""

import math

from analytics.charts.film.assemble import Film
from analytics.charts.film.course import States
from analytics.language import Language


def caption(film: Film, time: float, nodes: States, ties: States) -> str:
    """What is there at ``time``, counted in steps."""
    language = Language(film["language"])
    fresh = int(((ties.active >= 0.5) & (ties.fresh >= 0.5)).sum())
    running = int((ties.active >= 0.5).sum())
    if film["comparison"]:
        days = film["comparison"]
        return language.text(
            "film.caption_compared",
            before=days["before_label"],
            after=days["after_label"],
            new=fresh,
            gone=int((ties.past >= 0.5).sum()),
            stayed=running - fresh,
        )
    counts = {
        "organisations": language.text("film.count_organisations", n=int((nodes.active >= 0.5).sum())),
        "ties": language.text("film.count_ties", n=running),
    }
    if not film["steps"]:
        return language.text("film.caption_all", **counts)
    when = film["steps"][max(math.ceil(time - 1e-6), 0)]["label"]
    if not fresh:
        return language.text("film.caption", when=when, **counts)
    return language.text("film.caption_new", when=when, n=fresh, **counts)
