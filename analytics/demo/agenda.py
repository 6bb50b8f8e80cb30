"""The network's calendar from 2022 to 2026: few events at first, more later; quiet summers, busy autumns."""

from typing import NamedTuple


class Entry(NamedTuple):
    """One line of the calendar. ``town`` is empty for what is held online."""

    month: str
    format: str
    title: str
    topics: tuple[str, ...]
    town: str
    status: str = "held"


RECEPTION_2024 = "Sommerempfang des Netzwerks"
"""The one event that follows a real one: Zeche Zollern, Dortmund, 13 June 2024, more than 80 guests."""

# One event a line reads best.
# fmt: off
AGENDA = (
    Entry("2022-03", "forum", "Auftaktforum: Grüne Produktion in Westfalen", ("Dekarbonisierung",), "Dortmund"),
    Entry("2022-04", "board", "Beirat: Gründungssitzung", (), "Dortmund"),
    Entry("2022-05", "workshop", "Energie sparen im laufenden Betrieb", ("Energieeffizienz",), "Hagen"),
    Entry("2022-06", "reception", "Sommerempfang 2022", ("Dekarbonisierung",), "Bochum"),
    Entry("2022-09", "company_visit", "Betriebsbesuch: Reste werden Rohstoff", ("Kreislaufwirtschaft",), "Hagen"),
    Entry("2022-10", "forum", "Herbstforum Grüne Produktion 2022", ("Dekarbonisierung", "Energieeffizienz"), "Unna"),
    Entry("2022-10", "webinar", "Förderung verstehen in 60 Minuten", (), ""),
    Entry("2022-11", "workshop", "Abwärme messen, Abwärme nutzen", ("Abwärme",), "Hamm"),

    Entry("2023-01", "webinar", "Strompreise und Lastmanagement", ("Energieeffizienz",), ""),
    Entry("2023-02", "board", "Beirat: Sitzung 2023", (), "Unna"),
    Entry("2023-03", "workshop", "Digitaler Zwilling für kleine Betriebe", ("Digitalisierung",), "Bochum"),
    Entry("2023-03", "matchmaking", "Start-ups treffen Mittelstand 2023", ("Digitalisierung", "Robotik"), "Dortmund"),
    Entry("2023-04", "company_visit", "Betriebsbesuch: Eine Halle, drei Energieträger",
          ("Wasserstoff", "Dekarbonisierung"), "Hamm"),
    Entry("2023-05", "workshop", "Leichter bauen mit weniger Material", ("Leichtbau",), "Bochum"),
    Entry("2023-06", "reception", "Sommerempfang 2023", ("Dekarbonisierung",), "Hagen"),
    Entry("2023-06", "company_visit", "Betriebsbesuch: Der Roboter als Kollege", ("Robotik", "Fachkräfte"), "Unna"),
    Entry("2023-09", "forum", "Herbstforum Grüne Produktion 2023", ("Dekarbonisierung", "Wasserstoff"), "Dortmund"),
    Entry("2023-10", "workshop", "Wasserstoff in der Wärmebehandlung", ("Wasserstoff",), "Hagen", "cancelled"),
    Entry("2023-11", "forum", "Fachkräfteforum: Wer baut die Zukunft?", ("Fachkräfte",), "Bochum"),
    Entry("2023-11", "webinar", "Klimabilanz leicht gemacht", ("Dekarbonisierung",), ""),

    Entry("2024-01", "webinar", "Neue Förderrunde, neue Chancen", (), ""),
    Entry("2024-02", "board", "Beirat: Frühjahrssitzung 2024", (), "Hamm"),
    Entry("2024-02", "workshop", "Druckluft: Lecks finden, Geld sparen", ("Energieeffizienz",), "Hagen"),
    Entry("2024-03", "forum", "Frühjahrsforum Kreislaufwirtschaft", ("Kreislaufwirtschaft",), "Hamm"),
    Entry("2024-03", "company_visit", "Betriebsbesuch: Ersatzteile aus dem Drucker", ("Additive Fertigung",), "Bochum"),
    Entry("2024-04", "matchmaking", "Forschung trifft Werkbank 2024", ("Additive Fertigung", "Leichtbau"), "Dortmund"),
    Entry("2024-04", "workshop", "Cobots sicher einrichten", ("Robotik",), "Unna"),
    Entry("2024-05", "company_visit", "Betriebsbesuch: Wärme für die Nachbarschaft", ("Abwärme",), "Hagen"),
    Entry("2024-05", "webinar", "Wasserstoff: was heute schon geht", ("Wasserstoff",), ""),
    Entry("2024-06", "reception", RECEPTION_2024, ("Dekarbonisierung", "Kreislaufwirtschaft"), "Dortmund"),
    Entry("2024-06", "workshop", "Ausbildung in der grünen Werkhalle", ("Fachkräfte",), "Hamm"),
    Entry("2024-09", "forum", "Herbstforum Grüne Produktion 2024", ("Dekarbonisierung", "Robotik"), "Bochum"),
    Entry("2024-09", "workshop", "Produktpass und Rezyklate", ("Kreislaufwirtschaft", "Digitalisierung"), "Dortmund"),
    Entry("2024-10", "matchmaking", "Start-ups treffen Mittelstand 2024", ("Digitalisierung", "Abwärme"), "Hagen"),
    Entry("2024-10", "board", "Beirat: Herbstsitzung 2024", (), "Bochum"),
    Entry("2024-11", "company_visit", "Betriebsbesuch: Eine Fabrik ohne Erdgas", ("Dekarbonisierung",), "Unna"),
    Entry("2024-11", "forum", "Forum Wasserstoff und Prozesswärme", ("Wasserstoff", "Abwärme"), "Dortmund"),
    Entry("2024-12", "webinar", "Maschinendaten ohne Großrechner", ("Digitalisierung",), ""),

    Entry("2025-01", "webinar", "Wärmepumpen für Prozesswärme", ("Abwärme", "Energieeffizienz"), ""),
    Entry("2025-02", "board", "Beirat: Frühjahrssitzung 2025", (), "Hagen"),
    Entry("2025-02", "workshop", "Künstliche Intelligenz an der Drehbank", ("Digitalisierung",), "Dortmund"),
    Entry("2025-03", "forum", "Frühjahrsforum Leichtbau und 3D-Druck", ("Leichtbau", "Additive Fertigung"), "Bochum"),
    Entry("2025-03", "company_visit", "Betriebsbesuch: Gebraucht und wie neu", ("Kreislaufwirtschaft",), "Hagen"),
    Entry("2025-04", "workshop", "Lastspitzen kappen", ("Energieeffizienz",), "Hamm"),
    Entry("2025-04", "matchmaking", "Forschung trifft Werkbank 2025", ("Robotik", "Leichtbau"), "Dortmund"),
    Entry("2025-05", "company_visit", "Betriebsbesuch: Wasserstoff am Brenner", ("Wasserstoff",), "Hamm"),
    Entry("2025-05", "workshop", "Reparieren als Geschäftsmodell", ("Kreislaufwirtschaft",), "Soest"),
    Entry("2025-06", "reception", "Sommerempfang 2025", ("Dekarbonisierung", "Fachkräfte"), "Unna"),
    Entry("2025-06", "company_visit", "Betriebsbesuch: Montage mit Robotern", ("Robotik",), "Bochum", "cancelled"),
    Entry("2025-07", "workshop", "Ferienwerkstatt: Nachwuchs an die Maschinen", ("Fachkräfte",), "Bochum"),
    Entry("2025-09", "forum", "Herbstforum Grüne Produktion 2025", ("Dekarbonisierung", "Abwärme"), "Dortmund"),
    Entry("2025-09", "company_visit", "Betriebsbesuch: Abwärme im Kreislauf", ("Abwärme",), "Herne"),
    Entry("2025-10", "matchmaking", "Start-ups treffen Mittelstand 2025", ("Energieeffizienz", "Robotik"), "Bochum"),
    Entry("2025-10", "workshop", "Metalldruck im Mittelstand", ("Additive Fertigung",), "Hagen"),
    Entry("2025-10", "board", "Beirat: Herbstsitzung 2025", (), "Dortmund"),
    Entry("2025-11", "forum", "Fachkräfteforum: Lernen in der Produktion", ("Fachkräfte", "Digitalisierung"), "Hamm"),
    Entry("2025-11", "webinar", "Klimaziele in der Lieferkette", ("Dekarbonisierung",), ""),

    Entry("2026-01", "webinar", "Energiemanagement Schritt für Schritt", ("Energieeffizienz",), ""),
    Entry("2026-02", "board", "Beirat: Frühjahrssitzung 2026", (), "Unna"),
    Entry("2026-02", "workshop", "Robotik für kleine Losgrößen", ("Robotik",), "Unna"),
    Entry("2026-03", "forum", "Frühjahrsforum Abwärme und Wärmenetze", ("Abwärme",), "Hagen"),
    Entry("2026-03", "company_visit", "Betriebsbesuch: Leichtbau in Serie", ("Leichtbau",), "Bochum"),
    Entry("2026-04", "matchmaking", "Forschung trifft Werkbank 2026", ("Wasserstoff", "Leichtbau"), "Hamm"),
    Entry("2026-04", "workshop", "Wasserstoff: Sicherheit in der Halle", ("Wasserstoff",), "Dortmund"),
    Entry("2026-05", "company_visit", "Betriebsbesuch: Produktion im Takt der Sonne",
          ("Energieeffizienz", "Dekarbonisierung"), "Gütersloh"),
    Entry("2026-05", "workshop", "Rezyklate in der Serie", ("Kreislaufwirtschaft",), "Hamm", "cancelled"),
    Entry("2026-06", "reception", "Sommerempfang 2026", ("Dekarbonisierung", "Kreislaufwirtschaft"), "Dortmund"),

    Entry("2026-09", "forum", "Herbstforum Grüne Produktion 2026", ("Dekarbonisierung",), "Hagen", "planned"),
    Entry("2026-10", "workshop", "Digitale Produktpässe in der Praxis",
          ("Digitalisierung", "Kreislaufwirtschaft"), "Dortmund", "planned"),
    Entry("2026-11", "matchmaking", "Start-ups treffen Mittelstand 2026", ("Robotik", "Abwärme"), "Bochum", "planned"),
)
# fmt: on
