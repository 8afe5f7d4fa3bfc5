"""contract.py AMONTCTL [SEED]: the contract is sound by what others wrote, and says what intake says.

jsonschema: every schema is one, accepts its sound example and refuses the other; of 10,000 events made
wrong at random, the members that the schema refuses are those that intake refuses, save what a schema
cannot ask (`x-amont-regles`). The CloudEvents SDK reads each example as an event. The AsyncAPI parser
reads the document and finds every message.
"""

import copy
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import jsonschema
from asyncapi_python_codegen.parser import extract_all_operations
from cloudevents.core.bindings import rabbitmq
from cloudevents.core.v1.event import CloudEvent

DOCUMENTS = 10_000
WORDS = ["", " ", "a", "é", "Martin", "x" * 79, "x" * 80, "x" * 81, "y" * 200, "y" * 201, "z" * 10_001,
         "tab\there", "two\nlines", "2018-02-05", "2018-02-30", "05/02/2018", "1980-00-00", "1980-05-00",
         "1980-00-05", "1980-13-00", "123e4567-e89b-12d3-a456-426614174000", "123e4567", "93066", "2A004", "2C004",
         "18/00123", "18/123", "0000012", "0", "73282932000074", "732829320", "Zoé d'Aubigné",
         "CCAPEX du Rhône", "Jean 2", "- -", "a b c d e f g", "true", "null", "signalement.cdp"]
NUMBERS = [-1, 0, 1, 2, 12, 20, 21, 36, 37, 120, 121, 999, 60000, 2_000_000, 2_000_001, 50_000_000, 50_000_001,
           10_000_001, 1_000_000_001, 1.5, 12.0, 284000.0]


def values(schema):
    """What may come instead of a value: right words, near misses, other types."""
    found = [None, True, False, [], {}, "§"]
    found += schema.get("enum", [])
    kind = schema.get("type")
    return found + (NUMBERS if "integer" in (kind or []) else WORDS) * 2


def places(schema, data, path=()):
    """Every member that the schema knows of objects that are there, with its schema."""
    for name, member in schema.get("properties", {}).items():
        yield path + (name,), member
        inside = data.get(name) if isinstance(data, dict) else None
        if isinstance(inside, dict):
            yield from places(member, inside, path + (name,))
        if isinstance(inside, list):
            for number, element in enumerate(inside):
                yield from places(member.get("items", {}), element, path + (name, number))


def put(data, path, value, absent):
    for step in path[:-1]:
        data = data[step]
    if absent:
        data.pop(path[-1], None)
    else:
        data[path[-1]] = value


def pointer(path):
    return "".join(f"/{step}" for step in path)


def refused_by_schema(validator, data):
    found = set()
    for error in validator.iter_errors(data):
        for leaf in leaves(error):
            path = pointer(leaf.absolute_path)
            if leaf.validator == "required":
                found |= {f"{path}/{name}" for name in leaf.validator_value if name not in leaf.instance}
            else:
                found.add(path)
    return found


def leaves(error):
    """An error inside of if and then stands for those below it; one of anyOf for its whole."""
    if error.validator in ("allOf", "if") and error.context:
        for below in error.context:
            yield from leaves(below)
    else:
        yield error


def beyond_schema(problem):
    """What no schema can ask: other members, the calendar of the day, keys of numbers, a NIR."""
    text = problem["texte"]
    return (
        problem["code"] == "champ.nir"
        or "clé exacte" in text and "chiffres" in text
        or "jamais un organisme" in text
        or problem["code"] == "champ.borne" and ("la date" in text or "par mois impayé" in text)
    )


def names_somebody(text):
    words = [word for word in text.split(" ") if word]
    return 2 <= len(words) <= 6 and all(
        any(c.isalpha() for c in word) and all(c.isalpha() or c in ".'-" for c in word) for word in words)


def refused_by_intake(problems, data):
    found = set()
    for problem in problems:
        if not beyond_schema(problem):
            found.add(problem["champ"])
        elif digits := re.search(r"a ([0-9]+) chiffres et une clé exacte", problem["texte"]):
            # The schema asks for the digits, not for their key.
            if not re.fullmatch("[0-9]{%s}" % digits[1], str(at(data, problem["champ"]))):
                found.add(problem["champ"])
        elif "jamais un organisme" in problem["texte"] and not names_somebody(at(data, problem["champ"])):
            # The schema asks for the words of a name, not for those of bodies.
            found.add(problem["champ"])
    return found


