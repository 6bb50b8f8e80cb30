"""All routes of the hall's pages."""

from starlette.routing import Route

from pages.hall import door, door_data, feedback, find, show
from pages.hall.document import font

ROUTES = [
    Route("/hall/font/{weight}.ttf", font),
    *door_data.ROUTES,
    *door.ROUTES,
    *feedback.ROUTES,
    *find.ROUTES,
    *show.ROUTES,
]
