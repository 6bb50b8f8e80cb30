"""Every table and column. Checks, schema, templates and documentation are made from here."""

from analytics.model.columns import choice as _choice
from analytics.model.columns import column as _column
from analytics.model.columns import day as _day
from analytics.model.declare import Label, Table
from analytics.model.role_words import ROLE_WORDS

NO_SOURCE = "unspecified"
"""Stands in the data where nobody says who set a target."""

# The declarations read best as tables, so they keep their own line breaks.
# fmt: off

_DISTRICT_FORM = Label(
    "fünf Ziffern wie 05711, „elsewhere“ oder „abroad“",
    "five digits like 05711, “elsewhere” or “abroad”",
)
_PERSON_FORM = Label(
    "ein Zufallsschlüssel ohne Leerzeichen, nie eine Adresse",
    "a random key without blanks, never an address",
)


_COMPANY_TITLES = (
    "firma", "firmenname", "unternehmen", "unternehmensname", "organisation", "organization", "organisationsname",
    "name der organisation", "organisation name", "einrichtung", "institution", "company", "company name",
)


_ORGANISATIONS = Table(
    "organisations",
    Label("Organisationen", "Organisations"),
    Label(
        "Eine Zeile je Unternehmen, Start-up, Hochschule, Behörde oder Verband.",
        "One row per company, start-up, university, authority or association.",
    ),
    key=("organisation_id",),
    aliases=("organisation", "organization", "organizations", "firmen"),
    orders=(("member_since", "left_on"),),
    columns=(
        _column("organisation_id", "text", "Organisations-ID", "Organisation ID", required=True,
                note=("Bleibt über Jahre gleich.", "Stays the same over the years."), aliases=("org_id",)),
        _column("name", "text", "Name", "Name", required=True, names_organisation=True),
        _choice("kind", "organisation_kind", "Art", "Kind", required=True, aliases=("org_type",)),
        _choice("kind_basis", "basis", "Grundlage der Art", "Basis of kind",
                note=("„Geschätzt“, wo die Art aus dem Namen geraten ist.",
                      "“Estimated” where the kind was guessed from the name.")),
        _choice("size", "size", "Größe", "Size", aliases=("size_class",)),
        _choice("size_basis", "basis", "Grundlage der Größe", "Basis of size"),
        _column("founded_year", "integer", "Gründungsjahr", "Founded", minimum=1000, maximum=2200,
                usual_since=1200, usual_ahead=1),
        _column("nace_code", "text", "WZ-Code", "NACE code", aliases=("wz", "wz_code", "nace"),
                note=("WZ 2008, z. B. 28.4", "NACE Rev. 2, such as 28.4")),
        _column("postcode", "text", "PLZ", "Postcode", spelled="postcode_of",
                aliases=("postleitzahl", "zip", "zip_code")),
        _column("place", "text", "Ort", "Place", aliases=("stadt", "gemeinde", "city", "town"),
                note=("Nennt den Kreis, wo eine Postleitzahl in zweien liegt.",
                      "Tells the district where a postcode lies in two.")),
        _column("district", "text", "Kreis (AGS)", "District (AGS)", spelled="district_of_key",
                pattern=r"\d{5}|elsewhere|abroad", form=_DISTRICT_FORM, aliases=("kreis", "ags", "ags5"),
                note=("5-stelliger Schlüssel, „elsewhere“ oder „abroad“; fehlt er, aus der Postleitzahl.",
                      "5-digit key, “elsewhere” or “abroad”; where absent, from the postcode.")),
        _column("parent_id", "text", "Übergeordnete Organisation", "Parent organisation",
                references="organisations", on_missing="unassigned", aliases=("parent_org_id",)),
        _day("member_since", 1, "Mitglied seit", "Member since"),
        _day("left_on", 10, "Ausgetreten am", "Left on"),
        _column("is_coordinator", "boolean", "Koordinierungsstelle", "Coordinator", default="false"),
        _column("consents_to_name", "boolean", "Darf genannt werden", "Consents to be named", default="false",
                aliases=("consent_name",)),
    ),
)

