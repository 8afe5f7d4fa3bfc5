#!/usr/bin/env python3
"""Writes holidays.csv: the public holidays that the Python package `holidays` knows for France.

    pip install holidays==0.109
    python3 generate-holidays.py > holidays.csv

One line a territory and a year: département, year, days as MMDD. Nothing is corrected here: where
the package and the law differ, the test that reads the file says so.
"""
import holidays

# 75 stands for the métropole, 67 for Alsace-Moselle.
TERRITORIES = {
    "75": None, "67": "6AE", "971": "971", "972": "972", "973": "973", "974": "974",
    "975": "PM", "976": "976", "977": "BL", "978": "MF",
}

print(f"# Python package holidays {holidays.__version__}, written by generate-holidays.py")
for code, subdivision in TERRITORIES.items():
    for year in range(2000, 2101):
        days = sorted(holidays.France(subdiv=subdivision, years=year))
        print(f"{code},{year},{' '.join(day.strftime('%m%d') for day in days)}")
