"""The token by which pretix is asked: from the environment or the secrets, and written nowhere."""

import os
import tomllib
from pathlib import Path

from analytics.errors import IntakeError

_VARIABLE = "NETWORK_PRETIX_TOKEN"
_SECRETS = Path(".streamlit") / "secrets.toml"


def token() -> str:
    """``NETWORK_PRETIX_TOKEN``, else ``token`` in the section ``[pretix]`` of the secrets.

    Raises IntakeError where there is none, or the secrets cannot be read.
    """
    found = os.environ.get(_VARIABLE) or _secret()
    if not found or not found.isascii() or not found.isprintable():
        raise IntakeError("pretix_no_token", variable=_VARIABLE, secrets=str(_SECRETS))
    return found


def _secret() -> str:
    try:
        section = tomllib.loads(_SECRETS.read_text("utf-8")).get("pretix", {})
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:
        # What is wrong with the file is left out: it may repeat a line of it.
        raise IntakeError("pretix_no_token", variable=_VARIABLE, secrets=str(_SECRETS)) from error
    found = section.get("token") if isinstance(section, dict) else None
    return found.strip() if isinstance(found, str) else ""