_ORGANISATION_ALIASES = Table(
    "organisation_aliases",
    Label("Andere Bezeichnungen", "Other names"),
    Label(
        "Wie Dateien eine Organisation noch nennen: ein weiterer Name oder eine frühere ID. Beides gilt als sie.",
        "What else files call an organisation: another name, or a former ID. Either counts as it.",
    ),
    key=("alias",),
    aliases=("organisation_alias", "aliase", "aliases", "alternativnamen"),
    columns=(
        _column("alias", "text", "Andere Bezeichnung", "Other name", required=True, names_organisation=True,
                note=("Ein Name oder eine ID.", "A name or an ID."), aliases=("alternativname", "frueherer_name")),
        _column("organisation_id", "text", "Organisations-ID", "Organisation ID", required=True,
                references="organisations", aliases=("org_id",), name_titles=_COMPANY_TITLES),
        _choice("basis", "basis", "Grundlage", "Basis",
                note=("„Geschätzt“, wo eine Regel es sagt und niemand geprüft hat.",
                      "“Estimated” where a rule says so and nobody has verified it.")),
    ),
)

_ORGANISATION_COMPARISONS = Table(
    "organisation_comparisons",
    Label("Verglichene Organisationen", "Organisations compared"),
    Label(
        "Was über zwei ähnliche Organisationen entschieden ist, die nicht dieselbe sind.",
        "What was decided on two organisations that are alike and not the same.",
    ),
    key=("organisation_id", "other_id"),
    columns=(
        _column("organisation_id", "text", "Organisations-ID", "Organisation ID", required=True,
                references="organisations"),
        _column("other_id", "text", "Andere Organisation", "Other organisation", required=True,
                references="organisations"),
        _choice("verdict", "comparison", "Entscheidung", "Decision", required=True),
    ),
)

_PEOPLE = Table(
    "people",
    Label("Personen", "People"),
    Label(
        "Zufallsschlüssel ohne Namen und Adressen.",
        "Random keys, without names or addresses.",
    ),
    key=("person_id",),
    aliases=("person", "personen", "persons"),
    made_by=("organisation_id", "role_group", "delete_after"),
    columns=(
        _column("person_id", "text", "Personenschlüssel", "Person key", required=True, personal=True,
                pattern=r"[^@\s]+", form=_PERSON_FORM, note=("Zufällig, nie ein Name.", "Random, never a name.")),
        _column("organisation_id", "text", "Organisations-ID", "Organisation ID", references="organisations",
                on_missing="unassigned", aliases=("org_id",), name_titles=_COMPANY_TITLES),
        _column("role_group", "text", "Rollengruppe", "Role group", vocabulary=ROLE_WORDS,
                note=("Einfache Wörter wie Geschäftsführung, Forschung, Vertrieb; anderes bleibt leer.",
                      "Plain words such as management, research, sales; anything else is left empty.")),
        _day("delete_after", 20, "Löschen nach", "Delete after"),
    ),
)

_EVENTS = Table(
    "events",
    Label("Veranstaltungen", "Events"),
    Label("Eine Zeile je Veranstaltung.", "One row per event."),
    key=("event_id",),
    aliases=("event", "veranstaltung"),
    orders=(("starts_on", "ends_on"),),
    columns=(
        _column("event_id", "text", "Veranstaltungs-ID", "Event ID", required=True),
        _column("title", "text", "Titel", "Title", required=True),
        _day("starts_on", 3, "Beginn", "Starts on", required=True, aliases=("date", "datum", "start")),
        _day("ends_on", 3, "Ende", "Ends on", aliases=("end",)),
        _choice("format", "event_format", "Format", "Format", required=True),
        _choice("mode", "event_mode", "Durchführung", "Mode"),
        _column("venue", "text", "Ort", "Venue", aliases=("veranstaltungsort", "location")),
        _column("district", "text", "Kreis (AGS)", "District (AGS)", spelled="district_of_key",
                pattern=r"\d{5}|elsewhere|abroad", form=_DISTRICT_FORM, aliases=("kreis", "ags", "ags5")),
        _column("topics", "topics", "Themen", "Topics", note=("Mit Komma getrennt.", "Separated by commas.")),
        _column("is_public", "boolean", "Öffentlich", "Public",
                note=("Von einer nicht öffentlichen Veranstaltung erfährt die Öffentlichkeit weder Titel noch Ort.",
                      "Of an event that is not public, the public is told neither title nor venue.")),
        _choice("status", "event_status", "Stand", "Status", required=True),
        _column("capacity", "integer", "Plätze", "Capacity", minimum=0),
        _column("expected_attendance", "integer", "Erwartet", "Expected attendance", minimum=0),
        _column("unlisted_headcount", "integer", "Gezählt ohne Liste", "Unlisted headcount", minimum=0,
                note=("Gäste, die nicht auf der Liste stehen.", "Guests who are not on the list."),
                aliases=("headcount_unlisted",)),
        _column("cost_eur", "decimal", "Kosten (Euro)", "Cost (EUR)", minimum=0),
    ),
)

