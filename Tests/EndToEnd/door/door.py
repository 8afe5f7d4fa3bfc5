"""Plays the cases of a partner at the door, and compares the receipts with those that they name.

A case publishes one event, or several in turn, each when the receipt before it has come. What a case
does not say is that of a sound `signalement.cdp` about a household of its own. See cases.yaml.
"""

import base64
import copy
import datetime
import json
import os
import subprocess
import sys
import time

import pika
import yaml

DAY = "2018-02-05"  # the business day on which the cases are played
WAIT_SECONDS = 60  # for all receipts of one turn
LEDGER_SECONDS = 60  # for what is on its way between the services
ENCODINGS = {"utf-16": "utf-16", "latin-1": "latin-1", "utf-8-sig": "utf-8-sig"}


class Raw(str):
    """Text that goes onto the wire as the bytes that it was made of, valid UTF-8 or not."""

    def __new__(cls, octets):
        text = super().__new__(cls, octets.decode("latin-1"))
        text.octets = octets
        return text

    def encode(self, *_):
        return self.octets


def place():
    with open(os.environ["AMONT_PARTNERS_FILE"], encoding="utf-8") as table:
        rows = [line.split("#")[0].split() for line in table]
    return {row[0]: row[1] for row in rows if row}


class Partner:
    """One account: publishes with confirms, reads its receipts and notices."""

    def __init__(self, name):
        self.name = name
        with open(os.environ["AMONT_PARTNER_SECRETS"] + "/" + name, encoding="utf-8") as file:
            credentials = pika.PlainCredentials(name, file.read().strip())
        self.connection = pika.BlockingConnection(
            pika.ConnectionParameters(
                os.environ["AMONT_BROKER_HOST"], int(os.environ["AMONT_BROKER_PORT"]),
                os.environ["AMONT_BROKER_VHOST"], credentials, heartbeat=0))
        self.channel = self.connection.channel()
        self.channel.confirm_delivery()
        self.receipts, self.notices = [], []

    def publish(self, exchange, key, body, properties):
        self.channel.basic_publish(exchange, key, body, properties, mandatory=True)

    def read(self):
        while True:
            method, properties, body = self.channel.basic_get("amont.partner." + self.name)
            if method is None:
                return
            message = json.loads(body)
            if properties.type == "fr.amont.accuse.v1":
                message["_correlation"] = (properties.headers or {}).get("ce-correlationid")
                self.receipts.append(message)
            else:
                self.notices.append(message)
            self.channel.basic_ack(method.delivery_tag)


def merge(base, change):
    """The base with the changes; `null` takes a member away."""
    result = copy.deepcopy(base)
    for name, value in (change or {}).items():
        if value is None:
            result.pop(name, None)
        elif isinstance(value, dict) and isinstance(result.get(name), dict):
            result[name] = merge(result[name], value)
        else:
            result[name] = value
    return result


def letters(number):
    text = ""
    while number:
        number, digit = divmod(number, 26)
        text = chr(ord("a") + digit) + text
    return text or "a"


def sound(number, step):
    """The data of a sound event about a household of its own."""
    household = {
        "commandement": {"etude": "etude-martin", "reference": f"CAS-{number}"},
        "locataires": [
            {"nom": "Cas" + letters(number), "prenom": "Anne", "naissance": "1984-05-02"}],
        "logement": {"insee": "93066", "voie": f"{number} rue des Cas"},
        "bailleur": {"type": "personne-physique"},
    }
    event = {
        "menage": household, "acte": "2018-02-02", "dette": 298500, "loyer": 60000,
        "charges": 9000, "mois_impayes": 4,
    }
    return event


def octets(value):
    """What a case writes for bytes: `{base64: …}`, `{octets: "texte"}` or `{repete: x, fois: n}`."""
    if isinstance(value, dict) and "base64" in value:
        return base64.b64decode(value["base64"])
    if isinstance(value, dict) and "octets" in value:
        return value["octets"].encode()
    return value


def header(value):
    value = octets(value)
    if isinstance(value, dict) and "instant" in value:
        return datetime.datetime.fromtimestamp(value["instant"], datetime.timezone.utc)
    if isinstance(value, dict) and "texte_brut" in value:
        return Raw(base64.b64decode(value["texte_brut"]))
    if isinstance(value, dict) and "repete" in value:
        return value["repete"] * value["fois"]
    return value


