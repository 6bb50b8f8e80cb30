"""Security headers: nothing is loaded from, sent to or framed by another host, and no download stays behind."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HEADERS = {
    # Streamlit's own scripts and Plotly compile code and set styles in place.
    "content-security-policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss: data: blob:; "
        "worker-src 'self' blob:; frame-src 'self' blob: data:; frame-ancestors 'self'; base-uri 'self'; "
        "form-action 'self'; object-src 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}

# Streamlit gives out a download to whoever knows its name, a digest of 224 bits; no copy of it is left on the way.
_OF_DOWNLOADS = {"cache-control": "no-store"}


class SecurityHeaders:
    """Adds the headers to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; on the way back, add what is missing."""
        wanted = {**_HEADERS, **(_OF_DOWNLOADS if "/media/" in scope.get("path", "") else {})}

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [
                    *message["headers"],
                    *((name.encode(), value.encode()) for name, value in wanted.items() if name.encode() not in given),
                ]
            await send(message)

        await self._app(scope, receive, with_headers)
