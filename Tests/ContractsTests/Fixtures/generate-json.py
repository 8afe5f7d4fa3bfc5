#!/usr/bin/env python3
"""Writes json.txt: JSON texts, many of them broken, and what Python's json makes of them.

    python3 generate-json.py > json.txt

One line a case, both parts in Base64: the text, and its canonical form, or "-" where it must be
refused. Python's json is lenient in what RFC 7493 forbids; those rules are added here. Numbers go
through decimal, so that no digit is lost.
"""
import base64
import decimal
import json
import platform
import random
import unicodedata

SEED = 20170322
CASES = 1500
DEEPEST = 32
LONGEST_EXPONENT = 9
decimal.getcontext().prec = 10_000
decimal.getcontext().Emax = decimal.MAX_EMAX
decimal.getcontext().Emin = decimal.MIN_EMIN


class Number(str):
    """A number as it was written."""


def object_of(pairs):
    names = [unicodedata.normalize("NFD", name) for name, _ in pairs]
    if len(set(names)) < len(names):
        raise ValueError("two members of one name")
    return dict(pairs)


def refuse(word):
    raise ValueError(word)


def check(value, depth=0):
    if isinstance(value, (dict, list)) and depth >= DEEPEST:
        raise ValueError("too deep")
    if isinstance(value, dict):
        for name, inner in value.items():
            check(name)
            check(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            check(inner, depth + 1)
    elif isinstance(value, str):
        for code in map(ord, value):
            if code == 0 or 0xD800 <= code <= 0xDFFF or code & 0xFFFE == 0xFFFE \
                    or 0xFDD0 <= code <= 0xFDEF:
                raise ValueError("a character that I-JSON forbids")


def read(text):
    if len(text) > 1 and (text[:2] in (b"\xfe\xff", b"\xff\xfe") or 0 in text[:2]):
        raise ValueError("not UTF-8")
    if text.startswith(b"\xef\xbb\xbf"):
        text = text[3:]
    value = json.loads(text.decode("utf-8"), object_pairs_hook=object_of, parse_constant=refuse,
                       parse_int=Number, parse_float=Number)
    check(value)
    return value


def number(written):
    mantissa, _, exponent = written.lower().partition("e")
    if decimal.Decimal(mantissa) == 0:
        return "0"
    if len(exponent.lstrip("+-").lstrip("0")) > LONGEST_EXPONENT:
        return written
    sign, digits, exponent = decimal.Decimal(written).as_tuple()
    digits = "".join(map(str, digits))
    stripped = digits.rstrip("0")
    point = len(digits) + exponent
    point -= len(digits) - len(digits.lstrip("0"))
    digits = stripped.lstrip("0")
    if len(digits) <= point <= 21:
        text = digits + "0" * (point - len(digits))
    elif 0 < point <= 21:
        text = digits[:point] + "." + digits[point:]
    elif -6 < point <= 0:
        text = "0." + "0" * -point + digits
    else:
        fraction = "." + digits[1:] if len(digits) > 1 else ""
        text = f"{digits[0]}{fraction}e{point - 1:+d}"
    return ("-" if sign else "") + text


def canonical(value):
    if isinstance(value, Number):
        return number(value)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"
    return json.dumps(value, ensure_ascii=False)


chance = random.Random(SEED)
NAMES = ["a", "b", "dette", "menage", "é", "e\u0301", "\U0001F600", "\uFB03", "z/~"]
TEXTS = ["é", 'a"\\/\n\t', "\u20ac\U0001F600", "e\u0301", "", " x"]
BREAKS = [
    b"\\u0000", b"\\ud800", b"\\udc00", b"\\ud83d\\ude00", b",", b"}", b"]", b'"', b"\xe9", b"\xc3",
    b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\x80", b"\x00", b"\x1f", b"\\", b"e5", b"E+05", b"0",
    b"-", b".0", b"1e999999999999", b"\\uffff", b"\xef\xbf\xbf", b"\xef\xb7\x90", b"NaN", b"//x",
    b"\t", b" ", b":", b"null", b'{"a":1,"a":2}', b"\xef\xbb\xbf", b"1" * 40, b"["]


def anything(depth=0):
    kind = chance.random()
    if depth > 4 or kind < 0.45:
        return chance.choice([
            None, True, False, chance.randint(-10**6, 10**6), 284000.0, chance.choice(TEXTS),
            chance.random() * 10.0 ** chance.randint(-30, 30)])
    if kind < 0.7:
        return [anything(depth + 1) for _ in range(chance.randint(0, 4))]
    return {chance.choice(NAMES): anything(depth + 1) for _ in range(chance.randint(0, 5))}


print(f"# Python {platform.python_version()}, seed {SEED}, written by generate-json.py")
for _ in range(CASES):
    text = json.dumps(anything(), ensure_ascii=chance.random() < 0.5,
                      indent=chance.choice([None, None, 1]))
    codec = "utf-8" if chance.random() < 0.95 else chance.choice(["utf-16", "utf-16-le", "utf-32-be"])
    text = bytearray(text.encode(codec))
    for _ in range(chance.choice([0, 0, 1, 1, 2])):
        place = chance.randint(0, len(text))
        if chance.random() < 0.6:
            text[place:place] = chance.choice(BREAKS)
        elif place < len(text):
            del text[place]
    try:
        result = base64.b64encode(canonical(read(bytes(text))).encode()).decode()
    except (ValueError, RecursionError):
        result = "-"
    print(base64.b64encode(bytes(text)).decode(), result)
