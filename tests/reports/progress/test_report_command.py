"""``python -m analytics report``: the file, the exit codes, and never a traceback."""

import pytest

from analytics.commands.run import run


@pytest.fixture
def report(demo_store, monkeypatch, tmp_path):
    monkeypatch.setenv("NETWORK_STORE", str(demo_store.folder))

    def ask(*arguments, name="out.md"):
        return run(["report", "progress", "--out", str(tmp_path / name), *arguments]), tmp_path / name

    return ask


def test_it_writes_the_file_that_its_ending_asks_for(report, capsys):
    code, file = report("--language", "de", "--from", "2025-Q1", "--until", "2025-Q4", "--network", "Das Netz")
    assert code == 0
    text = file.read_text("utf-8")
    assert "Das Netz, 01.01.2025 bis 31.12.2025" in text
    assert str(file) in capsys.readouterr().out


def test_its_language_is_the_reports_and_not_the_terminals(report, monkeypatch):
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    _, file = report("--language", "en")
    assert "Planned and achieved" in file.read_text("utf-8")


def test_for_the_ministry(report):
    code, file = report("--audience", "ministry", "--format", "docx", name="paper")
    assert code == 0
    assert file.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--from", "2025-Q4", "--until", "2025-Q1"),
        ("--from", "next year"),
        ("--audience", "everybody"),
        ("--format", "odt"),
    ],
)
def test_wrong_use_is_2(report, arguments, capsys):
    try:
        code, _ = report(*arguments)
    except SystemExit as ended:
        code = ended.code
    assert code == 2
    assert "Traceback" not in capsys.readouterr().err


def test_an_unknown_ending_is_2(report, capsys):
    code, file = report("--language", "en", name="report.odt")
    assert code == 2
    assert not file.exists()


def test_a_period_without_data_is_1(report, capsys):
    code, file = report("--from", "2150-Q1", "--until", "2150-Q4")
    assert code == 1
    assert not file.exists()


def test_an_empty_store_is_1(empty_store, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("NETWORK_STORE", str(empty_store.folder))
    assert run(["--language", "de", "report", "progress", "--out", str(tmp_path / "x.md")]) == 1
    assert capsys.readouterr().err.startswith("Es gibt nichts zu berichten")


def test_a_folder_that_cannot_be_written_to_is_1(demo_store, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("NETWORK_STORE", str(demo_store.folder))
    assert run(["report", "progress", "--out", str(tmp_path / "none" / "x.md")]) == 1
    assert "Traceback" not in capsys.readouterr().err
