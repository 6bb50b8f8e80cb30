"""Which names are a person's, which an organisation's, and which could be either."""

import pytest

from analytics.intake.person_names import is_organisation_name, is_person_name


@pytest.mark.parametrize(
    "name",
    [
        "Ada Zweifel",
        "ADA ZWEIFEL",
        "Bo Anders",
        "Anna-Lena von der Heide",
        "Zweifel, Ada",
        "Frau Zweifel",
        "Herr Karl Weber",
        "Dr. Müller",
        "Prof. Dr.-Ing. Ada Zweifel",
    ],
)
def test_a_persons_name(name):
    assert is_person_name(name)
    assert not is_organisation_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "Dr. Müller Maschinenbau",
        "Ingenieurbüro Karl Weber",
        "Karl Weber e.K.",
        "Anna Schmidt Consulting",
        "Weber & Söhne",
        "Kessel Optik GmbH",
        "Hochschule Nordrand",
        "Max-Planck-Institut für Kohlenforschung",
        "Stadt Hagen",
        "Frau Holle GmbH",
    ],
)
def test_an_organisations_name(name):
    assert is_organisation_name(name)
    assert not is_person_name(name)


@pytest.mark.parametrize("name", ["", "Zweifel", "Kessel", "Sankt Augustin", "'; drop table x; --", "Dr.", "E1", "4.0"])
def test_a_name_that_could_be_either_is_neither(name):
    assert not is_person_name(name)
    assert not is_organisation_name(name)
