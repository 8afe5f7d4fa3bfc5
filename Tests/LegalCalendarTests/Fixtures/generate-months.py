#!/usr/bin/env python3
"""Writes months.csv: months and days added to a date by dateutil.relativedelta.

    pip install python-dateutil==2.9.0.post0
    python3 generate-months.py > months.csv

One line a case: origin, months, days, result. Months are added first, to the last day of a month
that is too short, then the days; both are negative when the count goes back.
"""
import random
from datetime import date, timedelta

import dateutil
from dateutil.relativedelta import relativedelta

SEED = 20170322
CASES = 4000

print(f"# python-dateutil {dateutil.__version__}, seed {SEED}, written by generate-months.py")
chance = random.Random(SEED)
first, last = date(2006, 1, 1), date(2094, 12, 31)
for case in range(CASES):
    origin = first + timedelta(days=chance.randrange((last - first).days + 1))
    if case % 4 == 0:  # A quarter of the cases at the end of a month, where the rule is subtle.
        origin = (origin.replace(day=1) + relativedelta(months=1)) - timedelta(
            days=chance.randrange(1, 4))
    sign = chance.choice((1, 1, -1))
    months = sign * chance.randrange(0, 61)
    days = sign * chance.choice((0, 0, chance.randrange(0, 91)))
    print(f"{origin},{months},{days},{origin + relativedelta(months=months, days=days)}")
