"""pretix's REST API (https://docs.pretix.eu/dev/api/): read page by page, within its rate limit.

The token goes to the address that was given and nowhere else: no redirect is followed, and of a page's link to the
next one only the query counts.
"""

import ssl
import time
from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

import httpx2

from analytics.errors import IntakeError

Answer = dict[str, Any]
Query = Sequence[tuple[str, str]]

_LEAST_APART = 60 / 300
"""Seconds between two requests; pretix Hosted takes 360 a minute."""
_TRIES = 6
_LONGEST_WAIT = 300.0
_BUSY = (429, 502, 503, 504)
_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
_REFUSED = {401: "pretix_token", 403: "pretix_forbidden", 404: "pretix_not_found"}


class Pretix:
    """What one organiser has in the pretix at ``address``, as far as the token may read it. Use as a context manager.

    ``address`` is where pretix's pages are (https://pretix.eu). Raises IntakeError where it is none, or others could
    read the token on its way.
    """

    def __init__(self, address: str, organiser: str, token: str, *, wait: Callable[[float], None] = time.sleep) -> None:
        parts = urlsplit(address if "://" in address else f"https://{address}")
        is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _THIS_MACHINE)
        if not parts.hostname or not is_safe or parts.username or parts.query or parts.fragment:
            raise IntakeError("pretix_address")
        self.name = f"pretix {parts.netloc}{parts.path.rstrip('/')}/{organiser}"
        self._wait = wait
        self._last = -_LEAST_APART
        root = f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"
        self._client = httpx2.Client(
            base_url=f"{root}/api/v1/organizers/{quote(organiser, safe='')}/",
            headers={"Authorization": f"Token {token}", "Accept": "application/json"},
            timeout=httpx2.Timeout(60, connect=15),
            follow_redirects=False,
        )

    def __enter__(self) -> "Pretix":
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: TracebackType | None) -> None:
        self._client.close()

    def all(self, path: str, query: Query = ()) -> Iterator[Answer]:
        """Everything that a list holds, page by page. Raises IntakeError where pretix does not give it."""
        for page, _ in self.pages(path, query):
            yield from page

    def pages(self, path: str, query: Query = ()) -> Iterator[tuple[list[Answer], str | None]]:
        """Each page of a list, and when pretix made it, as it says itself. Raises IntakeError as :meth:`all`."""
        following: Query | None = list(query)
        while following is not None:
            response = self._get(path, following)
            try:
                answer = response.json()
                results, link = answer["results"], answer["next"]
                if not isinstance(results, list) or not (link is None or isinstance(link, str)):
                    raise TypeError
            except (ValueError, KeyError, TypeError) as error:
                raise IntakeError("pretix_answer", status=response.status_code) from error
            yield results, response.headers.get("X-Page-Generated")
            onward = parse_qsl(urlsplit(link).query) if link else None
            if onward is not None and onward == list(following):
                raise IntakeError("pretix_answer", status=response.status_code)
            following = onward

    def _get(self, path: str, query: Query) -> httpx2.Response:
        for tried in range(_TRIES):
            self._pace()
            response = self._sent(path, query)
            if response.status_code not in _BUSY:
                return _taken(response)
            if tried < _TRIES - 1:
                self._wait(_asked_wait(response, tried))
        raise IntakeError("pretix_busy")

    def _sent(self, path: str, query: Query) -> httpx2.Response:
        try:
            return self._client.get(path, params=list(query))
        except httpx2.TimeoutException as error:
            raise IntakeError("pretix_timeout") from error
        except httpx2.HTTPError as error:
            raise IntakeError("pretix_certificate" if _is_of_encryption(error) else "pretix_unreachable") from error

    def _pace(self) -> None:
        early = self._last + _LEAST_APART - time.monotonic()
        if early > 0:
            self._wait(early)
        self._last = time.monotonic()


def _taken(response: httpx2.Response) -> httpx2.Response:
    if response.status_code in _REFUSED:
        raise IntakeError(_REFUSED[response.status_code])
    if response.status_code != httpx2.codes.OK:
        raise IntakeError("pretix_answer", status=response.status_code)
    return response


def _asked_wait(response: httpx2.Response, tried: int) -> float:
    """Seconds to wait: as many as pretix asks for, else longer each time."""
    asked = response.headers.get("Retry-After", "")
    return min(float(asked) if asked.isdecimal() else 2.0**tried, _LONGEST_WAIT)


def _is_of_encryption(error: BaseException | None) -> bool:
    """Whether an error began as one of the encryption: a certificate that nobody vouches for, say."""
    while error is not None:
        if isinstance(error, ssl.SSLError) or "CERTIFICATE_VERIFY" in str(error):
            return True
        error = error.__cause__ or error.__context__
    return False
