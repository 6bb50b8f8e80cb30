"""``report``: papers to hand over; one file a paper."""

import argparse

from analytics.commands import report_evening, report_introductions, report_progress

_REPORTS = (report_progress, report_introductions, report_evening)


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("report", help="make a report to hand over")
    reports = parser.add_subparsers(required=True, metavar="REPORT")
    for module in _REPORTS:
        module.add_to(reports)
