"""The federal register of funding: one row a partner, each with a grant of its own."""

from collections import Counter
from datetime import date

HEADER = (
    '="FKZ";="Ressort";="Zuwendungsempfänger";="Gemeindekennziffer";="Stadt/Gemeinde";="Bundesland";="Thema";'
    '="Laufzeit von";="Laufzeit bis";="Fördersumme in EUR";="Verbundprojekt";\n'
)


def row(grant, organisation, title, since, until, funding, joint="", key="05711000"):
    cells = [grant, "BMX", organisation, key, "Bielefeld", "Nordrhein-Westfalen", title, since, until]
    return "".join(f'="{cell}";' for cell in cells) + f'{funding};="{joint}";\n'


def taken(intake, *rows):
    intake.file("suchliste.csv", (HEADER + "".join(rows)).encode("cp1252"))
    report = intake.take()
    assert [found.reason("de") for found in report.rejections] == []
    return report


def test_a_grant_of_one_organisation(intake):
    taken(intake, row("01A", "Kessel Optik GmbH", "Laser", "01.01.2024", "31.12.2026", "1.234,56"))
    assert intake.rows("organisations", "name", "place", "district") == [("Kessel Optik GmbH", "Bielefeld", "05711")]
    assert intake.rows("funding", "funding_id", "approved_eur", "decided_on") == [("01A", 1234.56, date(2024, 1, 1))]
    assert intake.rows("cooperations", "cooperation_id", "title", "ended_on") == [("01A", "Laser", date(2026, 12, 31))]
    assert len(intake.rows("cooperation_members", "organisation_id")) == 1


def test_only_the_column_verbundprojekt_ties_whatever_the_partners_call_it(intake):
    taken(
        intake,
        row(
            "02A",
            "Lohmann AG",
            "Verbund Licht: Teilvorhaben A",
            "01.03.2024",
            "31.12.2026",
            "10,00",
            "01183712/1 - Licht",
        ),
        row("02B", "Birkner KG", "Teilvorhaben B", "01.01.2024", "30.06.2027", "20,50", "01183712/1 - LICHT (Verbund)"),
        row("02C", "Tal GmbH", "Verbund Licht: Teilvorhaben A", "01.01.2024", "30.06.2027", "5,00"),
    )
    assert sorted(intake.rows("cooperations", "title", "ended_on", "origin", "evidence")) == [
        ("Verbund Licht: Teilvorhaben A", date(2027, 6, 30), "unknown", "document"),
        ("Verbund Licht: Teilvorhaben A", date(2027, 6, 30), "unknown", "document"),
    ]
    members = Counter(project for (project,) in intake.rows("cooperation_members", "cooperation_id"))
    assert members.pop("02C") == 1
    assert list(members.values()) == [2]
    assert intake.rows("cooperation_stages", "since") == [(date(2024, 1, 1),)] * 2
    assert sorted(intake.rows("funding", "funding_id", "approved_eur")) == [("02A", 10), ("02B", 20.5), ("02C", 5)]


def test_the_register_of_2026_has_other_titles_and_no_column_of_joint_projects(intake):
    header = (
        "FKZ;Ressort;Referat;Administrierende Stelle;Arb.-Einh.;Förderempfänger /Auftragnehmer;Gemeindekennziffer;"
        "Stadt/Gemeinde;Ort;Bundesland;Staat;Ausführende Stelle;Gemeindekennziffer;Stadt/Gemeinde;Ort;Bundesland;Staat;"
        "Thema des geförderten Vorhabens;Leistungsplansystematik;Klartext Leistungsplansystematik;Laufzeit von;"
        "Laufzeit bis;Förder- / Auftragssumme (Anteil des Bundes) in EUR;Förderprofil;Projekt;Förderart"
    )
    cells = (
        "01A;BMX;1;PT;W;Kessel Optik GmbH;05711000;Bielefeld;Bielefeld;Nordrhein-Westfalen;Deutschland;Werk Hagen;"
        "05914000;Hagen;Hagen;Nordrhein-Westfalen;Deutschland;Laser;AB;Licht;01.01.2024;31.12.2026;1.234,56;"
        "Technologie;LICHT;Zuwendung"
    )
    rows = [";".join(f'="{cell}"' for cell in line.split(";")) + ";\n" for line in (header, cells)]
    intake.file("suchliste.csv", "".join(rows).encode("cp1252"))
    report = intake.take()
    assert [found.reason("de") for found in report.rejections] == []
    assert intake.rows("organisations", "name", "place", "district") == [("Kessel Optik GmbH", "Bielefeld", "05711")]
    assert intake.rows("funding", "funding_id", "approved_eur") == [("01A", 1234.56)]
    assert "notes.no_joint_projects" in {note.key for note in report.notes}
