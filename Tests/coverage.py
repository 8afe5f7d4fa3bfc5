"""Prints line coverage by module, out of what `llvm-cov export --summary-only` writes.

Usage: llvm-cov export --summary-only … | Tests/coverage.py TOP      TOP is the top of the repository
"""

import json
import os
import sys


def module_of(path):
    """`Services/rehousing/Domain` or `Shared/AMQP`; None for what is not ours."""
    parts = path.split(os.sep)
    if parts[0] == "Shared" and len(parts) > 2:
        return "/".join(parts[:2])
    if parts[0] == "Services" and len(parts) > 2:
        return "/".join(parts[:3 if parts[2] in ("Domain", "Service") else 2])
    return None


def main():
    top = os.path.realpath(sys.argv[1])
    modules = {}
    for file in json.load(sys.stdin)["data"][0]["files"]:
        module = module_of(os.path.relpath(os.path.realpath(file["filename"]), top))
        if module is None:
            continue
        lines = modules.setdefault(module, [0, 0])
        lines[0] += file["summary"]["lines"]["covered"]
        lines[1] += file["summary"]["lines"]["count"]
    if not modules:
        sys.exit("no file of Services or Shared was measured")
    width = max(map(len, modules))
    print(f"{'module':<{width}}  lines  reached  percent")
    rows = sorted(modules.items()) + [
        ("all", [sum(column) for column in zip(*modules.values())])]
    for module, (covered, count) in rows:
        print(f"{module:<{width}}  {count:>5}  {covered:>7}  {100 * covered / max(1, count):>6.1f}%")


if __name__ == "__main__":
    main()
