"""The branches of invented companies: what stands in the name, the WZ 2008 code, the topics that suggest themselves."""

from typing import NamedTuple


class Branch(NamedTuple):
    """A line of business."""

    label: str
    nace_code: str
    topics: tuple[str, ...]


SERVICE = Branch("Anlagenservice", "33.12", ("Fachkräfte", "Digitalisierung"))

BRANCHES = (
    Branch("Metallbau", "25.11", ("Leichtbau", "Fachkräfte")),
    Branch("Umformtechnik", "25.50", ("Leichtbau", "Energieeffizienz")),
    Branch("Härtetechnik", "25.61", ("Abwärme", "Wasserstoff")),
    Branch("Oberflächentechnik", "25.61", ("Energieeffizienz", "Dekarbonisierung")),
    Branch("Zerspanung", "25.62", ("Digitalisierung", "Fachkräfte")),
    Branch("Werkzeugbau", "25.73", ("Additive Fertigung", "Digitalisierung")),
    Branch("Drahttechnik", "25.93", ("Energieeffizienz", "Kreislaufwirtschaft")),
    Branch("Gusstechnik", "24.51", ("Abwärme", "Additive Fertigung")),
    Branch("Rohrtechnik", "24.20", ("Wasserstoff", "Leichtbau")),
    Branch("Antriebstechnik", "28.15", ("Robotik", "Digitalisierung")),
    Branch("Pumpentechnik", "28.13", ("Energieeffizienz", "Wasserstoff")),
    Branch("Fördertechnik", "28.22", ("Robotik", "Digitalisierung")),
    Branch("Ofenbau", "28.21", ("Wasserstoff", "Abwärme", "Dekarbonisierung")),
    Branch("Maschinenbau", "28.99", ("Robotik", "Fachkräfte", "Digitalisierung")),
    Branch("Armaturen", "28.14", ("Wasserstoff", "Additive Fertigung")),
    Branch("Elektrotechnik", "27.12", ("Energieeffizienz", "Digitalisierung")),
    Branch("Messtechnik", "26.51", ("Digitalisierung", "Robotik")),
    Branch("Kunststofftechnik", "22.29", ("Kreislaufwirtschaft", "Leichtbau")),
    Branch("Fahrzeugteile", "29.32", ("Leichtbau", "Dekarbonisierung")),
    Branch("Keramik", "23.49", ("Abwärme", "Dekarbonisierung")),
    Branch("Verpackungen", "17.21", ("Kreislaufwirtschaft",)),
    SERVICE,
)
"""Branches within WZ section C, the manufacturing industries."""

OTHER_BRANCHES = (
    Branch("Wertstoffe", "38.32", ("Kreislaufwirtschaft",)),
    Branch("Energiedienste", "35.30", ("Abwärme", "Wasserstoff", "Dekarbonisierung")),
    Branch("Softwarehaus", "62.01", ("Digitalisierung", "Robotik")),
    Branch("Ingenieurbüro", "71.12", ("Energieeffizienz", "Dekarbonisierung", "Leichtbau")),
    Branch("Maschinenhandel", "46.69", ("Digitalisierung",)),
    Branch("Logistik", "52.29", ("Dekarbonisierung", "Fachkräfte")),
)
"""Branches outside manufacturing."""

WORKS = (
    Branch("Walzwerk", "24.10", ("Wasserstoff", "Dekarbonisierung")),
    Branch("Hammerwerk", "25.50", ("Abwärme", "Fachkräfte")),
    Branch("Gießerei", "24.51", ("Abwärme", "Kreislaufwirtschaft")),
    Branch("Drahtwerk", "24.34", ("Energieeffizienz",)),
    Branch("Papiermühle", "17.12", ("Kreislaufwirtschaft", "Abwärme")),
    Branch("Glashütte", "23.13", ("Wasserstoff", "Dekarbonisierung")),
    Branch("Ziegelei", "23.32", ("Dekarbonisierung", "Abwärme")),
    Branch("Weberei", "13.20", ("Kreislaufwirtschaft", "Leichtbau")),
    Branch("Sägewerk", "16.10", ("Kreislaufwirtschaft",)),
    Branch("Maschinenfabrik", "28.99", ("Robotik", "Fachkräfte")),
    Branch("Molkerei", "10.51", ("Energieeffizienz", "Abwärme")),
    Branch("Druckerei", "18.12", ("Energieeffizienz", "Digitalisierung")),
)
"""Works that are called after their place."""

STARTUP_BRANCHES = (
    Branch("Robotics", "28.99", ("Robotik", "Fachkräfte")),
    Branch("Analytics", "62.01", ("Digitalisierung", "Energieeffizienz")),
    Branch("Sensorik", "26.51", ("Digitalisierung", "Abwärme")),
    Branch("Materials", "72.19", ("Leichtbau", "Kreislaufwirtschaft", "Additive Fertigung")),
    Branch("Energy", "71.12", ("Wasserstoff", "Abwärme", "Dekarbonisierung")),
    Branch("3D", "25.62", ("Additive Fertigung",)),
    Branch("Labs", "72.19", ("Dekarbonisierung", "Wasserstoff")),
    Branch("Systems", "62.02", ("Energieeffizienz", "Kreislaufwirtschaft")),
    Branch("Akademie", "85.59", ("Fachkräfte", "Digitalisierung")),
)
"""What start-ups do; the word stands in their names."""
