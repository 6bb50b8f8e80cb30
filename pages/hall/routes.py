"""All routes of the hall's pages."""

from starlette.routing import Route

from pages.hall import find, show
from pages.hall.document import font

ROUTES = [Route("/hall/font/{weight}.ttf", font), *show.ROUTES, *find.ROUTES]
