"""The command line: ``python -m analytics``. Every answer is words for people or, with --json, JSON for machines."""

import sys

from analytics.commands.run import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
