"""Every enumeration: the tokens that stand in the data, with their German and English labels."""

from analytics.model.declare import Enumeration, Label, Value
from analytics.model.kpi_files import kpi_enumeration


def _enumeration(name: str, de: str, en: str, *values: tuple[str, ...]) -> Enumeration:
    """An enumeration from rows of (token, German, English, further spellings...)."""
    return Enumeration(
        name,
        Label(de, en),
        tuple(Value(row[0], Label(row[1], row[2]), tuple(row[3:])) for row in values),
    )


# fmt: off
_ALL = (
    _enumeration(
        "organisation_kind", "Art der Organisation", "Kind of organisation",
        ("company", "Unternehmen", "Company", "firma", "betrieb", "enterprise", "prc"),
        ("startup", "Start-up", "Start-up", "gruendung"),
        ("science", "Wissenschaft", "Science", "hochschule", "forschung", "university", "hes", "rec"),
        ("public", "Öffentliche Hand", "Public sector", "oeffentlich", "verwaltung", "pub"),
        ("multiplier", "Multiplikator", "Multiplier", "verband", "kammer", "association", "intermediary"),
        ("unknown", "Unbekannt", "Unknown", "oth", "k.a."),
    ),
    _enumeration(
        "size", "Größe", "Size",
        ("micro", "Kleinst (< 10)", "Micro (< 10)", "kleinst", "kleinstunternehmen"),
        ("small", "Klein (< 50)", "Small (< 50)", "klein"),
        ("medium", "Mittel (< 250)", "Medium (< 250)", "mittel"),
        ("large", "Groß (ab 250)", "Large (250 and more)", "gross", "large"),
        ("unknown", "Unbekannt", "Unknown", "k.a."),
    ),
    _enumeration(
        "basis", "Grundlage", "Basis",
        ("verified", "Geprüft", "Verified"),
        ("declared", "Selbst angegeben", "Declared", "selbst", "selbstauskunft"),
        ("estimated", "Geschätzt", "Estimated", "geraten", "guessed"),
    ),
    _enumeration(
        "comparison", "Entscheidung", "Decision",
        ("different", "Verschieden", "Different"),
        ("parent", "Die erste ist die übergeordnete", "The first is the parent", "parent_of"),
        ("child", "Die erste ist ein Teil der anderen", "The first is part of the other", "part_of"),
        ("later", "Später entscheiden", "Decide later"),
    ),
    _enumeration(
        "event_format", "Format", "Format",
        ("reception", "Empfang", "Reception"),
        ("workshop", "Workshop", "Workshop"),
        ("forum", "Forum", "Forum", "konferenz", "conference"),
        ("company_visit", "Betriebsbesuch", "Company visit", "unternehmensbesuch"),
        ("matchmaking", "Matchmaking", "Matchmaking"),
        ("webinar", "Webinar", "Webinar"),
        ("board", "Gremium", "Board", "beirat", "meeting"),
        ("other", "Anderes Format", "Other format", "sonstiges", "unbekannt", "unknown"),
    ),
    _enumeration(
        "event_mode", "Durchführung", "Mode",
        ("on_site", "Vor Ort", "On site", "praesenz", "presence"),
        ("online", "Online", "Online", "digital"),
        ("hybrid", "Hybrid", "Hybrid"),
    ),
    _enumeration(
        "event_status", "Stand", "Status",
        ("planned", "Geplant", "Planned"),
        ("held", "Durchgeführt", "Held", "stattgefunden"),
        ("cancelled", "Abgesagt", "Cancelled", "canceled"),
    ),
    _enumeration(
        "participation_status", "Teilnahme", "Participation status",
        ("registered", "Angemeldet", "Registered", "zugesagt", "zusage", "registriert"),
        ("attended", "Teilgenommen", "Attended", "anwesend", "checked in", "erschienen", "eingecheckt", "present",
         "ja", "yes", "true", "wahr", "x", "1"),
        ("no_show", "Nicht erschienen", "No-show", "no show", "gefehlt", "nicht anwesend", "abwesend", "absent",
         "nein", "no", "false", "falsch", "0"),
        ("cancelled", "Abgemeldet", "Cancelled", "storniert", "canceled", "abgesagt", "absage"),
    ),
    _enumeration(
        "participation_role", "Rolle", "Role",
        ("guest", "Gast", "Guest", "attendee", "teilnehmer"),
        ("speaker", "Vortrag", "Speaker", "referent"),
        ("host", "Gastgeber", "Host"),
        ("sponsor", "Förderer", "Sponsor"),
    ),
    _enumeration(
        "cooperation_kind", "Art der Kooperation", "Kind of cooperation",
        ("research", "Forschung und Entwicklung", "Research and development", "fue", "forschung"),
        ("pilot", "Pilotprojekt", "Pilot project", "pilot"),
        ("commission", "Auftrag", "Commission"),
        ("knowledge_transfer", "Wissenstransfer", "Knowledge transfer"),
        ("funding_application", "Förderantrag", "Funding application", "antrag"),
        ("other", "Sonstige", "Other"),
    ),
    _enumeration(
        "origin", "Entstanden durch", "Origin",
        ("event", "Veranstaltung", "Event"),
        ("consultation", "Beratung", "Consultation"),
        ("introduction", "Vermittlung", "Introduction"),
        ("existing", "Bestand", "Existing"),
        ("unknown", "Unbekannt", "Unknown"),
    ),
    _enumeration(
        "evidence", "Nachweis", "Evidence",
        ("none", "Keiner", "None", "kein", "keine"),
        ("self_reported", "Selbst berichtet", "Self-reported", "selbst"),
        ("both_sides", "Von beiden Seiten", "Both sides", "beidseitig"),
        ("document", "Dokument", "Document"),
    ),
    _enumeration(
        "stage", "Stufe", "Stage",
        ("1", "Kontakt", "Contact"),
        ("2", "Austausch", "Exchange"),
        ("3", "Vereinbart", "Agreed"),
        ("4", "Gemeinsames Vorhaben", "Joint project"),
        ("5", "Verstetigt", "Lasting"),
    ),
    _enumeration(
        "member_role", "Rolle in der Kooperation", "Role in the cooperation",
        ("lead", "Leitung", "Lead", "coordinator", "koordinator"),
        ("partner", "Partner", "Partner", "participant"),
        ("associate", "Assoziiert", "Associate", "associatedpartner", "thirdparty"),
    ),
    _enumeration(
        "consultation_kind", "Art der Beratung", "Kind of consultation",
        ("initial", "Erstberatung", "Initial", "erst"),
        ("technology", "Technologieberatung", "Technology", "technologie"),
        ("funding", "Förderberatung", "Funding", "foerder"),
        ("matching", "Partnersuche", "Matching"),
    ),
    _enumeration(
        "outcome", "Ergebnis", "Outcome",
        ("none", "Keines", "None", "kein"),
        ("measure_planned", "Maßnahme geplant", "Measure planned"),
        ("measure_implemented", "Maßnahme umgesetzt", "Measure implemented"),
    ),
    _enumeration(
        "funding_status", "Stand der Förderung", "Funding status",
        ("idea", "Idee", "Idea"),
        ("submitted", "Eingereicht", "Submitted"),
        ("approved", "Bewilligt", "Approved"),
        ("declined", "Abgelehnt", "Declined"),
    ),
    kpi_enumeration(),
)
# fmt: on

ENUMERATIONS: dict[str, Enumeration] = {enumeration.name: enumeration for enumeration in _ALL}
