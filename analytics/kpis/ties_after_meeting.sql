/*
number: K28
label: {de: Nach gemeinsamer Veranstaltung, en: Ties after a shared event}
group: effect
unit: share
better: up
measured: date
audiences: [ministry]
splits: [kind]
function: ties_after_meeting
reads: [attendances]
definition:
  de: >-
    Anteil der Paare von Organisationen, die binnen 365 Tagen nach ihrer ersten gemeinsamen Veranstaltung eine
    Kooperation vereinbart haben, an allen, die sich bis dahin ohne Kooperation begegnet sind.
  en: >-
    Share of pairs of organisations that agreed a cooperation within 365 days of their first shared event, among all
    that met without having one.
counting:
  de: >-
    Zwei Organisationen, die bei derselben Veranstaltung waren, sind ein Paar; es zählt einmal, mit der ersten
    gemeinsamen Veranstaltung überhaupt. Mitgezählt wird erst, wer bis zum letzten Tag des Zeitraums 365 Tage Zeit hatte
    und bei der ersten Begegnung noch durch keine vereinbarte Kooperation verbunden war. Eine große Veranstaltung bringt
    sehr viele Paare zusammen (80 Gäste: 3.160), von denen die meisten keinen Anlass zur Zusammenarbeit haben; der
    Anteil ist deshalb immer klein. Er zeigt einen zeitlichen Zusammenhang, keine Wirkung.
  en: >-
    Two organisations that were at the same event are a pair; it counts once, with the first event that they shared.
    Only those are counted that had 365 days for it by the last day of the period, and that were not tied by an agreed
    cooperation when they first met. A large event brings very many pairs together (80 guests: 3,160), most of which
    have no reason to cooperate; so the share is always small. It shows an association in time, not an effect.
undefined:
  de: Wenn sich bis 365 Tage vor dem Ende des Zeitraums noch kein Paar begegnet ist.
  en: Where no pair had met by 365 days before the period's end.
*/