_PARTICIPATIONS = Table(
    "participations",
    Label("Teilnahmen", "Participations"),
    Label(
        "Eine Zeile je Veranstaltung und Gast; ohne Personenschlüssel je Veranstaltung und Organisation.",
        "One row per event and guest; without a person key, per event and organisation.",
    ),
    key=("participation_id",),
    derived_key=True,
    aliases=("participation", "teilnahme", "teilnehmer", "attendees"),
    columns=(
        _column("participation_id", "text", "Teilnahme-ID", "Participation ID",
                note=("Fehlt sie: aus Veranstaltung und Person oder Organisation gebildet.",
                      "Where absent: formed from event and person or organisation.")),
        _column("event_id", "text", "Veranstaltungs-ID", "Event ID", required=True, references="events"),
        _column("organisation_id", "text", "Organisations-ID", "Organisation ID", references="organisations",
                on_missing="unassigned", aliases=("org_id",), name_titles=_COMPANY_TITLES,
                note=("Leer: noch nicht zugeordnet.", "Empty: not yet assigned.")),
        _column("person_id", "text", "Personenschlüssel", "Person key", personal=True, pattern=r"[^@\s]+",
                form=_PERSON_FORM, note=("Zufällig, nie ein Name.", "Random, never a name.")),
        _column("persons", "integer", "Personen", "Persons", default="1", minimum=1, maximum=100_000,
                aliases=("anzahl", "n_persons")),
        _choice("status", "participation_status", "Stand", "Status", required=True,
                aliases=("anwesend", "anwesenheit", "erschienen", "teilgenommen", "eingecheckt", "attended",
                         "attendance", "checked_in", "teilnahmestatus")),
        _column("walk_in", "boolean", "Ohne Anmeldung", "Walk-in", default="false"),
        _choice("role", "participation_role", "Rolle", "Role"),
        _day("registered_on", 1, "Angemeldet am", "Registered on"),
    ),
)

_COOPERATIONS = Table(
    "cooperations",
    Label("Kooperationen", "Cooperations"),
    Label("Eine Zeile je Zusammenarbeit.", "One row per cooperation."),
    key=("cooperation_id",),
    aliases=("cooperation", "kooperation", "projects", "projekte"),
    columns=(
        _column("cooperation_id", "text", "Kooperations-ID", "Cooperation ID", required=True, aliases=("coop_id",)),
        _column("title", "text", "Titel", "Title", required=True),
        _choice("kind", "cooperation_kind", "Art", "Kind", required=True),
        _choice("origin", "origin", "Entstanden durch", "Origin"),
        _column("origin_event_id", "text", "Veranstaltung des Beginns", "Event of origin", references="events",
                on_missing="unassigned"),
        _column("topics", "topics", "Themen", "Topics", note=("Mit Komma getrennt.", "Separated by commas.")),
        _choice("evidence", "evidence", "Nachweis", "Evidence"),
        _column("is_confidential", "boolean", "Vertraulich", "Confidential", default="false",
                aliases=("confidential",)),
        _day("ended_on", 15, "Beendet am", "Ended on"),
    ),
)

_COOPERATION_STAGES = Table(
    "cooperation_stages",
    Label("Stufen der Kooperationen", "Stages of cooperations"),
    Label(
        "Wann eine Kooperation eine Stufe erreichte; aktiv ist sie ab Stufe 3.",
        "When a cooperation reached a stage; it is active from stage 3 on.",
    ),
    key=("cooperation_id", "stage"),
    aliases=("stages", "stufen", "kooperationsstufen"),
    columns=(
        _column("cooperation_id", "text", "Kooperations-ID", "Cooperation ID", required=True,
                references="cooperations", aliases=("coop_id",)),
        _choice("stage", "stage", "Stufe", "Stage", required=True),
        _day("since", 3, "Seit", "Since", required=True),
    ),
)

