"""The words out of which names are made. They are chosen so that no name could be taken for a real one."""

PARTS = (
    *("Amboss", "Bolzen", "Esse", "Flansch", "Gewinde", "Hebel", "Kessel", "Keilriemen", "Kolben", "Kupplung"),
    *("Kurbel", "Lötkolben", "Nocken", "Pleuel", "Schraubstock", "Schwungrad", "Spindel", "Stanze", "Ventil"),
    *("Walze", "Werkbank", "Zahnrad", "Zange", "Zirkel"),
)
"""First half of "Zahnrad & Zunder"."""

WONDERS = (
    *("Abendrot", "Ahornlaub", "Flieder", "Ginster", "Haselnuss", "Heidekraut", "Himmelblau", "Holunder", "Kastanie"),
    *("Lavendel", "Löwenzahn", "Margerite", "Mondschein", "Morgentau", "Nordwind", "Polarlicht", "Salbei"),
    *("Sommerregen", "Sternschnuppe", "Übermorgen", "Wacholder", "Wolkenzug", "Zunder", "Zuversicht"),
)
"""Second half of "Zahnrad & Zunder"."""

AIRY = (
    *("Abendglut", "Brombeer", "Flieder", "Funken", "Glühwürmchen", "Holunder", "Hummel", "Kranich"),
    *("Lerchen", "Libellen", "Margeriten", "Morgentau", "Nebel", "Polarlicht", "Regenbogen", "Schwalben"),
    *("Sternen", "Wacholder", "Wolken", "Zaunkönig"),
)
"""First half of "Libellendraht"."""

SOLID = ("blech", "draht", "feder", "guss", "kern", "ring", "rohr", "span", "stahl", "welle")
"""Second half of "Libellendraht"."""

CRAFTS = (
    *("Feilen", "Funkel", "Getriebe", "Glüh", "Kolben", "Kurbel", "Löt", "Ölkannen", "Raspel", "Schmirgel"),
    *("Spindel", "Ventil", "Walzen", "Zirkel", "Zunder", "Zwirbel"),
)
"""First half of the invented family name "Zunderkötter"."""

FAMILIES = ("brink", "hövel", "kamp", "kötter", "lüke", "meier", "pohl", "rott", "stroth", "wöhler")
"""Second half of the invented family name "Zunderkötter"."""

HUES = ("Blaue", "Frische", "Frühe", "Helle", "Muntere", "Neue", "Ruhige", "Weite")
HALLS = ("Drehbank", "Esse", "Feile", "Kelle", "Lore", "Presse", "Schmelze", "Spule", "Werkhalle")
"""The halves of "Blaue Esse Härtetechnik"."""

RIVERS = ("Alme", "Emscher", "Ennepe", "Lenne", "Lippe", "Möhne", "Ruhr", "Volme")
SPARKS = ("flimmer", "funken", "kringel", "schimmer", "wirbel", "zunder")
"""The halves of "Ruhrfunken Robotics"."""

IMPULSES = ("Abwärme", "Dampf", "Kilowatt", "Kreislauf", "Laser", "Löt", "Pulver", "Schicht", "Sensor", "Takt", "Volt")
CREATURES = ("amsel", "biber", "biene", "drossel", "eule", "hummel", "kauz", "kiebitz", "libelle", "specht", "zeisig")
"""The halves of "Abwärmeamsel Energy"."""

MANNERS = ("Angewandtes", "Beherztes", "Besonnenes", "Geduldiges", "Leises", "Umsichtiges", "Vergleichendes")
DOINGS = (
    "Biegen",
    "Drehen",
    "Feilen",
    "Fügen",
    "Gießen",
    "Glühen",
    "Löten",
    "Nieten",
    "Schmieden",
    "Tüfteln",
    "Walzen",
)
"""The halves of "Institut für Angewandtes Glühen"."""

INSTITUTES = ("Institut für", "Institut für", "Forschungsstelle für", "Lehrstuhl für", "Technikum für")
CAMPUSES = ("Hochschule", "Technische Akademie", "Forschungscampus")
OFFICES = (
    *("Stadtverwaltung", "Umweltamt", "Klimaschutzbüro", "Gründungszentrum", "Amt für Aufbruch", "Energieagentur"),
    *("Berufskolleg", "Innovationsbüro"),
)
CIRCLES = ("Unternehmensrunde", "Werkstattkreis", "Energiestammtisch", "Ausbildungsverbund", "Nachbarschaftsnetz")
GUILDS = ("Bund", "Freundeskreis", "Gilde", "Verband", "Verein")
SPIRITS = ("Beherzten", "Fleißigen", "Leisen", "Munteren", "Neugierigen", "Weitsichtigen")
TOOLS = ("Drehbänke", "Getriebe", "Kurbelwellen", "Schraubstöcke", "Werkbänke", "Werkstätten", "Zahnräder")
"""The parts of "Gilde der Leisen Getriebe e. V."."""

ROOMS = ("Atelier", "Büro", "Kontor", "Werkraum")

PLACES = {
    "05913": ("Funkentrop", "Spindelbeck", "Zirkelwerth", "Hebelum"),
    "05911": ("Glühlinghausen", "Kolbenrode", "Tüftelbeck"),
    "05914": ("Zunderode", "Bolzenscheid", "Kesselvolme"),
    "05915": ("Kurbelhausen", "Schraubenau", "Pumpenhövel"),
    "05978": ("Federlohe", "Kesselhövel", "Drehmoor"),
    "05512": ("Ampertrop",),
    "05513": ("Zangenkirchen",),
    "05515": ("Nockenbüren",),
    "05554": ("Pleuelhorn",),
    "05558": ("Quirlefeld",),
    "05562": ("Walzinghausen", "Laternum"),
    "05566": ("Keilefurt",),
    "05570": ("Spulendorf",),
    "05711": ("Raspelefeld",),
    "05754": ("Ventilsloh",),
    "05758": ("Meißelford",),
    "05762": ("Taktenborn",),
    "05766": ("Gewindetrup",),
    "05770": ("Stanzenlage",),
    "05774": ("Feilenborn",),
    "05916": ("Schichtenum",),
    "05954": ("Hebelsbergen", "Muldenborn"),
    "05958": ("Schleifringhausen",),
    "05962": ("Drahtlinghofen", "Stanzenohl"),
    "05966": ("Fräsenthal",),
    "05970": ("Kupplungsbach",),
    "05974": ("Sägemünde", "Lötbergen"),
}
"""Invented places of each district, so that what is called after one always lies in the same district."""
