#!/usr/bin/env python3
"""Compares `amontctl law` with what others wrote: holidays, dateutil, and the vectors of the field.

    law.py PATH-OF-AMONTCTL [SEED]

Prints what was compared; ends with status 1 at the first kind of difference, with its cases.
"""
import json
import random
import subprocess
import sys
from datetime import date, timedelta

import holidays
from dateutil.relativedelta import relativedelta

YEARS = range(2000, 2101)
METROPOLE = [f"{n:02}" for n in range(1, 96) if n != 20] + ["2A", "2B"]
OVERSEAS = {
    "971": "971", "972": "972", "973": "973", "974": "974", "975": "PM", "976": "976",
    "977": "BL", "978": "MF",
}
ALSACE_MOSELLE = {"57", "67", "68"}
REQUESTS = 5_000

# origin, count, unit, before, raw, due: the test vectors of the reference (CPC art. 640 to 642).
VECTORS = [
    ("2017-09-12", 2, "months", False, "2017-11-12", "2017-11-13"),
    ("2017-12-30", 2, "months", False, "2018-02-28", "2018-02-28"),
    ("2018-12-31", 2, "months", False, "2019-02-28", "2019-02-28"),
    ("2023-12-30", 2, "months", False, "2024-02-29", "2024-02-29"),
    ("2018-03-08", 2, "months", False, "2018-05-08", "2018-05-09"),
    ("2017-04-05", 2, "months", False, "2017-06-05", "2017-06-06"),
    ("2024-09-10", 2, "months", False, "2024-11-10", "2024-11-12"),
    ("2017-06-15", 2, "months", False, "2017-08-15", "2017-08-16"),
    ("2018-02-20", 3, "months", False, "2018-05-20", "2018-05-22"),
    ("2024-01-15", 6, "weeks", False, "2024-02-26", "2024-02-26"),
    ("2024-12-02", 6, "weeks", False, "2025-01-13", "2025-01-13"),
    ("2018-05-31", 1, "months", False, "2018-06-30", "2018-07-02"),
    ("2024-03-08", 15, "working-days", False, "2024-03-29", "2024-03-29"),
    ("2024-05-14", 5, "working-days", True, "2024-05-03", "2024-05-03"),
    ("2024-05-14", 6, "weeks", True, "2024-04-02", "2024-04-02"),
    ("2018-04-17", 2, "months", True, "2018-02-17", "2018-02-16"),
]


def ask(amontctl, requests):
    """One answer a request, in order."""
    lines = "".join(json.dumps(request) + "\n" for request in requests)
    run = subprocess.run(
        [amontctl, "law", "deadline", "--stdin"], input=lines, capture_output=True, text=True,
        check=True)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(answers) == len(requests), "one answer a request"
    return answers


def subdivision(departement):
    return "6AE" if departement in ALSACE_MOSELLE else OVERSEAS.get(departement)


def differences(departement, year):
    """Days that the package has and the law does not (local usage), and the other way round.

    Good Friday in Martinique is in release 0.108 of the package and not in 0.109: no text makes it a
    public holiday there (code du travail L3422-2 names the abolition only), so it is usage in both.
    """
    easter = next(d for d in holidays.France(years=year) if d.month in (3, 4) and d.weekday() == 0)
    easter -= timedelta(days=1)
    schoelcher = date(year, 7, 21)
    usage = {
        "971": {easter - timedelta(days=24), easter - timedelta(days=2), schoelcher},
        "972": {easter - timedelta(days=2), schoelcher},
        "978": {schoelcher} if year >= 2012 else set(),
    }.get(departement, set())
    # Whit Monday stayed a public holiday while it was the default solidarity day.
    missing = {easter + timedelta(days=50)} if 2005 <= year <= 2007 else set()
    return usage, missing


def expected_holidays(departement):
    days = set()
    for year in YEARS:
        usage, missing = differences(departement, year)
        days |= set(holidays.France(subdiv=subdivision(departement), years=year)) - usage | missing
    return days