def at(data, champ):
    for step in champ.split("/")[1:]:
        data = data[int(step)] if isinstance(data, list) else data[step]
    return data


def main():
    amontctl, seed = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(2**32)
    print("seed:", seed)
    generator = random.Random(seed)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="amont-contract."))
    subprocess.run([amontctl, "contract", "write", folder], check=True)
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    kinds = {}
    for file in sorted((folder / "schemas").rglob("*.json")):
        schema = json.loads(file.read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        if file.parent.name == "evenements":
            kinds[file.stem] = jsonschema.Draft202012Validator(schema, format_checker=checker)
    print(len(kinds), "schemas of events,", len(list((folder / "schemas").rglob("*.json"))), "in all")
    assert len(kinds) > 50
    examples = {}
    for kind, validator in kinds.items():
        example = json.loads((folder / f"exemples/valides/{kind}.json").read_text())
        wrong = json.loads((folder / f"exemples/refuses/{kind}.json").read_text())
        assert validator.is_valid(example), (kind, list(validator.iter_errors(example)))
        assert not validator.is_valid(wrong), kind
        examples[kind] = example
        event = CloudEvent(
            {"type": validator.schema["x-amont-type"], "source": "oracle", "id": "1", "specversion": "1.0"}, example)
        read = rabbitmq.from_rabbitmq_event(rabbitmq.to_structured_event(event))
        assert read.get_data() == example and read.get_type() == validator.schema["x-amont-type"]
    check_document(folder / "asyncapi.json", kinds)

    cases = []
    for number in range(DOCUMENTS):
        kind = generator.choice(sorted(kinds))
        data = copy.deepcopy(examples[kind])
        for _ in range(generator.choice([1, 1, 1, 2, 3])):
            path, member = generator.choice(list(places(kinds[kind].schema, data)))
            put(data, path, generator.choice(values(member)), absent=generator.random() < 0.15)
        cases.append((kind, data))
    lines = "".join(json.dumps({"type": kind, "data": data}) + "\n" for kind, data in cases)
    answers = subprocess.run(
        [amontctl, "contract", "check"], input=lines, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert len(answers) == len(cases)
    accepted = differing = 0
    for (kind, data), answer in zip(cases, answers):
        by_schema = refused_by_schema(kinds[kind], data)
        by_intake = refused_by_intake(json.loads(answer)["erreurs"], data)
        accepted += not by_schema
        if by_schema != by_intake:
            differing += 1
            if differing <= 10:
                print(kind, "schema:", by_schema - by_intake, "intake:", by_intake - by_schema)
                for place in by_schema ^ by_intake:
                    try:
                        print("   ", place, repr(at(data, place))[:90])
                    except (KeyError, IndexError, TypeError):
                        print("   ", place, "absent")
    print(f"{len(cases)} events, {accepted} sound by the schema, {differing} on which schema and intake differ")
    assert 0.02 * DOCUMENTS < accepted < 0.9 * DOCUMENTS
    sys.exit(differing > 0)


def check_document(file, kinds):
    """A parser of others reads it; every reference leads somewhere; every event may be published."""
    document = json.loads(file.read_text())
    # It asks where in a message each parameter stands: the account of a partner stands in none.
    operations = extract_all_operations(file, validate=False)
    assert {name: operation.action for name, operation in operations.items()} == {
        "recevoir": "receive", "repondre": "send", "informer": "send"}

    def follow(value):
        if isinstance(value, dict):
            if isinstance(value.get("$ref"), str):
                target = document
                for step in value["$ref"].removeprefix("#/").split("/"):
                    target = target[step]
            for below in value.values():
                follow(below)
        elif isinstance(value, list):
            for below in value:
                follow(below)

    follow(document)
    assert document["asyncapi"] == "3.0.0"
    assert set(document["channels"]["publication"]["messages"]) == set(kinds)


main()