_COOPERATION_MEMBERS = Table(
    "cooperation_members",
    Label("Mitglieder der Kooperationen", "Members of cooperations"),
    Label(
        "Eine Zeile je Kooperation und Organisation; wer ausschied und wiederkam, hat zwei mit ihren Tagen.",
        "One row per cooperation and organisation; who left and came back has two, with their days.",
    ),
    key=("cooperation_id", "organisation_id", "joined_on"),
    aliases=("members", "mitglieder", "kooperationspartner"),
    orders=(("joined_on", "left_on"),),
    columns=(
        _column("cooperation_id", "text", "Kooperations-ID", "Cooperation ID", required=True,
                references="cooperations", aliases=("coop_id",)),
        _column("organisation_id", "text", "Organisations-ID", "Organisation ID", required=True,
                references="organisations", aliases=("org_id",)),
        _choice("role", "member_role", "Rolle", "Role"),
        _day("joined_on", 10, "Dabei seit", "Joined on", aliases=("joined",)),
        _day("left_on", 10, "Dabei bis", "Left on", aliases=("left",)),
    ),
)

_CONSULTATIONS = Table(
    "consultations",
    Label("Beratungen", "Consultations"),
    Label("Eine Zeile je Beratung einer Organisation.", "One row per consultation of an organisation."),
    key=("consultation_id",),
    aliases=("consultation", "beratung"),
    columns=(
        _column("consultation_id", "text", "Beratungs-ID", "Consultation ID", required=True),
        _column("organisation_id", "text", "Organisations-ID", "Organisation ID", required=True,
                references="organisations", aliases=("org_id",), name_titles=_COMPANY_TITLES),
        _day("held_on", 1, "Datum", "Held on", required=True, aliases=("date",)),
        _choice("kind", "consultation_kind", "Art", "Kind"),
        _column("hours", "decimal", "Stunden", "Hours", minimum=0, maximum=10_000),
        _column("is_structured", "boolean", "Strukturiert", "Structured", default="false", aliases=("structured",),
                note=("Mit Ziel und Protokoll; nur solche zählen als Unterstützung.",
                      "With an aim and a record; only these count as support.")),
        _choice("outcome", "outcome", "Ergebnis", "Outcome"),
    ),
)

_FUNDING = Table(
    "funding",
    Label("Förderung", "Funding"),
    Label("Eine Zeile je Förderantrag.", "One row per application for funding."),
    key=("funding_id",),
    aliases=("foerderung", "foerderantraege"),
    one_of=("organisation_id", "cooperation_id"),
    orders=(("submitted_on", "decided_on"),),
    columns=(
        _column("funding_id", "text", "Förder-ID", "Funding ID", required=True),
        _column("organisation_id", "text", "Organisations-ID", "Organisation ID", references="organisations",
                aliases=("org_id",), name_titles=_COMPANY_TITLES),
        _column("cooperation_id", "text", "Kooperations-ID", "Cooperation ID", references="cooperations",
                aliases=("coop_id",)),
        _column("programme", "text", "Programm", "Programme", required=True, aliases=("program",)),
        _choice("status", "funding_status", "Stand", "Status", required=True),
        _column("requested_eur", "decimal", "Beantragt (Euro)", "Requested (EUR)", minimum=0),
        _column("approved_eur", "decimal", "Bewilligt (Euro)", "Approved (EUR)", minimum=0),
        _day("submitted_on", 1, "Eingereicht am", "Submitted on"),
        _day("decided_on", 1, "Entschieden am", "Decided on"),
        _column("supported", "boolean", "Vom Netzwerk begleitet", "Supported by the network", default="false"),
    ),
)

_FEEDBACK = Table(
    "feedback",
    Label("Rückmeldungen", "Feedback"),
    Label("Eine Zeile je Antwort, ohne Namen.", "One row per answer, without a name."),
    key=("feedback_id",),
    derived_key=True,
    aliases=("rueckmeldung", "bewertungen"),
    made_by=("satisfaction", "would_recommend", "new_contacts", "comment"),
    columns=(
        _column("feedback_id", "text", "Rückmeldungs-ID", "Feedback ID",
                note=("Fehlt sie: aus Datei und Zeile gebildet.", "Where absent: formed from file and line.")),
        _column("event_id", "text", "Veranstaltungs-ID", "Event ID", required=True, references="events"),
        _column("satisfaction", "integer", "Zufriedenheit (1–5)", "Satisfaction (1–5)", minimum=1, maximum=5),
        _column("would_recommend", "integer", "Würde empfehlen (0–10)", "Would recommend (0–10)",
                minimum=0, maximum=10),
        _column("new_contacts", "integer", "Neue Kontakte", "New contacts", minimum=0, maximum=1000),
        _column("comment", "text", "Freies Wort", "Comment", aliases=("kommentar", "anmerkung"),
                note=("Geprüft und freigegeben, ohne Namen von Personen.",
                      "Reviewed and released, without names of people.")),
    ),
)

