"""The film as pages mount it."""

from streamlit.testing.v1 import AppTest


def _page(is_empty):
    from analytics.charts.film import film as assemble
    from analytics.language import Language
    from pages.parts.film import film
    from tests import film_frames

    german = Language("de")
    frames = film_frames.empty() if is_empty else film_frames.small()
    film(assemble(**frames, language=german, title="Netzwerk", note="Demo"), "network", theme="dark", language=german)


def test_it_stands_on_the_page_with_its_files():
    app = AppTest.from_function(_page, kwargs={"is_empty": False}).run()
    assert not app.exception
    assert [button.label for button in app.get("download_button")] == ["HTML", "GIF"]


def test_with_nothing_to_see_there_is_nothing_to_take_away():
    app = AppTest.from_function(_page, kwargs={"is_empty": True}).run()
    assert not app.exception
    assert list(app.get("download_button")) == []


def test_it_can_be_run_again():
    app = AppTest.from_function(_page, kwargs={"is_empty": False}).run().run()
    assert not app.exception
