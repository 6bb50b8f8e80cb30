"""Office files made the same way twice: their archives written anew with one moment, in one order."""

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_DATED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_FIRST = (1980, 1, 1, 0, 0, 0)


def steady(archive: bytes, moment: datetime) -> bytes:
    """The zip archive with ``moment`` (UTC) as the only time in it, in its properties; workbooks inside it, too."""
    target = BytesIO()
    with ZipFile(BytesIO(archive)) as source, ZipFile(target, "w", ZIP_DEFLATED) as rewritten:
        for entry in source.infolist():
            held = source.read(entry)
            if entry.filename.endswith(".xlsx"):
                held = steady(held, moment)
            if entry.filename == "docProps/core.xml":
                held = _DATED.sub(rb"\g<1>" + f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode() + rb"\g<2>", held)
            fresh = ZipInfo(entry.filename, _FIRST)
            fresh.compress_type = ZIP_DEFLATED
            fresh.external_attr = 0o600 << 16
            rewritten.writestr(fresh, held)
    return target.getvalue()
