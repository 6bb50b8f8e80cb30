"""German and English: texts, numbers, dates. German comes first."""

from analytics.language.language import LANGUAGES, Language

__all__ = ["LANGUAGES", "Language"]
