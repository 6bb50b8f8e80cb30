"""The guess of what an organisation is, from its name. Precision counts before recall."""

import duckdb
import pytest

from analytics.intake.formats.kinds import kind_macro
from analytics.model import ENUMERATIONS
from analytics.warehouse.sql import sql_file

SCIENCE = (
    "Technische Universität Dortmund",
    "TU Dortmund",
    "Uni Bielefeld",
    "HAW Hamburg",
    "RUHR-UNIVERSITAET BOCHUM",
    "Hochschule Hamm-Lippstadt",
    "Fachhochschule Südwestfalen",
    "Fraunhofer IML",
    "Max-Planck-Institut für Kohlenforschung",
    "Forschungszentrum Jülich GmbH",
    "Université de Liège",
    "Università degli Studi di Milano",
    "Bilkent Üniversitesi",
    "Uniwersytet Warszawski",
    "The University of Leeds",
    "CNRS",
    "Polish Academy of Sciences",
    "Institut für angewandte Systemtechnik GmbH",
)
COMPANY = (
    "Müller & Söhne KG",
    "UNI Elektro GmbH",
    "Stahlwerk Nord GmbH & Co. KG",
    "Schmidt e.K.",
    "RWE AG",
    "Volksbank Nord eG",
    "Stadtwerke Hamm GmbH",
    "Stadtwerke Unna",
    "Acme Ltd.",
    "Acme Research Limited",
    "Telecom Esempio S.p.A.",
    "Exemple S.A.S.",
    "Voorbeeld B.V.",
    "Esimerkki Oy",
    "Příklad s.r.o.",
    "Eksempel A/S",
    "Beispiel SE",
    "Kreislauf Technik GmbH",
)
PUBLIC = (
    "Stadt Hagen",
    "Kreis Unna",
    "Landeshauptstadt Düsseldorf",
    "Universitätsstadt Siegen",
    "Wirtschaftsförderung Dortmund",
    "Kreis Unna - Wirtschaftsförderungsgesellschaft mbH",
    "Bundesministerium für Forschung",
    "Ministry of Education and Science",
    "Ministero della Salute",
    "Comune di Esempio",
    "City of Leeds",
    "Deutsche Forschungsgemeinschaft",
)
MULTIPLIER = (
    "IHK zu Dortmund",
    "Handwerkskammer Dortmund",
    "Südwestfälische Industrie- und Handelskammer",
    "Kreishandwerkerschaft Nord",
    "Bundesverband Beispiel e. V.",
    "Cluster Umwelttechnologien",
    "European Association of Examples",
    "Example Platform AISBL",
    "TechnologieZentrum Nord GmbH",
)
UNKNOWN = ("Beispiel", "Erika Mustermann", "Zentrum für Beispiele", "Stiftung Beispiel", "Klinikum Nord", "Kreisel")


@pytest.fixture(scope="module")
def rules():
    with duckdb.connect() as connection:
        connection.execute(sql_file("analytics.warehouse.checks", "workbench"))
        connection.execute(sql_file("analytics.intake.formats.sql", "macros"))
        connection.execute(kind_macro())
        yield connection


@pytest.fixture(scope="module")
def guess(rules):
    return lambda name: rules.execute("select guessed_kind(?)", [name]).fetchone()[0]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        *(("science", name) for name in SCIENCE),
        *(("company", name) for name in COMPANY),
        *(("public", name) for name in PUBLIC),
        *(("multiplier", name) for name in MULTIPLIER),
        *((None, name) for name in UNKNOWN),
    ],
)
def test_a_name_tells_the_kind(guess, kind, name):
    assert guess(name) == kind


def test_nothing_is_guessed_from_nothing(guess):
    assert guess(None) is None
    assert guess("") is None


def test_the_rules_use_the_models_kinds_and_plain_names():
    import re
    from importlib.resources import files

    import yaml

    rules = yaml.safe_load(files("analytics.intake.formats").joinpath("kinds.yaml").read_text("utf-8"))
    for rule in rules:
        assert rule["kind"] in ENUMERATIONS["organisation_kind"].tokens
        assert set(rule) <= {"kind", "parts", "words", "endings"}
        for word in (*rule.get("parts", []), *rule.get("words", []), *rule.get("endings", [])):
            assert re.fullmatch(r"[a-z0-9 ]+", word), word


def test_of_the_real_names_seven_in_eight_get_a_guess(rules, real_file):
    names = "(select distinct org_name from read_csv(?, all_varchar = true))"
    share = rules.execute(f"select count(guessed_kind(org_name)) / count(*) from {names}", [str(real_file)]).fetchone()
    assert share[0] > 0.85
