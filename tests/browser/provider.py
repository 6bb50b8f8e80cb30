"""A provider of sign-ins for the tests, run as a program of its own: ``python provider.py PORT``.

It is oidc-provider-mock with two things that tests turn by ``PUT /turn``: how long its tokens last, in seconds, and
whether it signs them with another key than the one it publishes.
"""

import os
import sys

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"  # it runs on this machine only, without encryption

import flask
import oidc_provider_mock
from authlib.jose import RSAKey
from oidc_provider_mock._app import OpenIDCode

turned: dict[str, object] = {"seconds": 3600, "is_forging": False}
forged_key = RSAKey.generate_key(is_private=True)
usual_token = OpenIDCode.get_jwt_config


def _token(self, grant, client=None):
    chosen = {**usual_token(self, grant, client), "exp": turned["seconds"]}
    return {**chosen, "key": forged_key.as_dict(is_private=True)} if turned["is_forging"] else chosen


def _turn():
    turned.update(flask.request.json)
    return "", 204


def main(port: int) -> None:
    """Serve until ended."""
    OpenIDCode.get_jwt_config = _token
    app = oidc_provider_mock.app()
    app.add_url_rule("/turn", view_func=_turn, methods=["PUT"])
    app.debug = False
    app.run("127.0.0.1", port, threaded=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
