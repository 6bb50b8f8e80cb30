/*
number: K27
label: {de: Zielerreichung, en: Target achievement}
group: effect
unit: share
better: up
measured: date
audiences: [ministry]
function: achievement.target_achievement
reads: []
definition:
  de: >-
    Wie viel von dem, was die Ziele bis zum Stichtag verlangen, getan ist: im Mittel über alle Ziele, deren Pfad bis
    dahin begonnen hat. 100 % heißt, dass kein Ziel hinter seinem Pfad zurückliegt oder verfehlt wurde.
  en: >-
    How much of what the targets ask for by the key date is done: on average over all targets whose path has begun by
    then. 100% means that no target lies behind its path or was missed.
counting:
  de: >-
    Stichtag ist der letzte Tag des Zeitraums, oder der letzte Tag der Daten, wenn dieser früher liegt. Je Ziel: (Ist
    minus Ausgangswert) geteilt durch (Soll des Pfads am Stichtag minus Ausgangswert). Der Pfad verläuft vom
    Ausgangswert bis zu jedem Meilenstein geradlinig. Ein abgelaufener Pfad zählt weiter, mit dem Ist und dem Soll
    seines letzten Tages. Jedes Ziel zählt mit mindestens 0 und höchstens 100 %, damit ein übertroffenes kein verfehltes
    verdeckt. Ist noch nichts fällig oder das Soll nicht besser als der Ausgangswert, zählt es mit 100 %, solange der
    Wert nicht schlechter ist als das Soll am Stichtag, sonst mit 0. Was je Zeitraum gezählt wird, zählt hier ab dem
    Beginn des Pfads, jede Organisation einmal. Ziele zu Kennzahlen, die nur das Management sieht, bleiben für andere
    außen vor. Ziele gelten für das ganze Netzwerk ohne die Koordinierungsstelle.
  en: >-
    The key date is the last day of the period, or the last day of the data where that is earlier. For each target:
    (actual minus baseline) divided by (what the path asks for on the key date minus baseline). The path runs straight
    from the baseline to each milestone. A path that is over still counts, with what was reached and what was asked for
    on its last day. Each target counts with 0 at least and 100% at most, so that one exceeded hides none that is
    missed. Where nothing is due yet, or the target is no better than the baseline, it counts with 100% while the value
    is no worse than what the path asks for on the key date, else with 0. What is counted by period counts here from the
    path's beginning, each organisation once. Targets of KPIs that only the management sees are left out for others.
    Targets speak of the whole network without the coordinator.
undefined:
  de: >-
    Ohne ein Ziel, dessen Pfad bis dahin begonnen hat und dessen Kennzahl bestimmt ist, ist der Wert nicht bestimmt;
    ebenso bei einer Auswahl von Arten, Kreisen oder Themen.
  en: >-
    Without a target whose path has begun by then and whose KPI is defined, the value is undefined; so it is within a
    selection of kinds, districts or topics.
*/
