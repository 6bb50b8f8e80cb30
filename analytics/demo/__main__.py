"""`python -m analytics.demo --out data/demo [--seed 7] [--null]` writes the demo region as CSV files."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from analytics.demo.generate import DEFAULT_SEED, generate
from analytics.demo.write import write


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the files, says what they hold, and gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m analytics.demo", description="Writes the invented demo region.")
    parser.add_argument("--out", type=Path, required=True, help="folder for the CSV files")
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED, help="same seed, same bytes (default: %(default)s)")
    parser.add_argument("--null", action="store_true", help="partners are chosen regardless of who met whom")
    options = parser.parse_args(arguments)
    if options.seed < 0:
        parser.error("--seed must not be negative")
    tables = generate(options.seed, options.null)
    try:
        write(options.out, tables)
    except OSError as error:
        sys.stderr.write(f"{options.out}: {error.strerror}\n")
        return 1
    counts = ", ".join(f"{name} {len(table)}" for name, table in tables.items())
    sys.stdout.write(f"{options.out}: {counts}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
