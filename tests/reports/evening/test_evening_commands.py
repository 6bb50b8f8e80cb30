"""``python -m analytics report introductions`` and ``report evening``: the files, and how wrong use ends."""

import pytest

from analytics.commands.run import run


@pytest.fixture
def report(demo_store, monkeypatch, tmp_path):
    monkeypatch.setenv("NETWORK_STORE", str(demo_store.folder))

    def ask(*arguments, name):
        try:
            code = run(["report", *arguments, "--out", str(tmp_path / name)])
        except SystemExit as ended:
            code = ended.code
        return code, tmp_path / name

    return ask


@pytest.mark.parametrize(("name", "begins"), [("sheet.pdf", b"%PDF"), ("sheet.xlsx", b"PK")])
def test_the_sheet(report, capsys, name, begins):
    code, file = report("introductions", "--event", "V68", name=name)
    assert code == 0
    assert file.read_bytes().startswith(begins)
    assert str(file) in capsys.readouterr().out


def test_the_summary_is_the_public_s_unless_another_is_asked_for(report):
    _, usual = report("evening", "--event", "V57", "--language", "en", name="usual.md")
    code, own = report(
        "evening", "--event", "V57", "--language", "en", "--audience", "management", "--format", "md", name="own"
    )
    assert code == 0
    assert "For the public" in usual.read_text("utf-8")
    assert "For internal use only" in own.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("introductions", "--event", "V57"), "held.pdf"),
        (("introductions", "--event", "nobody's"), "none.pdf"),
        (("introductions", "--event", "V68"), "sheet.docx"),
        (("introductions", "--event", "V68", "--audience", "public"), "sheet.pdf"),
        (("introductions",), "sheet.pdf"),
        (("evening", "--event", "V68"), "planned.pdf"),
        (("evening", "--event", "V66"), "cancelled.pdf"),
        (("evening", "--event", "V57"), "summary.xlsx"),
        (("evening", "--event", "V57", "--audience", "ministry"), "summary.pdf"),
        ((), "nothing.pdf"),
    ],
)
def test_wrong_use_is_2_and_leaves_no_file(report, capsys, arguments, name):
    code, file = report(*arguments, name=name)
    assert code == 2
    assert not file.exists()
    assert "Traceback" not in capsys.readouterr().err
