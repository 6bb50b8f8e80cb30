/*
number: K12
label: {de: Aktive Kooperationen, en: Active cooperations}
group: cooperation
unit: count
better: up
measured: date
audiences: [management, ministry, public]
splits: [kind, district, topic]
rows: rows_cooperations
definition:
  de: >-
    Kooperationen, die am Stichtag aktiv sind: vereinbart (Stufe 3 oder höher) und noch nicht beendet.
  en: Cooperations that are active on the key date, that is agreed (stage 3 or above) and not yet ended.
counting:
  de: >-
    Stichtag ist der letzte Tag des Zeitraums, oder der letzte Tag der Daten, wenn dieser früher liegt. Jede Kooperation
    zählt einmal, wie viele Partner sie auch hat. Am Tag ihres Endes ist sie noch aktiv. Ohne Datum der Vereinbarung
    zählt sie nicht. Was nur zwischen der Koordinierungsstelle und einem Partner besteht, zählt nicht, solange die
    Koordinierungsstelle ausgeblendet ist. Sind Arten oder Kreise ausgewählt, genügt ein Mitglied daraus, auch ein
    früheres; die Teile ergeben deshalb zusammen mehr als das Ganze. Es zählen nur Kooperationen, von denen mindestens
    zwei Mitglieder bekannt sind oder es waren; mit einem oder keinem ist es keine Zusammenarbeit zwischen zweien.
    Ebenso wenig zählt, was sich widerspricht: ein Ende vor dem Beginn oder der Vereinbarung, eine höhere Stufe vor
    einer niedrigeren. Eine Stufe nach dem Ende gilt nicht. Wie viele es sind, steht auf den Seiten Zusammenarbeit und
    Daten.
  en: >-
    The key date is the last day of the period, or the last day of the data where that is earlier. Each cooperation
    counts once, however many partners it has. On the day of its end it is still active. Without a date of agreement it
    does not count. What exists only between the coordinator and one partner does not count while the coordinator is
    left out. Where kinds or districts are chosen, one member of them is enough, a former one too; the parts therefore
    add up to more than the whole. Only cooperations count of which at least two members are known or were; with one or
    none it is no cooperation between two. Nor does count what contradicts itself: an end before the beginning or the
    agreement, a higher stage before a lower one. A stage after the end is none. How many these are is told on the pages
    Cooperation and Data.
*/
select
    periods.period,
    count(active_cooperations.cooperation_id) as value
from periods
left join active_cooperations on periods.period = active_cooperations.period
group by periods.period
