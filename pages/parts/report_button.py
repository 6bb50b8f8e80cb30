"""The button that makes a report, and the window in which it is chosen, watched and taken away."""

from datetime import UTC, datetime
from functools import partial

import streamlit as st

from analytics.language import LANGUAGES, Language
from analytics.reports.progress import AUDIENCES, FORMATS, Job, progress_report
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext

MIME = {
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown",
}
"""What a browser is told of a file, by its ending."""
_EVERY = 2.0
"""Seconds between two looks at how far it is: Streamlit sweeps all memory after each, and the work waits for that."""


def report_button(context: PageContext) -> None:
    """The button; none for audiences that no report is made for, and where there is no data."""
    if context.view.audience not in AUDIENCES or context.view.first_day is None:
        return
    if st.button(context.text("report.make"), icon=":material/description:", key="report_button"):
        _window(context)


def _window(context: PageContext) -> None:
    @st.dialog(context.text("report.make"))
    def window() -> None:
        report_form(context)

    window()


def report_form(context: PageContext) -> None:
    """What the report is to be, the button that begins it, and what became of it."""
    first, last = (context.language.date(day) for day in (context.period.starts_on, context.day))
    audience = context.text(f"kpis.{context.view.audience}")
    st.caption(escape_markdown(context.text("report.make_read", first=first, last=last, audience=audience)))
    kind: str = st.selectbox(
        context.text("report.make_format"),
        FORMATS,
        format_func=lambda name: context.text(f"report.format_{name}"),
        key="report_format",
    )
    language: str = st.segmented_control(
        context.text("report.make_language"),
        LANGUAGES,
        default=context.language.code,
        format_func=lambda code: context.text(f"report.language_{code}"),
        key="report_language",
        required=True,
    )
    network = st.text_input(context.text("report.make_network"), max_chars=80, key="report_network")
    wanted = (context.view.snapshot.name, context.view.audience, context.period.name, kind, language, network)
    if st.button(context.text("report.make_now"), type="primary", key="report_now"):
        _start(context, wanted)
    if st.session_state.get("report_wanted") == wanted:
        _watched(context, kind)


def _start(context: PageContext, wanted: tuple[str, ...]) -> None:
    """Begin the work that is wanted; what was begun before is given up."""
    _, _, _, kind, language, network = wanted
    before: Job | None = st.session_state.get("report_job")
    if before:
        before.cancel()
    make = partial(
        progress_report,
        context.view,
        kind,
        language=Language(language),
        moment=datetime.now(UTC).replace(microsecond=0, tzinfo=None),
        period=context.period,
        network=network.strip() or None,
    )
    st.session_state["report_job"] = Job(lambda watch: make(watch=watch))
    st.session_state["report_wanted"] = wanted


def _watched(context: PageContext, kind: str) -> None:
    """How far the work is, looked at again and again while it runs; then the file, or why there is none."""
    job: Job = st.session_state["report_job"]

    @st.fragment(run_every=_EVERY if job.is_running else None)
    def watched() -> None:
        if job.is_running:
            st.progress(job.share, escape_markdown(context.text(f"report.part_{job.part}") + " …"))
            st.button(context.text("report.cancel"), on_click=job.cancel, key="report_cancel")
        elif job.made is not None:
            stem = f"progress_report_{context.period.name.replace('..', '_')}_{context.view.audience}"
            name = f"demo_{stem}" if context.view.is_demo else stem
            st.success(context.text("report.made"), icon=":material/check_circle:")
            st.download_button(
                context.text("report.take"),
                job.made,
                f"{name}.{kind}",
                MIME[kind],
                key="report_file",
                on_click="ignore",
                icon=":material/download:",
            )
        elif job.error is not None:
            st.info(escape_markdown(job.error.message(context.language.code)), icon=":material/info:")

    watched()
