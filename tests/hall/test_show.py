"""The show as a document."""

import re


def test_the_show_is_a_document_that_loads_from_its_own_host_alone(hall, demo_store):
    answer = hall(demo_store).get("/reception", headers={"accept-language": "en-GB,en;q=0.9"})
    assert answer.status_code == 200
    assert '<html lang="en"' in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert not re.search(r"(src|href)=\"(https?:)?//", answer.text)


def test_scripts_styles_and_letters_are_there_and_only_in_their_present_version(hall, demo_store):
    opened = hall(demo_store)
    page = opened.get("/reception").text
    for address in re.findall(r"(?:src|href)=\"([^\"]+)\"", page):
        assert opened.get(f"/{address}").status_code == 200
    assert opened.get("/reception/000000000000.js").status_code == 404
    assert opened.get("/hall/font/400.ttf").content[:4] == b"\x00\x01\x00\x00"
