"""Networks drawn elsewhere: Kumu's elements and connections, Gephi's nodes and edges."""

import openpyxl

KUMU = {
    "Elements": [
        ("Label", "Type", "Tags", "Description"),
        ("Kessel Optik GmbH", "Company", None, None),
        ("Lohmann AG", "Company", None, None),
        ("Hochschule Nordrand", "University", None, None),
        ("Ada Zweifel", "Person", None, None),
    ],
    "Connections": [
        ("From", "To", "Type", "Tags"),
        ("Kessel Optik GmbH", "Lohmann AG", "Kooperation", None),
        ("Lohmann AG", "Hochschule Nordrand", "Kooperation", None),
        ("Lohmann AG", "Kessel Optik GmbH", "Kooperation", None),
    ],
}


def members(intake):
    """The names of each cooperation's members."""
    names = dict(intake.rows("organisations", "organisation_id", "name"))
    found = {}
    for cooperation, organisation in intake.rows("cooperation_members", "cooperation_id", "organisation_id"):
        found.setdefault(cooperation, set()).add(names[organisation])
    return sorted(sorted(who) for who in found.values())


def test_kumus_workbook(intake):
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for title, rows in KUMU.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
    workbook.save(intake.folder / "kumu.xlsx")
    report = intake.take("kumu.xlsx")
    assert [found.reason("de") for found in report.rejections] == []
    assert members(intake) == [["Hochschule Nordrand", "Lohmann AG"], ["Kessel Optik GmbH", "Lohmann AG"]]
    kinds = dict(intake.rows("organisations", "name", "kind"))
    assert kinds == {"Kessel Optik GmbH": "company", "Lohmann AG": "company", "Hochschule Nordrand": "science"}
    assert {"notes.drawn_person", "notes.undated_cooperations"} <= {note.key for note in report.notes}
    everything = b"".join(path.read_bytes() for path in intake.store.folder.rglob("*") if path.is_file())
    assert b"Zweifel" not in everything


def test_gephis_files_join_by_identity(intake):
    intake.file("nodes.csv", "Id,Label,Type\nn1,Kessel Optik GmbH,\nn2,Lohmann AG,\n")
    intake.file("edges.csv", "Source,Target,Type,Weight,Start\nn1,n2,Undirected,1,2024-03-01\n")
    assert [found.reason("de") for found in intake.take().rejections] == []
    assert members(intake) == [["Kessel Optik GmbH", "Lohmann AG"]]
    assert sorted(intake.rows("organisations", "organisation_id")) == [("n1",), ("n2",)]
    assert [stage for (stage,) in intake.rows("cooperation_stages", "stage")] == ["3"]
