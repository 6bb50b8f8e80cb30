"""Until when the data reaches, in words: its last day, and how far cooperations are known beyond it."""

from analytics.language import Language
from analytics.warehouse import View


def data_date(view: View, language: Language) -> str:
    """The day of the last thing that happened; where cooperations are known to end later, that day, too.

    "-" where there is no data.
    """
    begun = language.date(view.last_day)
    if view.until_day and view.last_day and view.until_day > view.last_day:
        return language.text("report.data_known", begun=begun, ended=language.date(view.until_day))
    return begun
