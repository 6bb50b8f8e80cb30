"""The document's language: Streamlit says English whatever the page says, and a screen reader would read it so."""

from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SAYS = b'<html lang="en">'
_GERMAN = b'<html lang="de">'


class DocumentLanguage:
    """Marks the start page as German where its address does not ask for English. Both marks are equally long."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; on the way back, mend the mark."""
        if scope["type"] != "http" or parse_qs(scope["query_string"].decode("latin-1")).get("lang") == ["en"]:
            await self._app(scope, receive, send)
            return
        is_page = False

        async def mended(message: Message) -> None:
            nonlocal is_page
            if message["type"] == "http.response.start":
                kinds = [value for name, value in message["headers"] if name.lower() == b"content-type"]
                is_page = any(kind.startswith(b"text/html") for kind in kinds)
            elif message["type"] == "http.response.body" and is_page:
                message["body"] = message.get("body", b"").replace(_SAYS, _GERMAN, 1)
            await send(message)

        await self._app(scope, receive, mended)
