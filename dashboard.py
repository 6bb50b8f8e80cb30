"""The application: ``streamlit run dashboard.py``.

It builds the snapshot before the first visitor comes, answers a health check, and sends security headers.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

from analytics.errors import DashboardError
from analytics.intake.demo import load_demo
from analytics.store import Store
from analytics.warehouse import build, current
from pages.access.auth_middleware import AuthMiddleware
from pages.access.headers import SecurityHeaders
from pages.access.visitor import role_of
from pages.frame_parts.document_language import DocumentLanguage
from pages.frame_parts.script_error import tell
from pages.hall.routes import ROUTES
from pages.hall.worker import process_doors
from pages.intake.watched import watching


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[dict[str, Any]]:
    """Load the demo region into an empty store, and build what the store holds."""
    store = Store()
    snapshot = build(store) if store.ledger() else load_demo(store)
    logging.getLogger(__name__).info("snapshot %s of %s", snapshot.name, store.folder)
    tending = asyncio.create_task(process_doors(store))
    with watching(store):
        yield {}
    tending.cancel()
    with suppress(asyncio.CancelledError):
        await tending


async def health(request: Request) -> JSONResponse:
    """200 with the current snapshot's name, or 503; the reason, which may name folders, is the management's only."""
    try:
        return JSONResponse({"status": "ok", "snapshot": current(Store()).name})
    except DashboardError as error:
        reason = {"reason": str(error)} if role_of(request) == "management" else {}
        return JSONResponse({"status": "unavailable", **reason}, status_code=503)


async def to_start(request: Request) -> RedirectResponse:
    """The overview stands at the root; its name leads there, too, with what is chosen."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"./{query}")


app = st.App(
    "pages/frame.py",
    lifespan=lifespan,
    routes=[Route("/health", health), Route("/overview", to_start), *ROUTES],
    middleware=[Middleware(SecurityHeaders), Middleware(AuthMiddleware), Middleware(DocumentLanguage)],
    on_script_error=tell,
)
