"""What each role meets in the frame, without a browser."""

import pytest
from streamlit.testing.v1 import AppTest

from analytics.language import Language
from pages.access import visitor
from pages.access.access_settings import ROLES
from pages.access.role import ROLES_OF_PAGE, Access, may_see

DE = Language("de")


def _shown(page: AppTest) -> str:
    written = [*page.title, *page.markdown, *page.info, *page.warning, *page.caption]
    return "\n".join(element.value for element in written)


def _keys(page: AppTest) -> set[str]:
    return {button.key for button in page.button}


def _look(page: AppTest) -> str | None:
    """With whose eyes the page's address says that it is seen; AppTest gives a value as it was set."""
    value = page.query_params.get("view")
    return value[0] if isinstance(value, list) else value


def test_every_page_says_whom_it_is_for(opened, empty_store):
    addresses = {info["url_pathname"] or "overview" for info in opened(empty_store)._registered_pages.values()}
    assert addresses <= set(ROLES_OF_PAGE)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", ["intake", "methodology"])
def test_a_page_opens_for_those_whom_it_is_for(opened, empty_store, role, name):
    page = opened(empty_store, name, role=role)
    assert not page.exception
    if may_see(role, name):
        assert page.title[0].value == DE.text(f"{name}.question")
    else:
        assert page.title[0].value == DE.text(f"{name}.navigation")
        assert "nur für: Netzwerkmanagement" in _shown(page)
        assert not page.file_uploader
        assert not any(key.startswith("undo_") for key in _keys(page))


def test_a_page_for_two_names_both(opened, empty_store):
    if "progress" not in {info["url_pathname"] for info in opened(empty_store)._registered_pages.values()}:
        pytest.skip("there is no progress page")
    page = opened(empty_store, "progress", role="public")
    assert "nur für: Netzwerkmanagement und Ministerium" in _shown(page)


@pytest.mark.parametrize("look", ["ministry", "public"])
def test_the_management_looks_with_other_eyes_until_it_goes_back(opened, empty_store, look):
    page = opened(empty_store, "methodology", view=look)
    assert DE.text(f"sign_in.view_{look}") in _shown(page)
    assert _look(page) == look
    page.button(key="view_back").click().run()
    assert _look(page) is None
    assert "view_back" not in _keys(page)


def test_the_management_chooses_the_eyes_in_the_menu(opened, empty_store):
    page = opened(empty_store, "intake")
    page.button(key="view_ministry").click().run()
    assert _look(page) == "ministry"
    assert not page.file_uploader
    page.button(key="view_public").click().run()
    assert _look(page) == "public"


def test_an_address_without_the_choice_does_not_end_it(opened, empty_store):
    """The browser's way back leads to the address from before; what was hidden does not appear by it."""
    page = opened(empty_store, "intake", view="ministry")
    del page.query_params["view"]
    for _ in range(3):
        page.run()
        assert not page.file_uploader
        assert _look(page) == "ministry"


@pytest.mark.parametrize("role", ["ministry", "staff", "public"])
@pytest.mark.parametrize("look", ["management", "public"])
def test_nobody_else_looks_with_other_eyes(opened, empty_store, role, look):
    page = opened(empty_store, "intake", role=role, view=look)
    assert not page.file_uploader
    assert _look(page) is None
    assert not {"view_back", "view_ministry", "view_public"} & _keys(page)


def test_a_session_raises_nobody(opened, empty_store):
    page = opened(empty_store, "intake", role="ministry")
    page.session_state["view"] = "management"
    page.run()
    assert not page.file_uploader
    assert page.session_state["view"] is None


@pytest.mark.parametrize(
    ("ground", "words"),
    [("elsewhere", "Ohne Anmeldung eingerichtet"), ("misconfigured", "nicht richtig eingerichtet"),
     ("no_role", "keine Rolle zugeordnet"), ("expired", "abgelaufen")],
)  # fmt: skip
def test_who_sees_less_is_told_why(opened, empty_store, monkeypatch, ground, words):
    page = opened(empty_store, "methodology", role="public")
    monkeypatch.setattr(visitor, "current_user", lambda: Access("public", ground))
    assert words in _shown(page.run())


@pytest.mark.parametrize("outcome", ["failed", "unreachable"])
def test_a_sign_in_that_failed_has_a_sentence(opened, empty_store, monkeypatch, outcome):
    page = opened(empty_store, "methodology", role="public")
    monkeypatch.setattr(visitor, "current_user", lambda: Access("public", "signed_out"))
    page.query_params["sign_in"] = outcome
    assert DE.text(f"sign_in.{outcome}") in _shown(page.run())
    assert "sign_in" not in page.query_params


def _writes():
    import streamlit as st

    from pages.access.visitor import may_write, require

    st.write(may_write())
    require("management")
    st.write("written")


@pytest.mark.parametrize(
    ("role", "look", "may"),
    [("management", None, True), ("management", "ministry", False), ("ministry", None, False),
     ("staff", None, False), ("public", "management", False)],
)  # fmt: skip
def test_only_the_management_writes(monkeypatch, role, look, may):
    monkeypatch.setattr(visitor, "current_user", lambda: Access(role, "signed_in"))
    page = AppTest.from_function(_writes)
    page.session_state["view"] = look
    page.run()
    assert ("written" in _shown(page)) is may
    assert page.markdown[0].value == f"`{may}`"
    assert len(page.exception) == (0 if may else 1)
