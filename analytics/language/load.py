"""The sentences of the user interface, read from texts/*.yaml: one file a subject, both languages side by side."""

from functools import cache
from importlib.resources import files

import yaml


@cache
def texts() -> dict[str, dict[str, str]]:
    """Every text by "file.key", as {"de": ..., "en": ...}."""
    found: dict[str, dict[str, str]] = {}
    for source in sorted(files("analytics.language").joinpath("texts").iterdir(), key=lambda entry: entry.name):
        if source.name.endswith(".yaml"):
            subject = source.name.removesuffix(".yaml")
            for key, both in (yaml.safe_load(source.read_text("utf-8")) or {}).items():
                found[f"{subject}.{key}"] = both
    return found
