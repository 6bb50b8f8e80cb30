"""The Python that runs the dashboard in tests that start it as a program of its own.

``.ci/run`` names one in whose environment nothing is installed but ``requirements.txt``: what works only because the
tests' packages are there, fails there.
"""

import os
import sys

PYTHON = os.environ.get("DASHBOARD_PYTHON") or sys.executable
