"""The reception: an evening before, while and after it happens.

:class:`~analytics.reception.evening.Evening` is the event that is meant. Before it stand introductions; at its door
guests are ticked off (``door``), which a hall sees at once (``room``) and the store soon (``settling``); the show
(``show``) tells what the network became; afterwards come feedback and a summary.
"""
