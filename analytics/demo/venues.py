"""Where events are held. All venues are invented but one: Zeche Zollern in Dortmund."""

from analytics.demo.region import westphalia

RECEPTION_2024_VENUE = "Zeche Zollern, Dortmund"
ONLINE = "Online"

_INVENTED = {
    "Dortmund": ("Forum Funkenflug", "Kaue Wolkenlos", "Halle Morgenrot"),
    "Bochum": ("Schalthaus Sternstunde", "Maschinenhalle Mondschein"),
    "Hagen": ("Drahtspeicher Abendrot", "Lokschuppen Lichtblick"),
    "Hamm": ("Wagenhalle Weitblick", "Hafenspeicher Nordwind"),
    "Unna": ("Tenne Tatendrang", "Lindenspeicher Löwenzahn"),
    "Soest": ("Remise Rotkehlchen",),
    "Herne": ("Waschhaus Windrose",),
    "Gütersloh": ("Webereihof Wolkenzug",),
}


def venue_in(town: str, turn: int) -> str:
    """A venue of the town; ``turn`` counts through those it has."""
    venues = _INVENTED[town]
    return f"{venues[turn % len(venues)]}, {town}"


def district_of(town: str) -> str:
    """The key of the district that bears the town's name."""
    return next(key for key, name in westphalia().names.items() if name == town)
