#!/usr/bin/env python3
"""Makes communes.csv from the Code officiel géographique, and postcodes.csv from La Poste's base.

    generate-communes.py FOLDER_OF_THE_COG [HEXASMAL_CSV]

FOLDER_OF_THE_COG holds communes.csv and mouvements-communes.csv as the repository
datagouv/decoupage-administratif publishes them; HEXASMAL_CSV is La Poste's "Base officielle des
codes postaux". The files are written beside this script; the same input gives the same bytes.
"""

import csv
import sys
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

SINCE = "2000-01-01"  # A commune that ended before is of no use: no act is older than 3 years.
# The communes of the collectivités d'outre-mer of the Atlantic stand in another file of the COG, and the
# movements name no heir of the two that left Guadeloupe: code, name, first day, former code.
COLLECTIVITES = [
    ("97501", "Miquelon-Langlade", "", ""),
    ("97502", "Saint-Pierre", "", ""),
    ("97701", "Saint-Barthélemy", "2007-02-23", "97123"),
    ("97801", "Saint-Martin", "2007-02-23", "97127"),
]
HERE = Path(__file__).resolve().parent


def rows(folder, name):
    with open(folder / name, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def departement(code):
    return code[:3] if code.startswith(("97", "98")) else code[:2]


def day_before(day):
    return str(date.fromisoformat(day) - timedelta(days=1)) if day else ""


def changes(folder):
    """By commune code: the days on which it ended (with its successors) and those on which it began."""
    ends, begins, names = defaultdict(dict), defaultdict(set), {}
    by_day = defaultdict(list)
    for row in rows(folder, "mouvements-communes.csv"):
        if row["DATE_EFF"] >= SINCE:
            by_day[row["DATE_EFF"]].append(row)
    for day, moves in by_day.items():
        before, after = set(), set()
        successors = defaultdict(list)
        for row in moves:
            if row["TYPECOM_AV"] == "COM":
                before.add(row["COM_AV"])
                names[row["COM_AV"], day] = row["LIBELLE_AV"]
            if row["TYPECOM_AP"] == "COM":
                after.add(row["COM_AP"])
                if row["TYPECOM_AV"] == "COM" and row["COM_AP"] not in successors[row["COM_AV"]]:
                    successors[row["COM_AV"]].append(row["COM_AP"])

        def heirs(code, limit=5):
            """Where that code went that day, through the codes that only lived within the day."""
            found = []
            for heir in successors[code]:
                passing = heir in before and heir not in successors[heir] and limit
                found += heirs(heir, limit - 1) if passing else [heir]
            return list(dict.fromkeys(found))

        reached = {heir for code in before for heir in successors[code] if heir != code}
        for code in before - reached:
            if code in successors[code]:
                continue
            # Without an heir the commune did not end: a commune déléguée was made within it.
            if heirs(code):
                ends[code][day] = heirs(code)
        for code in after - before:
            begins[code].add(day)
    return ends, begins, names


def periods(code, ends, begins):
    """The periods (first day, day after the last, successors) in which that code was a commune's."""
    events = sorted([(day, "end") for day in ends[code]] + [(day, "begin") for day in begins[code]])
    start, result = "", []
    open_now = not events or events[0][1] == "end"
    for day, what in events:
        if what == "end" and open_now:
            result.append((start, day, ends[code][day]))
            open_now = False
        elif what == "begin":
            start, open_now = day, True
    if open_now:
        result.append((start, "", []))
    return result


def territory(folder):
    arrondissement, name, half = {}, {}, {}
    for row in rows(folder, "communes.csv"):
        if row["TYPECOM"] in ("COM", "ARM"):
            arrondissement[row["COM"]] = row["ARR"]
            name[row["COM"]] = row["LIBELLE"]
        # The Rhône is two collectivités in one circonscription: 69D, and 69M, the Métropole de Lyon.
        if row["TYPECOM"] == "COM" and row["DEP"] == "69":
            half[row["COM"]] = row["CTCD"]
    for row in rows(folder, "communes.csv"):
        if row["TYPECOM"] == "ARM" and row["COM"].startswith("69"):
            half[row["COM"]] = half[row["COMPARENT"]]
    ends, begins, former = changes(folder)

    def last(code, limit=20):
        """The commune that stands today where that one stood."""
        while code not in name and ends[code] and limit:
            day = max(ends[code])
            heirs = ends[code][day]
            if len(heirs) != 1:
                return ""
            code, limit = heirs[0], limit - 1
        return code

    for code in sorted(set(name) | set(ends) | set(begins)):
        found = periods(code, ends, begins)
        if (code in name) != bool(found and not found[-1][1]):
            sys.exit(f"{code}: the movements and the list of communes do not agree")
        for start, end, heirs in found:
            label = former[code, end] if end else name[code]
            heir = heirs[0] if len(heirs) == 1 else ""
            arr = arrondissement.get(code if not end else last(heir) if heir else "", "")
            if heir and departement(heir) != departement(code):
                arr = ""
            if "," in label:
                sys.exit(f"{code}: the reader of the file knows no quotes")
            today = code if not end else last(heir) if heir else ""
            of = half.get(today, "69D") if code.startswith("69") else departement(code)
            yield [code, label, of, arr, start, day_before(end), heir]
    for code, label, start, former in COLLECTIVITES:
        if former:
            yield [former, label, departement(former), "", "", day_before(start), code]
        yield [code, label, departement(code), "", start, "", ""]


def postcodes(hexasmal):
    with open(hexasmal, encoding="latin-1", newline="") as file:
        lines = list(csv.reader(file, delimiter=";"))
    # The columns have had several spellings: the first is the INSEE code, the third the postcode.
    pairs = {(line[2], line[0]) for line in lines[1:] if len(line) >= 3}
    today = {former: code for code, _, _, former in COLLECTIVITES if former}
    for postcode, code in sorted(pairs):
        if not (len(postcode) == len(code) == 5):
            sys.exit(f"{postcode} {code}: not a postcode and an INSEE code")
        # Neither Monaco (99138) nor the three collectivités of the Pacific.
        if not code.startswith(("98", "99")):
            yield [postcode, today.get(code, code)]


def write(name, header, lines):
    with open(HERE / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    write(
        "communes.csv",
        ["insee", "nom", "departement", "arrondissement", "depuis", "jusque", "devient"],
        territory(folder))
    if len(sys.argv) == 3:
        write("postcodes.csv", ["code_postal", "insee"], postcodes(sys.argv[2]))


if __name__ == "__main__":
    main()