def long_texts(value):
    """The same with each `{repete: x, fois: n}` written out."""
    if isinstance(value, dict):
        if set(value) == {"repete", "fois"}:
            return header(value)
        return {name: long_texts(item) for name, item in value.items()}
    return [long_texts(item) for item in value] if isinstance(value, list) else value


def filled(value, names):
    """The same with `{n}`, `{id}`, `{dossier}` … replaced in every text."""
    if isinstance(value, str):
        for name, text in names.items():
            value = value.replace("{" + name + "}", str(text))
        return value
    if isinstance(value, list):
        return [filled(item, names) for item in value]
    if isinstance(value, dict):
        return {filled(key, names): filled(item, names) for key, item in value.items()}
    return value


class Case:
    """One case: its steps, and what came of each."""

    def __init__(self, number, written):
        self.number, self.name = number, written["cas"]
        self.steps = written.get("suite") or [
            {"envoi": written.get("envoi") or {}, "accuse": written.get("accuse")}]
        self.names = {"n": number, "lettres": letters(number)}
        self.failures, self.confirmed = [], set()

    def message(self, index):
        """Account, exchange, routing key, body and properties of one step."""
        sent = filled(self.steps[index].get("envoi") or {}, self.names)
        account = sent.get("compte", "etude-martin")
        kind = sent.get("evenement", "signalement.cdp")
        identifier = f"cas-{self.number}.{index + 1}"
        base = sound(self.number, index) if kind == "signalement.cdp" else {
            "menage": sound(self.number, index)["menage"]}
        data = long_texts(merge(base, sent.get("donnees")))
        headers = {
            "ce-specversion": "1.0", "ce-id": identifier, "ce-source": account,
            "ce-type": f"fr.amont.{kind}.v1", "ce-time": "2018-02-05T09:00:00Z"}
        properties = {
            "content_type": "application/json", "delivery_mode": 2,
            "correlation_id": self.correlation(index)}
        if sent.get("mode") == "structure":
            event = {name[3:]: value for name, value in headers.items()}
            event = merge(dict(event, data=data), sent.get("evenement_structure"))
            headers, body = {}, json.dumps(event, ensure_ascii=False)
            properties["content_type"] = "application/cloudevents+json"
        else:
            body = json.dumps(data, ensure_ascii=False)
        if "corps" in sent:
            body = header(sent["corps"])
        for old, new in (sent.get("remplace") or {}).items():
            if old not in body:
                raise ValueError(f"{self.name}: {old!r} does not stand in the body")
            body = body.replace(old, new)
        if isinstance(body, str):
            body = body.encode(ENCODINGS.get(sent.get("encodage"), "utf-8"), "surrogatepass")
        if "compression" in sent:
            body = __import__(sent["compression"]).compress(body)
        headers = {
            name: header(value) for name, value in merge(headers, sent.get("entetes")).items()}
        properties = {
            name: header(value)
            for name, value in merge(properties, sent.get("proprietes")).items()}
        exchange = sent.get("echange", "amont.intake." + account)
        return account, exchange, kind, body, pika.BasicProperties(headers=headers, **properties)

    def correlation(self, index):
        return f"porte-{self.number}.{index + 1}"

    def answers(self, index, receipts):
        """The receipts of one step: by the correlation that they echo, else by the identifier of the
        event, where its envelope could not be read."""
        wanted = {self.correlation(index), f"cas-{self.number}.{index + 1}"}
        return [
            receipt for receipt in receipts
            if wanted & {receipt.get("correlation_id"), receipt.get("_correlation")}]

    def check(self, index, receipts):
        expected = filled(self.steps[index].get("accuse"), self.names)
        found = self.answers(index, receipts)
        if expected == "aucun":
            if found:
                self.fail(index, "no receipt was expected", found)
            return
        if len(found) != 1:
            return self.fail(index, f"{len(found)} receipts instead of one", found)
        receipt = found[0]
        if receipt.get("dossier"):
            self.names.setdefault("dossier", receipt["dossier"])
            self.names[f"dossier{index + 1}"] = receipt["dossier"]
        for problem in compare(expected or {"statut": "accepte", "code": "accepte"}, receipt):
            self.fail(index, problem, [receipt])

    def fail(self, index, problem, receipts):
        said = "; ".join(
            f"{one['statut']} {one['code']}: {one['texte']}"
            + (f" {json.dumps(one.get('erreurs'), ensure_ascii=False)}" if one.get("erreurs") else "")
            + (f" {json.dumps(one.get('avertissements'), ensure_ascii=False)}"
               if one.get("avertissements") else "") for one in receipts)
        self.failures.append(f"{self.name} ({index + 1}): {problem} [{said}]")


