"""The events page says what the last reception led to, and the one before it.

organisations:
organisation_id | name  | kind
a               | Alpha | company
b               | Beta  | science

events:
event_id | title  | starts_on  | format    | status
spring   | Spring | 2023-03-01 | reception | held
autumn   | Autumn | 2024-09-01 | reception | held
forum    | Forum  | 2024-10-01 | forum     | held

participations:
event_id | organisation_id | status
spring   | a               | attended
spring   | b               | attended
autumn   | a               | attended
forum    | b               | attended

cooperations:
cooperation_id | title | kind
k1             | First | pilot

cooperation_stages:
cooperation_id | stage | since
k1             | 1     | 2023-05-01

cooperation_members:
cooperation_id | organisation_id
k1             | a
k1             | b
"""

from analytics.store import Store
from tests.pages.regions import take


def test_of_both_it_says_what_began_in_which_time(tmp_path, opened):
    store = Store(tmp_path / "store")
    take(store, tmp_path / "files", __doc__)
    page = opened(store, "events")
    assert not page.exception
    sentence = (
        "Der letzte Empfang war „Autumn“ am 01\\.09\\.2024. In den 30 Tagen seitdem begann keine Kooperation zwischen "
        "Gästen. Der vorige war „Spring“ am 01\\.03\\.2023. Im Jahr danach begann 1 Kooperation zwischen Gästen."
    )
    assert sentence.replace("\\", "") in [element.value.replace("\\", "") for element in page.markdown]


def test_an_earlier_period_speaks_of_the_receptions_until_then(tmp_path, opened):
    store = Store(tmp_path / "store")
    take(store, tmp_path / "files", __doc__)
    page = opened(store, "events", **{"from": "2023-Q1", "until": "2023-Q4"})
    said = " ".join(element.value.replace("\\", "") for element in page.markdown)
    assert "Der letzte Empfang war „Spring“ am 01.03.2023." in said
    assert "Autumn" not in said
