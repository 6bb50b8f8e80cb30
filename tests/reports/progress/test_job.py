"""Long work tells how far it is and can be cancelled; what goes wrong is said in words."""

from threading import Event

import pytest

from analytics.errors import SnapshotError
from analytics.language import Language
from analytics.reports.progress import CancelledError, Job, Watch, progress_report
from tests.reports.progress.conftest import LITTLE, MOMENT, PERIOD


def test_its_share_only_grows_and_names_parts_that_have_words(built):
    told = []
    watch = Watch(lambda part, share: told.append((part, share)))
    view = built(LITTLE)
    progress_report(view, "pptx", language=Language("de"), moment=MOMENT, period=PERIOD, watch=watch)
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert 0 <= shares[0] < 0.1
    assert 0.9 < shares[-1] <= 1
    assert all(Language("de").text(f"report.part_{part}") for part, _ in told)


def test_cancelled_it_stops_at_the_next_step(built):
    watch = Watch(lambda part, share: watch.cancel() if part == "slides" else None)
    with pytest.raises(CancelledError) as stopped:
        progress_report(built(LITTLE), "pptx", language=Language("de"), moment=MOMENT, period=PERIOD, watch=watch)
    assert stopped.value.message("de") == "Der Bericht wurde abgebrochen."


def test_a_job_keeps_what_was_made():
    job = Job(lambda watch: b"done")
    job.wait(10)
    assert (job.made, job.error, job.is_running) == (b"done", None, False)


def test_a_job_can_be_cancelled_from_outside():
    begun, told = Event(), Event()

    def work(watch):
        begun.set()
        assert told.wait(10)
        watch.step("pages")
        return b"never"

    job = Job(work)
    assert begun.wait(10)
    assert job.is_running
    job.cancel()
    told.set()
    job.wait(10)
    assert job.made is None
    assert isinstance(job.error, CancelledError)


def test_what_a_person_can_mend_is_handed_on():
    def work(watch):
        raise SnapshotError("nothing_to_report")

    job = Job(work)
    job.wait(10)
    assert job.error.key == "nothing_to_report"


def test_what_nobody_foresaw_is_logged_and_said(caplog):
    def work(watch):
        raise ZeroDivisionError

    job = Job(work)
    job.wait(10)
    assert job.error.key == "report_failed"
    assert "ZeroDivisionError" in caplog.text
