"""What reports say, read back from their files."""

import re
import zipfile
from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from analytics.language import LANGUAGES, Language


@pytest.fixture
def german():
    return Language("de")


@pytest.fixture
def english():
    return Language("en")


@pytest.fixture(params=LANGUAGES)
def language(request):
    return Language(request.param)


@pytest.fixture(scope="session")
def words():
    """All text of a PDF: on its pages, in its outline, its properties and its tags."""

    @cache
    def read(pdf):
        reader = PdfReader(BytesIO(pdf))
        pages = [page.extract_text() for page in reader.pages]
        return "\n".join([*pages, *_strings(reader)])

    return read


@pytest.fixture(scope="session")
def squeezed():
    """Text without spaces, line breaks and hyphens, so that a name is found however it was broken."""
    return lambda text: re.sub(r"[\s\-\u00ad\u2010\u2011]+", "", text)


def _strings(reader):
    """Every string of the file's objects: titles, alternatives, properties."""
    found = []

    def walk(thing):
        if isinstance(thing, str) and not thing.startswith("/"):
            found.append(str(thing))
        elif isinstance(thing, dict):
            for value in thing.values():
                walk(value)
        elif isinstance(thing, list):
            for value in thing:
                walk(value)

    for number in range(1, len(reader.xref[0]) + 2 if 0 in reader.xref else 1):
        walk(reader.get_object(number))
    return found


@pytest.fixture(scope="session")
def everything_in():
    """The text of all parts of an office file, those of workbooks inside it, too."""

    def read(archive):
        said = []
        with zipfile.ZipFile(BytesIO(archive)) as parts:
            for name in parts.namelist():
                held = parts.read(name)
                if name.endswith(".xlsx"):
                    said.append(read(held))
                elif name.endswith((".xml", ".rels")):
                    text = held.decode()
                    said += [re.sub(r"<[^>]+>", "", text), *re.findall(r'"([^"]*)"', text)]
        return "\n".join(said)

    return read