def check_holidays(amontctl):
    wrong = []
    for departement in METROPOLE + list(OVERSEAS):
        run = subprocess.run(
            [amontctl, "law", "holidays", "--departement", departement, "--year", str(YEARS[0]),
             "--through", str(YEARS[-1]), "--json"], capture_output=True, text=True, check=True)
        ours = {date.fromisoformat(day["date"]) for day in json.loads(run.stdout)}
        theirs = expected_holidays(departement)
        wrong += [f"{departement} {day}" for day in sorted(ours ^ theirs)]
    return len(METROPOLE + list(OVERSEAS)), wrong


def closed(day, known):
    return day.weekday() >= 5 or day in known


def extended(raw, known, step):
    while closed(raw, known):
        raw += timedelta(days=step)
    return raw


def expectation(request, known):
    origin = date.fromisoformat(request["origin"])
    sign = -1 if request["before"] else 1
    count = request["count"]
    if request["unit"] == "working-days":
        raw = origin
        for _ in range(count):
            raw = extended(raw + timedelta(days=sign), known, sign)
    else:
        raw = origin + relativedelta(**{request["unit"]: sign * count})
    return raw.isoformat(), extended(raw, known, sign).isoformat()


def check_deadlines(amontctl, seed):
    chance = random.Random(seed)
    places = ["75", "93", "67", "2A", "974", "972"]
    known = {place: expected_holidays(place) for place in places}
    largest = {"months": 60, "weeks": 60, "days": 400, "working-days": 60}
    requests = []
    for case in range(REQUESTS):
        origin = date(2006, 1, 1) + timedelta(days=chance.randrange(32_000))
        if case % 4 == 0:  # Where the rule of the quantième is subtle.
            origin = origin.replace(day=1) - timedelta(days=chance.randrange(1, 4))
        unit = chance.choice(["months", "months", "weeks", "days", "working-days"])
        requests.append({
            "origin": origin.isoformat(), "count": chance.randrange(largest[unit] + 1),
            "unit": unit, "departement": chance.choice(places),
            "before": chance.random() < 0.3})
    wrong = []
    for request, answer in zip(requests, ask(amontctl, requests)):
        wanted = expectation(request, known[request["departement"]])
        if (answer.get("raw"), answer.get("due")) != wanted:
            wrong.append(f"{request} gives {answer}, not {wanted}")
    return len(requests), wrong


def check_vectors(amontctl):
    requests = [
        {"origin": origin, "count": count, "unit": unit, "before": before, "departement": "35"}
        for origin, count, unit, before, _, _ in VECTORS]
    wrong = []
    for vector, answer in zip(VECTORS, ask(amontctl, requests)):
        if (answer.get("raw"), answer.get("due")) != vector[4:] or (
                (answer["reason"] == "") != (answer["raw"] == answer["due"])):
            wrong.append(f"{vector} gives {answer}")
    return len(requests), wrong


def check_refusals(amontctl):
    lines = ["", "[]", "{", '{"origin":"2017-02-30","count":1,"unit":"days"}',
             '{"origin":"2017-02-03","count":-1,"unit":"days"}',
             '{"origin":"2017-02-03","count":1,"unit":"days","departement":"99"}']
    run = subprocess.run(
        [amontctl, "law", "deadline", "--stdin"], input="\n".join(lines) + "\n",
        capture_output=True, text=True, check=True)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    wrong = [line for line, answer in zip(lines, answers) if "error" not in answer]
    if len(answers) != len(lines):
        wrong.append(f"{len(answers)} answers to {len(lines)} lines")
    return len(lines), wrong


def main():
    amontctl = sys.argv[1]
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 20170322
    print(f"holidays {holidays.__version__}, seed {seed}")
    checks = [
        ("test vectors of the reference", check_vectors(amontctl)),
        ("lines that are no request, refused", check_refusals(amontctl)),
        ("seeded requests, against dateutil", check_deadlines(amontctl, seed)),
        ("départements, holidays of 2000 to 2100", check_holidays(amontctl)),
    ]
    for name, (count, wrong) in checks:
        print(f"{count:6} {name}: {len(wrong)} differences")
        for case in wrong[:10]:
            print("       " + case)
    sys.exit(1 if any(wrong for _, (_, wrong) in checks) else 0)


main()
