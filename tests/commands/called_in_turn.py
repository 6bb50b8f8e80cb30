"""Calls the command line again and again in one process: lines of arguments as JSON in, what each gave as JSON out.

It imports nothing but the product, for it runs where nothing else is installed.
"""

import io
import json
import os
import sys
from contextlib import redirect_stderr, redirect_stdout

from analytics.commands.run import run


def main() -> None:
    """Each line of the input is the store's folder and the arguments."""
    for line in sys.stdin:
        store, *arguments = json.loads(line)
        os.environ["NETWORK_STORE"] = store
        said, complained = io.StringIO(), io.StringIO()
        with redirect_stdout(said), redirect_stderr(complained):
            code = run(["--language", "en", *arguments])
        sys.stdout.write(json.dumps([code, said.getvalue(), complained.getvalue()]) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
