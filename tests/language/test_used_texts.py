"""The texts and the code that says them: no text that nobody says, no key without a text, no place left unfilled.

The code is read, not run. A key is said by a string such as "events.none", or by one with places such as
f"kpis.group_{group}"; what fills the place must itself stand somewhere, as a string in the code, a word in SQL, or a name that columns may
have.
"""

import ast
import re
import string
from pathlib import Path

from analytics.intake.vocabulary import SUBJECTS as VOCABULARIES
from analytics.intake.vocabulary import vocabulary
from analytics.language.load import texts

ROOT = Path(__file__).parents[2]
SOURCES = sorted([*(ROOT / "analytics").rglob("*.py"), *(ROOT / "pages").rglob("*.py"), ROOT / "dashboard.py"])
SUBJECTS = sorted({key.partition(".")[0] for key in texts()})
KEY = re.compile(rf"(?:{'|'.join(SUBJECTS)})\.\w+")
FILES = (".css", ".md", ".svg", ".gexf", ".graphml")
ERRORS = {"StoreError", "SnapshotError", "IntakeError", "QuestionError", "AccessError", "DashboardError"}
ERRORS |= {"DoorError", "FeedbackError", "NotAllowedError"}


TREES = {path: ast.parse(path.read_text("utf-8")) for path in SOURCES}


def _nodes():
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            yield path, node


def _pattern(node):
    """A string with places as a regular expression, its constant parts escaped."""
    parts = [
        re.escape(part.value) if isinstance(part, ast.Constant) else r"(\w+)"
        for part in node.values
        if isinstance(part, ast.Constant | ast.FormattedValue)
    ]
    return "".join(parts)


PLACED = [node for _, node in _nodes() if isinstance(node, ast.JoinedStr)]
PATTERNS = {_pattern(node) for node in PLACED}
PARTS = {id(part) for node in PLACED for part in node.values}
STRINGS = {
    node.value
    for _, node in _nodes()
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in PARTS
}
WORDS = (
    STRINGS
    | {word for path in (ROOT / "analytics").rglob("*.sql") for word in re.findall(r"\w+", path.read_text("utf-8"))}
    | {word for node in PLACED for word in re.findall(r"'(\w+)'", ast.unparse(node))}
    | {f"{subject}_{name}" for subject in VOCABULARIES for name in vocabulary(subject)}
)
TELLING = {pattern for pattern in PATTERNS if re.search(r"[a-z]", pattern.replace(r"(\w+)", ""))}


SCRIPTS = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "pages" / "hall").rglob("*.js")))
IN_SCRIPTS = set(re.findall(r"\"(\w+)\"", SCRIPTS))
BEGUN_IN_SCRIPTS = set(re.findall(r"`(\w+_)\$\{\w+\}`", SCRIPTS))
SPOKEN_IN_SCRIPTS = {
    subject
    for subject in SUBJECTS
    if any(
        f'words(language, "{subject}")' in path.read_text("utf-8") for path in (ROOT / "pages" / "hall").glob("*.py")
    )
}


def _is_said(key):
    """Whether the key stands in the code as it is, or as a string with places whose fillings stand there, too."""
    subject, _, name = key.partition(".")
    if subject in SPOKEN_IN_SCRIPTS and (name in IN_SCRIPTS or name.startswith(tuple(BEGUN_IN_SCRIPTS))):
        return True
    if key in STRINGS or (subject in ("errors", "rejections", "notes") and name in WORDS):
        return True
    for pattern in TELLING:
        for text in (key, name):
            found = re.fullmatch(pattern, text)
            if found and all(part in WORDS for part in found.groups()):
                return True
    return False


def test_every_text_is_said():
    assert [key for key in sorted(texts()) if not _is_said(key)] == []


def test_every_key_has_a_text():
    said = {string for string in STRINGS if KEY.fullmatch(string) and not string.endswith(FILES)}
    assert sorted(said - set(texts())) == []


SUBJECT_FIRST = [found for found in PATTERNS if re.match(rf"(?:{'|'.join(SUBJECTS)})\\\.", found)]


def test_every_key_with_places_has_texts():
    silent = [found for found in SUBJECT_FIRST if not any(re.fullmatch(found, key) for key in texts())]
    assert [found for found in silent if not found.endswith(FILES)] == []


def _places(key):
    return {
        name for text in texts()[key].values() for _, name, _, _ in string.Formatter().parse(text) if name is not None
    }


def _keys(argument):
    """The keys that an argument can be; none where it can be any of a subject."""
    if isinstance(argument, ast.IfExp):
        return _keys(argument.body) + _keys(argument.orelse)
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return [argument.value]
    if isinstance(argument, ast.JoinedStr) and not re.fullmatch(r"\w+\\\.\(\\w\+\)", _pattern(argument)):
        return [key for key in texts() if re.fullmatch(_pattern(argument), key)]
    return []


def _sayings():
    """Every call that says a text: where, the key, and the names of what fills it (None where that is not plain)."""
    for path, node in _nodes():
        if not isinstance(node, ast.Call) or not node.args:
            continue
        where = f"{path.relative_to(ROOT)}:{node.lineno}"
        given = {keyword.arg for keyword in node.keywords}
        if isinstance(node.func, ast.Attribute) and node.func.attr == "text":
            keys = [key for key in _keys(node.args[0]) if KEY.fullmatch(key)]
        elif isinstance(node.func, ast.Name) and node.func.id in ERRORS:
            keys = [f"errors.{name}" for name in _keys(node.args[0])]
        else:
            continue
        if isinstance(node.args[0], ast.JoinedStr) and not given:
            continue  # a label: of the many keys that it could be, those with places are never meant
        for key in keys:
            yield where, key, None if None in given else given


def test_what_is_said_fills_the_texts_places():
    for where, key, given in _sayings():
        assert key in texts(), where
        assert given is None or _places(key) <= given, (where, key)


def test_a_text_of_two_forms_is_told_how_many():
    for where, key, given in _sayings():
        if given is not None and any(" || " in text for text in texts()[key].values()):
            assert "n" in given, (where, key)
