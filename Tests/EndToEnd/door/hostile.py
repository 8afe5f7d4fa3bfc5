"""Sends what no partner should: hostile text in every text of every event, and in every header.

Each message is sent alone; then a part of those of each kind, another for each, among healthy events.
Every message that the broker confirmed gets a receipt, every healthy one an acceptance; no service is
started again, and the ledger balances. See Tests/EndToEnd/hostile.sh.
"""

import base64
import copy
import json
import os
import sys
import time

import pika

from door import Partner, Raw, balances, place

DAY = "2018-02-05"
HEALTHY = 100  # among which hostile ones of a kind are sent
PART = 6  # of so many hostile messages one is sent a second time, among the healthy
MEGABYTE = 1_000_000
WAIT_SECONDS = 240
# What stands instead of a text, as the bytes inside of the quotes of a JSON text.
IN_JSON = {
    "U+0000 escaped": b"a\\u0000b",
    "U+0000 raw": b"a\x00b",
    "a lone surrogate escaped": b"a\\ud800b",
    "a lone surrogate as bytes": b"a\xed\xa0\x80b",
    "invalid UTF-8": b"a\xff\xfeb",
    "a megabyte": b"a" * MEGABYTE,
}
# The same as the value of a header. AMQP bounds all headers of a message together by a frame.
IN_HEADER = {
    "U+0000": b"a\x00b",
    "a lone surrogate": b"a\xed\xa0\x80b",
    "invalid UTF-8": b"a\xff\xfeb",
    "a hundred kilobytes": b"a" * 100_000,
}
HEADERS = [
    "ce-specversion", "ce-id", "ce-source", "ce-type", "ce-time", "ce-subject", "ce-sequence",
    "ce-correlationid", "ce-causationid", "ce-chainroot", "ce-chainpath", "traceparent",
    "ce-extension", "__TypeId__"]
PROPERTIES = [
    "content_type", "content_encoding", "correlation_id", "reply_to", "message_id", "type", "app_id"]
SHORT = 255  # bytes of a property
MARK = "@@hostile@@"


def at(document, pointer, value):
    """The document with a value at a JSON Pointer."""
    result = copy.deepcopy(document)
    steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
    inside = result
    for step in steps[:-1]:
        inside = inside[int(step)] if isinstance(inside, list) else inside[step]
    inside[int(steps[-1]) if isinstance(inside, list) else steps[-1]] = value
    return result


class Play:
    def __init__(self):
        kinds = place()
        self.accounts = {kind: name for name, kind in reversed(kinds.items())}
        self.partners = {name: Partner(name) for name in set(self.accounts.values())}
        self.number = 0
        self.confirms = {name: 0 for name in self.partners}
        self.receipts = {name: 0 for name in self.partners}
        self.healthy, self.failures, self.lost = {}, [], 0

    def properties(self, kind, identifier, changes=None, headers=None):
        values = {
            "content_type": "application/json", "delivery_mode": 2, **(changes or {})}
        all_headers = {
            "ce-specversion": "1.0", "ce-id": identifier, "ce-source": "hostile",
            "ce-type": f"fr.amont.{kind}.v1", "ce-time": f"{DAY}T09:00:00Z", **(headers or {})}
        return pika.BasicProperties(headers=all_headers, **values)

    def send(self, account, kind, body, properties):
        partner = self.partners[account]
        try:
            partner.publish("amont.intake." + account, kind, body, properties)
            self.confirms[account] += 1
        except pika.exceptions.AMQPError as error:
            # Not confirmed, hence nothing is owed; the broker closed the channel.
            self.lost += 1
            print(f"not confirmed: {kind}: {error!r}"[:200])
            partner.receipts.clear()
            self.partners[account] = Partner(account)

    def identifier(self):
        self.number += 1
        return f"hostile-{self.number}"

    def hostile(self, event):
        """Every hostile message of one kind: body and properties."""
        kind, data = event["evenement"], event["donnees"]
        for pointer in event["textes"]:
            marked = json.dumps(at(data, pointer, MARK), ensure_ascii=False).encode()
            for value in IN_JSON.values():
                yield marked.replace(MARK.encode(), value), self.properties(kind, self.identifier())
        body = json.dumps(data, ensure_ascii=False).encode()
        for value in IN_HEADER.values():
            for name in HEADERS:
                yield body, self.properties(
                    kind, self.identifier(), headers={name: Raw(value)})
            for name in PROPERTIES:
                yield body, self.properties(
                    kind, self.identifier(), {name: Raw(value[:SHORT])})

    def send_healthy(self):
        identifier = self.identifier()
        self.healthy[identifier] = None
        body = {
            "menage": {
                "commandement": {"etude": "etude-martin", "reference": identifier},
                "locataires": [{"nom": "Sain", "prenom": identifier.replace("-", " ")}],
                "logement": {"insee": "93066", "voie": f"{self.number} rue des Sains"}},
            "acte": "2018-02-02", "dette": 298500, "loyer": 60000, "charges": 9000,
            "mois_impayes": 4}
        self.send(
            "etude-martin", "signalement.cdp", json.dumps(body).encode(),
            self.properties("signalement.cdp", identifier))

    def read(self):
        for name, partner in self.partners.items():
            partner.read()
            for receipt in partner.receipts:
                self.receipts[name] += 1
                if receipt["evenement"] in self.healthy:
                    self.healthy[receipt["evenement"]] = receipt["statut"]
            partner.receipts.clear()

    def wait(self):
        end = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < end:
            self.read()
            if all(self.receipts[name] >= count for name, count in self.confirms.items()):
                return
            time.sleep(0.1)
        for name, count in self.confirms.items():
            if self.receipts[name] != count:
                self.failures.append(f"{name}: {count} confirms, {self.receipts[name]} receipts")

    def play(self, events):
        for event in events:  # alone
            account = self.accounts[event["genre"]]
            for body, properties in self.hostile(event):
                self.send(account, event["evenement"], body, properties)
            self.read()
        self.wait()
        for place_of, event in enumerate(events):  # among healthy ones
            account = self.accounts[event["genre"]]
            hostile = list(self.hostile(event))[place_of % PART::PART]
            for index in range(HEALTHY):
                self.send_healthy()
                for body, properties in hostile[index::HEALTHY]:
                    self.send(account, event["evenement"], body, properties)
            self.read()
        self.wait()


def main():
    share = max(int(os.environ.get("AMONT_HOSTILE_SHARE", "1")), 1)
    with open(sys.argv[1], encoding="utf-8") as file:
        events = [json.loads(line) for line in file][::share]
    with open(os.environ["AMONT_CLOCK_FILE"], "w", encoding="utf-8") as clock:
        clock.write(DAY + "\n")
    play = Play()
    began = time.monotonic()
    play.play(events)
    refused = [name for name, status in play.healthy.items() if status != "accepte"]
    if refused:
        play.failures.append(f"{len(refused)} of {len(play.healthy)} healthy events not accepted")
    if not balances():
        play.failures.append("the ledger does not balance")
    restarts = os.path.join(os.path.dirname(os.environ["AMONT_CLOCK_FILE"]), "run", "restarts")
    if os.path.exists(restarts):
        play.failures.append("a service was started again")
    for failure in play.failures:
        print("FAILED " + failure)
    print(
        f"{len(events)} kinds, {sum(play.confirms.values())} confirms, "
        f"{sum(play.receipts.values())} receipts, {len(play.healthy)} healthy, "
        f"{play.lost} not confirmed, {time.monotonic() - began:.0f} s")
    return 1 if play.failures else 0


if __name__ == "__main__":
    sys.exit(main())