_TARGETS = Table(
    "targets",
    Label("Ziele", "Targets"),
    Label(
        "Eine Zeile je Meilenstein; die einer Kennzahl mit gleicher Quelle und gleichem Beginn sind ein Pfad.",
        "One row per milestone; those of a KPI with the same source and beginning are one path.",
    ),
    key=("kpi", "source", "due_on"),
    aliases=("target", "ziel", "zielwerte", "milestones", "meilensteine"),
    orders=(("starts_on", "due_on"),),
    columns=(
        _choice("kpi", "kpi", "Kennzahl", "KPI", required=True),
        _day("starts_on", 15, "Beginn", "Begins on", aliases=("start",),
                note=("Ab hier läuft der Pfad und wird gezählt; leer: 1. Januar des Jahres der Fälligkeit.",
                      "From here the path runs and counting begins; empty: 1 January of the year it is due in.")),
        _day("due_on", 15, "Fällig am", "Due on", required=True),
        _column("baseline", "decimal", "Ausgangswert", "Baseline",
                note=("Stand zu Beginn; leer: 0, und wo weniger besser ist, das erste Soll als Grenze.",
                      "Value at the beginning; empty: 0, and where less is better, the first target as a bound.")),
        _column("target", "decimal", "Soll", "Target", required=True,
                note=("Anteile als Zahl von 0 bis 1: 60 % ist 0,6.", "Shares as a number from 0 to 1: 60% is 0.6.")),
        _column("source", "text", "Quelle", "Source", default=NO_SOURCE,
                note=("Wer das Ziel gesetzt hat, z. B. Zuwendungsbescheid. Trennt mehrere Ziele einer Kennzahl.",
                      "Who set the target, such as the grant notice. Tells several targets of one KPI apart.")),
        _column("amber_below", "decimal", "Gelb unter", "Amber below", minimum=0, maximum=1,
                note=("Anteil des bis dahin fälligen Weges; leer: 0,9.", "Share of the way due by then; empty: 0.9.")),
        _column("red_below", "decimal", "Rot unter", "Red below", minimum=0, maximum=1,
                note=("Anteil des bis dahin fälligen Weges; leer: 0,7.", "Share of the way due by then; empty: 0.7.")),
    ),
)

_TARGET_NOTES = Table(
    "target_notes",
    Label("Gründe und Maßnahmen", "Reasons and measures"),
    Label(
        "Warum ein Ziel vom Pfad abweicht und was dagegen geplant ist; die jüngste Zeile gilt.",
        "Why a target departs from its path and what is planned against it; the newest row counts.",
    ),
    key=("kpi", "source", "written_on"),
    aliases=("begruendungen", "massnahmen", "reasons", "measures"),
    one_of=("reason", "measure"),
    columns=(
        _choice("kpi", "kpi", "Kennzahl", "KPI", required=True),
        _column("source", "text", "Quelle", "Source", default=NO_SOURCE,
                note=("Wie beim Ziel; leer: für alle Ziele der Kennzahl.",
                      "As in the target; empty: for all targets of the KPI.")),
        _day("written_on", 1, "Stand", "As of", required=True, aliases=("date", "datum")),
        _column("reason", "text", "Grund der Abweichung", "Reason of the deviation", aliases=("grund", "begruendung")),
        _column("measure", "text", "Geplante Maßnahme", "Planned measure", aliases=("massnahme",)),
    ),
)

# fmt: on

_ALL = (
    _ORGANISATIONS,
    _ORGANISATION_ALIASES,
    _ORGANISATION_COMPARISONS,
    _PEOPLE,
    _EVENTS,
    _PARTICIPATIONS,
    _COOPERATIONS,
    _COOPERATION_STAGES,
    _COOPERATION_MEMBERS,
    _CONSULTATIONS,
    _FUNDING,
    _FEEDBACK,
    _TARGETS,
    _TARGET_NOTES,
)

TABLES: dict[str, Table] = {table.name: table for table in _ALL}
"""The tables by name, a table after those it refers to."""
