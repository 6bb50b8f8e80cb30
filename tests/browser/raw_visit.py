"""A visit without a browser: the connection that a page opens, with any header, and all that is written on it."""

import socket
from collections.abc import Mapping

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

_TIMEOUT = 30


def page_as_sent(
    port: int,
    page: str = "methodology",
    *,
    host: str | None = None,
    origin: str | None = None,
    to: str = "127.0.0.1",
    headers: Mapping[str, str] | None = None,
    tokens: str = "",
) -> str:
    """All text of ``page`` that the server at ``to`` sends to one who calls it ``host``.

    ``tokens`` goes on after "streamlit" in the protocols, as a browser's proof that it may use its cookies.
    """
    host = host or f"localhost:{port}"
    plain = socket.create_connection((to, port), timeout=_TIMEOUT)
    with connect(
        f"ws://{host}/_stcore/stream",
        sock=plain,
        origin=origin,
        subprotocols=["streamlit", *([tokens] if tokens else [])],
        additional_headers=headers,
        user_agent_header="Mozilla/5.0",
        max_size=None,
        proxy=None,
    ) as connection:
        asked = BackMsg()
        asked.rerun_script.page_name = page
        connection.send(asked.SerializeToString())
        return "\n".join(_texts(connection))


def _texts(connection):
    while True:
        message = ForwardMsg()
        message.ParseFromString(connection.recv(timeout=_TIMEOUT))
        kind = message.WhichOneof("type")
        if kind == "script_finished":
            return
        if kind in ("delta", "navigation", "page_not_found"):
            yield str(message)
