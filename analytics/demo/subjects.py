"""What cooperations are about: subjects by topic, and the form of work that each kind of cooperation takes."""

SUBJECTS: dict[str, tuple[str, ...]] = {
    "Abwärme": (
        "Abwärme aus dem Härteofen", "Wärmenetz im Gewerbegebiet", "Abwärme für das Nachbarquartier",
        "Druckluftwärme für die Hallenheizung", "Wärmespeicher aus Schlacke", "Wärmetauscher für staubige Abluft",
        "Abwärmekarte für Betriebe", "Prozesswärme aus der Wärmepumpe", "Trocknen mit Abwärme",
    ),
    "Additive Fertigung": (
        "Gedruckte Gussformen", "Ersatzteile auf Abruf", "Metallpulver aus Spänen", "Gedruckte Greifer",
        "Prüfverfahren für gedruckte Bauteile", "Hydraulikblöcke mit weniger Gewicht", "Werkzeugreparatur mit Laser",
        "Kühlkanäle aus dem Drucker",
    ),
    "Dekarbonisierung": (
        "Klimabilanz auf Produktebene", "Elektrisch beheizter Ofen", "Prozesswärme aus Ökostrom",
        "Fahrplan zur klimaneutralen Halle", "Grüner Dampf für die Trocknung", "Lieferkette mit Klimadaten",
        "Solarstrom vom Hallendach", "Werksverkehr ohne Diesel", "Biogene Brennstoffe im Ofen",
    ),
    "Digitalisierung": (
        "Digitaler Zwilling einer Anlage", "Produktpass für Metallwaren", "Datenraum für Zulieferer",
        "Bilderkennung in der Endkontrolle", "Vorausschauende Wartung", "Maschinendaten aus alten Anlagen",
        "Assistenzsystem an der Maschine", "Energiedaten in Echtzeit", "Digitale Werkerführung",
    ),
    "Energieeffizienz": (
        "Lastmanagement im Dreischichtbetrieb", "Druckluft ohne Verluste", "Sparsame Antriebe",
        "Beleuchtung nach Bedarf", "Abschaltung im Leerlauf", "Kühlwasser im Verbund",
        "Batteriespeicher für Lastspitzen", "Energiemanagement für kleine Betriebe", "Pumpen mit Drehzahlregelung",
    ),
    "Fachkräfte": (
        "Ausbildungsverbund Grüne Produktion", "Werkstatttage für Schulen", "Quereinstieg in die Metalltechnik",
        "Lernfabrik auf Rädern", "Duales Studium im Verbund", "Wissen erfahrener Fachkräfte sichern",
        "Weiterbildung Wasserstofftechnik", "Frauen in der Zerspanung",
    ),
    "Kreislaufwirtschaft": (
        "Späne zurück in die Schmelze", "Mehrweg für Kleinladungsträger", "Rezyklat im Spritzguss",
        "Rücknahme gebrauchter Antriebe", "Zink aus Filterstäuben", "Reparaturfreundliche Armaturen",
        "Kühlschmierstoff im Kreislauf", "Prozesswasser im Kreislauf", "Verpackung ohne Verbundstoffe",
    ),
    "Leichtbau": (
        "Leichte Profile für Nutzfahrzeuge", "Hybridbauteile aus Stahl und Faser", "Dünnere Bleche, gleiche Festigkeit",
        "Leichte Förderrollen", "Naturfaser im Gehäuse", "Kleben statt Nieten", "Topologieoptimierte Halterungen",
        "Gussteile mit halber Masse",
    ),
    "Robotik": (
        "Cobot an der Entgratstation", "Roboter für kleine Losgrößen", "Greifer für unsortierte Teile",
        "Fahrerloser Transport zwischen Hallen", "Schweißroboter ohne Programmierung", "Demontage mit Robotern",
        "Sicherheit am Gemeinschaftsarbeitsplatz", "Roboter in der Qualitätsprüfung",
    ),
    "Wasserstoff": (
        "Wasserstoff für den Härteofen", "Brenner mit Wasserstoffbeimischung", "Dichtungen für Wasserstoffleitungen",
        "Elektrolyse am Werkstor", "Wasserstoffstapler im Werksverkehr", "Armaturen für hohen Druck",
        "Wasserstoff statt Erdgas in der Trocknung", "Messtechnik für Wasserstoff", "Gemeinsamer Wasserstoffbezug",
    ),
}  # fmt: skip

_FORMS = {
    "research": ("Forschungsvorhaben", "Machbarkeitsstudie", "Entwicklungsprojekt"),
    "pilot": ("Pilotprojekt", "Praxistest"),
    "commission": ("Umsetzung", "Entwicklungsauftrag"),
    "knowledge_transfer": ("Austauschrunde", "Werkstattreihe", "Transferprojekt"),
    "funding_application": ("Antragsskizze", "Verbundantrag"),
    "other": ("Arbeitskreis", "Initiative"),
}
_FORMS_FOR_SKILLS = {"research": ("Begleitforschung", "Studie"), "commission": ("Umsetzung", "Auftaktprojekt")}


def forms_of(kind: str, topic: str) -> tuple[str, ...]:
    """The forms that a cooperation of this kind takes; people are not developed as machines are."""
    return (_FORMS | _FORMS_FOR_SKILLS if topic == "Fachkräfte" else _FORMS)[kind]
