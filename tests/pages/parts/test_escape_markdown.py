"""Text from the data in places that read Markdown: no sign of it is left to be read, and nothing of it is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.parts.escape_markdown import escape_markdown

JOINER = "\N{WORD JOINER}"
SIGNS = "\\`*_{}[]()<>#+-.!|~$:=&^@/"
MARKED = st.text(
    st.one_of(st.sampled_from(SIGNS + " \n\tw1aä"), st.characters(exclude_categories=("Cs",))), max_size=60
)


def _shown(markdown):
    """What a reader of Markdown shows of a text in which every sign is escaped."""
    return re.sub(r"\\(.)", r"\1", markdown).replace(JOINER, "")


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Forum", "Forum"),
        ("**bold**", r"\*\*bold\*\*"),
        ("<b>x</b>", r"\<b\>x\<\/b\>"),
        (":red[y]", r"\:red\[y\]"),
        ("$z$", r"\$z\$"),
        ("[a](javascript:1)", r"\[a\]\(javascript\:1\)"),
        ("1. x", r"1\. x"),
        ("a\\b", r"a\\b"),
        ("Größe – „so“, 12,5\N{NO-BREAK SPACE}%", "Größe – „so“, 12,5\N{NO-BREAK SPACE}%"),
    ],
)
def test_signs_of_markdown_are_escaped(text, markdown):
    assert escape_markdown(text) == markdown


@pytest.mark.parametrize("text", ["a\nb", "a\n\n    b", "a  \r\nb", "a\u2028b", "a\tb", "a\x0bb"])
def test_a_text_stays_in_one_line(text):
    assert escape_markdown(text) == "a b"


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("a -> b", ("-", ">")),
        ("a <- b", ("<", "-")),
        ("a -- b", ("-", "-")),
        ("a >= b", (">", "=")),
        ("a <= b", ("<", "=")),
        ("a ~= b", ("~", "=")),
        ("https://example.org", (":", "/")),
        ("www.example.org", ("www", ".")),
        ("a@example.org", ("a", "@")),
        (":streamlit:", (":", "streamlit")),
        (":material_home:", (":", "material")),
    ],
)
def test_what_streamlit_replaces_even_when_escaped_is_kept_apart(text, apart):
    # Streamlit makes arrows, dashes, links, icons and its logo of these after Markdown has been read.
    before, after = apart
    assert before + JOINER + after in escape_markdown(text).replace("\\", "")
    assert _shown(escape_markdown(text)) == text


@given(MARKED)
def test_every_sign_is_escaped(text):
    left = re.sub(r"\\.", "", escape_markdown(text))
    assert not set(left) & set(SIGNS)


@given(MARKED)
def test_nothing_is_lost_but_breaks(text):
    assert _shown(escape_markdown(text)) == re.sub(
        r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+", " ", text.replace(JOINER, "")
    )


@given(MARKED)
def test_it_is_one_line(text):
    assert len(escape_markdown(text).splitlines()) <= 1
