"""Which organisations are one? One pair after the other, side by side, decided by a key each."""

from dataclasses import dataclass, field

import streamlit as st

from analytics.errors import DashboardError
from analytics.identity.decisions import DECISIONS
from analytics.identity.review import LIKELY, Question, Review, review
from analytics.language import Language
from analytics.store import Store
from analytics.warehouse import View, build
from pages.access.visitor import require, writer
from pages.intake.side_by_side import reasons, side_by_side
from pages.intake.unpublished import unpublished
from pages.parts.escape_markdown import escape_markdown

_STATE = "organisation_review"
_WAYS = {
    "same": ("1", ":material/merge:"),
    "different": ("2", ":material/call_split:"),
    "parent": ("3", ":material/subdirectory_arrow_right:"),
    "child": ("4", ":material/subdirectory_arrow_left:"),
    "later": ("5", ":material/schedule:"),
}
"""What may be decided on a pair, said of the first: the key that decides it, and its icon."""


@dataclass
class _Working:
    """The list as it was when the work began, the place in it, and the batches of what was decided since."""

    found: Review
    head: str | None
    unlikely_too: bool = False
    place: int = 0
    batches: list[str | None] = field(default_factory=list)

    @property
    def question(self) -> Question | None:
        """The pair at hand; None at the end."""
        return self.questions[self.place] if self.place < len(self.questions) else None

    @property
    def questions(self) -> tuple[Question, ...]:
        """The pairs to be decided on: the likely ones, or all."""
        if self.unlikely_too:
            return self.found.questions
        return self.found.from_likelihood(LIKELY)

    @property
    def unlikely(self) -> int:
        """How many pairs are left out."""
        return len(self.found.questions) - len(self.questions)


def review_organisations(store: Store, view: View | None, language: Language) -> None:
    """The list of pairs, from where the visitor is in it."""
    st.header(language.text("review.question"), anchor=False)
    st.markdown(escape_markdown(language.text("review.help")))
    working = _working(store, language)
    unpublished(store, view, language)
    total = len(working.questions)
    if not total:
        st.success(language.text("review.none"), icon=":material/check_circle:")
    elif working.question is None:
        st.success(language.text("review.done", n=total), icon=":material/check_circle:")
    else:
        at = language.text("review.at", place=working.place + 1, total=total)
        st.progress(working.place / total, text=at)
        _ask(store, working, working.question, language)
    _back(store, working, language)
    if working.question is None:
        _more(working, language)


def _more(working: _Working, language: Language) -> None:
    """The way to the unlikely pairs, at the end of the likely ones."""
    label = language.text("review.unlikely", n=working.unlikely)
    if working.unlikely and st.button(label, icon=":material/expand_more:", key="review_unlikely"):
        working.unlikely_too = True
        st.rerun()


def _working(store: Store, language: Language) -> _Working:
    """The visitor's list, made anew where somebody else changed the store meanwhile."""
    working: _Working | None = st.session_state.get(_STATE)
    if working is None or working.head != store.head():
        with st.spinner(language.text("review.comparing")):
            working = _Working(review(store), store.head())
        st.session_state[_STATE] = working
    return working


def _ask(store: Store, working: _Working, question: Question, language: Language) -> None:
    """The two, what speaks for and against, and the ways to decide."""
    one, other = question.candidate.one, question.candidate.other
    with st.container(border=True, key="pair"):
        side_by_side(working.found, question, language)
        with st.container(horizontal=True, key="ways"):
            for way, (key, icon) in _WAYS.items():
                pressed = st.button(
                    language.text(f"review.{way}"),
                    key=f"decide_{way}",
                    type="primary" if way == question.suggestion else "secondary",
                    icon=icon,
                    shortcut=key,
                    help=escape_markdown(language.text(f"review.{way}_help", one=one.name, other=other.name)),
                )
                if pressed:
                    _decide(store, working, question, way, language)
        reasons(question, language)


def _decide(store: Store, working: _Working, question: Question, way: str, language: Language) -> None:
    """Write the decision down as a batch, and go on to the next pair."""
    require("management")
    pair = question.candidate.ids
    if way == "child":
        pair, way = pair[::-1], "parent"
    try:
        title = language.text(f"identity.batch_{way}")
        report = DECISIONS[way](store, *pair, title=title, who=writer())
    except DashboardError as error:
        st.error(escape_markdown(error.message(language.code)), icon=":material/error:")
        return
    working.batches.append(report.batch)
    working.place += 1
    working.head = store.head()
    if working.question is None:
        with st.spinner(language.text("review.publishing")):
            build(store)
    st.rerun()


def _back(store: Store, working: _Working, language: Language) -> None:
    """The way back to the pair before, whose decision is taken back."""
    if working.batches and st.button(
        language.text("review.back"), icon=":material/undo:", shortcut="Backspace", key="review_back"
    ):
        require("management")
        batch = working.batches.pop()
        if batch is not None:
            store.undo(batch, writer())
        working.place -= 1
        working.head = store.head()
        st.rerun()
