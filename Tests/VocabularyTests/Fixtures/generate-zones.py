#!/usr/bin/env python3
"""Makes zones.csv: the offsets of legal time in each overseas département and in Paris.

Asks Python's zoneinfo (the IANA time zone database) at every hour from 2017 to 2035, and writes the
hours at which the offset changes: `departement,instant,offset`, in seconds. The same database gives
the same bytes.
"""

from datetime import datetime, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

ZONES = {
    "75": "Europe/Paris",
    "971": "America/Guadeloupe",
    "972": "America/Martinique",
    "973": "America/Cayenne",
    "974": "Indian/Reunion",
    "975": "America/Miquelon",
    "976": "Indian/Mayotte",
    "977": "America/St_Barthelemy",
    "978": "America/Marigot",
}
HOUR = 3600


def instant(year):
    return int(datetime(year, 1, 1, tzinfo=timezone.utc).timestamp())


def main():
    lines = ["departement,instant,offset"]
    for departement, name in ZONES.items():
        zone, known = ZoneInfo(name), None
        for second in range(instant(2017), instant(2036), HOUR):
            there = datetime.fromtimestamp(second, zone)
            offset = int(there.utcoffset().total_seconds())
            if offset != known:
                lines.append(f"{departement},{second},{offset}")
                known = offset
    path = Path(__file__).resolve().parent / "zones.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