def compare(expected, receipt):
    """How a receipt differs from what a case says of it."""
    for name, value in expected.items():
        if name == "dit":
            for part in [value] if isinstance(value, str) else value:
                if part not in receipt["texte"]:
                    yield f"the sentence does not say {part!r}"
        elif name == "tait":
            for part in [value] if isinstance(value, str) else value:
                if part in json.dumps(receipt, ensure_ascii=False):
                    yield f"the receipt repeats {part!r}"
        elif name == "erreurs":
            found = {(one["champ"], one["code"]) for one in receipt.get("erreurs") or []}
            for wanted in value:
                if (wanted["champ"], wanted["code"]) not in found:
                    yield f"no error {wanted['code']} at {wanted['champ']}"
            if len(found) != len(value):
                yield f"{len(found)} errors instead of {len(value)}"
        elif name == "avertissements":
            found = [
                {key: one.get(key) for key in wanted}
                for wanted in value for one in receipt.get("avertissements") or []
                if one["code"] == wanted["code"]]
            for wanted in value:
                if wanted not in found:
                    yield f"no warning {wanted}"
        elif receipt.get(name) != value:
            yield f"{name} is {receipt.get(name)!r}, not {value!r}"


def play(cases, partners):
    """Every case in turns: the first step of all, then the second of those that have one …"""
    confirms, expected, index = 0, 0, 0
    while True:
        turn = [case for case in cases if index < len(case.steps)]
        if not turn:
            return confirms, expected
        for case in turn:
            account, exchange, key, body, properties = case.message(index)
            try:
                partners[account].publish(exchange, key, body, properties)
            except pika.exceptions.AMQPError as error:
                case.failures.append(f"{case.name} ({index + 1}): not confirmed: {error!r}")
                partners[account] = Partner(account)
                continue
            confirms += 1
            case.confirmed.add(index)
            if case.steps[index].get("accuse") != "aucun":
                expected += 1
        wait(turn, index, partners)
        received = [receipt for partner in partners.values() for receipt in partner.receipts]
        for case in turn:
            if index in case.confirmed:
                case.check(index, received)
        index += 1


def wait(turn, index, partners):
    """Until every step of this turn has its receipt, or the time is over."""
    end = time.monotonic() + WAIT_SECONDS
    missing = [case for case in turn if case.steps[index].get("accuse") != "aucun"]
    while missing and time.monotonic() < end:
        for partner in partners.values():
            partner.read()
        received = [receipt for partner in partners.values() for receipt in partner.receipts]
        missing = [case for case in missing if not case.answers(index, received)]
        time.sleep(0.05)


def balances():
    """Whether the ledger balances once the services have worked off what intake told them: a partner
    has its receipt before."""
    ledger = subprocess.run(
        ["amontctl", "ledger", "--settle", str(LEDGER_SECONDS)], capture_output=True, text=True, check=False,
        timeout=2 * LEDGER_SECONDS)
    print(ledger.stdout)
    return ledger.returncode == 0


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        written = yaml.safe_load(file)
    if len(sys.argv) > 2:
        written = [one for one in written if sys.argv[2] in one["cas"]]
    with open(os.environ["AMONT_CLOCK_FILE"], "w", encoding="utf-8") as clock:
        clock.write(DAY + "\n")
    partners = {name: Partner(name) for name in place()}
    cases = [Case(number + 1, one) for number, one in enumerate(written)]
    confirms, expected = play(cases, partners)
    failures = [failure for case in cases for failure in case.failures]
    receipts = sum(len(partner.receipts) for partner in partners.values())
    print(f"{len(cases)} cases, {confirms} confirms, {receipts} receipts")
    if receipts != expected and not failures:
        failures.append(f"{expected} receipts were expected, {receipts} came")
    if not balances():
        failures.append("the ledger does not balance")
    restarts = os.path.join(os.path.dirname(os.environ["AMONT_CLOCK_FILE"]), "run", "restarts")
    if os.path.exists(restarts):
        failures.append("a service was started again")
    for failure in failures:
        print("FAILED " + failure)
    print(f"door: {len(cases) - len({f.split(' (')[0] for f in failures})} passed, "
          f"{len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
