"""The film: the cooperation network over time, to be watched, asked and taken away.

:func:`film` puts plain frames into one dict that a browser can draw by itself; :func:`film_document` makes an HTML
file of it that works offline, :func:`film_animation` an animated GIF and :func:`film_still` a PNG for slides. The
scripts in ``browser/`` draw it, the same in the dashboard and in the offline file.

    picture = film(nodes, presences, cooperation_ties, cooperations, groups, steps, language=Language("de"), title="…")
    Path("film.html").write_text(film_document(picture), "utf-8")
"""

from analytics.charts.film.animation import film_animation, film_still
from analytics.charts.film.assemble import Film, film
from analytics.charts.film.document import film_document
from analytics.charts.film.scripts import style, widget_script

__all__ = [
    "Film",
    "film",
    "film_animation",
    "film_document",
    "film_still",
    "style",
    "widget_script",
]
