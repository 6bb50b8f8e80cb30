"""The files that are committed, and the command that makes them."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analytics.demo import DEFAULT_SEED, generate, write
from analytics.demo.__main__ import main
from analytics.model import TABLES

ROOT = Path(__file__).parents[2]
COMMITTED = ROOT / "data" / "demo"


def contents(folder):
    return {file.name: file.read_bytes() for file in folder.glob("*.csv")}


def test_the_committed_files_are_what_the_seed_gives(tmp_path, tables):
    write(tmp_path, tables)
    assert set(contents(COMMITTED)) == {f"{name}.csv" for name in TABLES}
    assert contents(tmp_path) == contents(COMMITTED)


def test_another_process_with_another_hash_seed_gives_the_same_bytes(tmp_path):
    command = [sys.executable, "-m", "analytics.demo", "--out", str(tmp_path)]
    result = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": "4711"}, capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert "organisations 450" in result.stdout
    assert contents(tmp_path) == contents(COMMITTED)


def test_another_seed_gives_another_region(tables):
    other = generate(DEFAULT_SEED + 1)
    changed = [name for name, table in tables.items() if not table.equals(other[name])]
    assert set(TABLES) - set(changed) == {
        "organisation_aliases", "organisation_comparisons", "targets", "target_notes",
    }  # fmt: skip


def test_the_null_region_is_written_on_demand(tmp_path, capsys):
    assert main(["--out", str(tmp_path), "--seed", "3", "--null"]) == 0
    written = contents(tmp_path)
    write(tmp_path, generate(3, null=True))
    assert contents(tmp_path) == written
    assert capsys.readouterr().err == ""


def test_a_folder_that_cannot_be_made_is_said_in_one_line(tmp_path, capsys):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    assert main(["--out", str(in_the_way)]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_negative_seed_is_wrong_use(tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["--out", str(tmp_path), "--seed", "-1"])
    assert stopped.value.code == 2
    assert "--seed" in capsys.readouterr().err


def test_files_are_plain_csv(tmp_path, tables):
    write(tmp_path, tables)
    text = (tmp_path / "organisations.csv").read_bytes()
    lines = text.decode("utf-8").split("\n")
    assert lines[0].split(",") == [column.name for column in TABLES["organisations"].columns]
    assert b"\r" not in text
    assert ",true," in lines[1]
    assert "2022-01-17" in lines[1]
    assert not any("NaN" in line or "NaT" in line or "<NA>" in line for line in lines)


def test_a_region_is_made_in_well_under_a_second_and_a_half():
    start = time.perf_counter()
    generate(99)
    assert time.perf_counter() - start < 1.5


def test_the_readme_says_that_all_is_invented_and_how_to_make_it_again(tables):
    readme = (COMMITTED / "README.md").read_text("utf-8")
    assert "Alles hier ist erfunden" in readme
    assert "Everything here is invented" in readme
    assert f"python -m analytics.demo --out data/demo --seed {DEFAULT_SEED}" in readme
    for name, table in tables.items():
        assert f"| {name}.csv | {len(table)} |" in readme
