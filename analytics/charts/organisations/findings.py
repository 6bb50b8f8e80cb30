"""What the charts of one organisation show, as sentences made from their data: the charts' titles."""

import pandas as pd

from analytics.language import Language


def organisation_timeline(frame: pd.DataFrame, language: Language) -> str:
    """Since which year it took part, and in how many events, consultations and cooperations."""
    dated = frame.dropna(subset=["since"])
    if dated.empty:
        return language.text("organisations.timeline_nothing")
    counts = {
        "events": int(dated["format"].notna().sum()),
        "consultations": int((dated["format"].isna() & dated["stage"].isna()).sum()),
        "cooperations": int(dated["cooperation_id"].nunique()),
    }
    parts = [language.text(f"organisations.some_{name}", n=count) for name, count in counts.items() if count]
    year = str(pd.to_datetime(dated["since"]).min().year)
    return language.text("organisations.timeline_finding", year=year, what=language.listing(parts))


def ego_network(nodes: pd.DataFrame, language: Language, ties: pd.DataFrame) -> str:
    """How many partners the organisation has, and how many ties there are among these."""
    if len(nodes) < 2:
        return language.text("organisations.ego_nothing")
    centre = nodes["organisation_id"].iloc[0]
    among = int(((ties["organisation_id"] != centre) & (ties["partner_id"] != centre)).sum())
    finding = language.text("organisations.partners", n=len(nodes) - 1)
    if len(nodes) == 2:
        return finding
    return f"{finding}, {language.text('organisations.ego_among', n=among)}"
