"""The show: scenes that run by themselves on the hall's screen, for everybody's eyes."""

from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from analytics.reception.evening import evenings, tonight
from pages.hall.document import Bundle, language_of
from pages.hall.views import view_now

_BUNDLE = Bundle("reception", scripts=("show",), styles=("hall", "show"))


async def show(request: Request) -> Response:
    """The page that runs the show."""
    language = language_of(request)
    evening = tonight(evenings(view_now("public")), date.today())
    data = {"title": evening.title if evening else ""}
    return _BUNDLE.page(language, language.text("reception.title"), data)


ROUTES = [Route("/reception", show), Route("/reception/{file}", _BUNDLE.asset)]
