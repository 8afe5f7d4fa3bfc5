"""What the commissions of two départements do, each through its own account at the other's broker.

Environment: HERE and THERE (host:port/vhost), HERE_SECRETS and THERE_SECRETS (folders of passwords).
Prints the two references.
"""

import datetime
import json
import os
import uuid

import pika

SECONDS = 60
TODAY = datetime.date.today()


class Partner:
    """An account at one of the two brokers."""

    def __init__(self, place, account):
        with open(os.path.join(os.environ[place + "_SECRETS"], account)) as secret:
            password = secret.read().strip()
        address = f"amqp://{account}:{password}@{os.environ[place]}"
        self.account = account
        self.channel = pika.BlockingConnection(pika.URLParameters(address)).channel()
        self.channel.confirm_delivery()

    def publish(self, name, event):
        """Publishes an event and returns its receipt, which must say that it was taken."""
        identifier = str(uuid.uuid4())
        self.channel.basic_publish(
            "amont.intake." + self.account, name, json.dumps(event),
            pika.BasicProperties(
                delivery_mode=2, content_type="application/json",
                headers={"ce-specversion": "1.0", "ce-id": identifier, "ce-source": self.account,
                         "ce-type": f"fr.amont.{name}.v1",
                         "ce-time": datetime.datetime.now(datetime.timezone.utc).isoformat()}),
            mandatory=True)
        receipt = self.read(lambda kind, body: body.get("evenement") == identifier)
        if receipt["statut"] != "accepte":
            raise SystemExit(f"{self.account}, {name}: {receipt['code']}: {receipt['texte']}")
        return receipt

    def read(self, is_it):
        """Reads until a message is the one that is awaited."""
        consumed = self.channel.consume("amont.partner." + self.account, inactivity_timeout=SECONDS)
        for method, properties, body in consumed:
            if method is None:
                raise SystemExit(f"{self.account}: nothing came within {SECONDS} s")
            message = json.loads(body)
            self.channel.basic_ack(method.delivery_tag)
            if is_it(properties.type, message):
                self.channel.cancel()
                return message
        raise SystemExit(f"{self.account}: the queue ended")


day = TODAY.isoformat()
huissier, commission = Partner("HERE", "etude-martin"), Partner("HERE", "ccapex")
# The account of Lozère here, and that of Seine-Saint-Denis there.
answering, sending = Partner("HERE", "ccapex-48"), Partner("THERE", "ccapex-93")

signal = huissier.publish("signalement.cdp", {
    "menage": {
        "commandement": {"etude": "etude-martin", "reference": "T-1"},
        "locataires": [{"nom": "Martin", "prenom": "Anne", "naissance": "1980-05-02"}],
        "logement": {"insee": "48095", "voie": "2 rue des Écoles"},
        "bailleur": {"type": "personne-physique"}},
    "acte": (TODAY - datetime.timedelta(days=3)).isoformat(),
    "dette": 284000, "loyer": 71000, "charges": 9000, "mois_impayes": 4})
assert signal["code"] == "accepte.autre-departement", signal
here = signal["dossier"]
commission.publish("dossier.transfert", {
    "menage": {"dossier": here}, "date": day, "etape": "propose", "departement": "48"})

sent = answering.read(lambda kind, body: body.get("code") == "transfert-a-recevoir")
assert sent["dossier"] == here and sent["departement"] == "93", sent
assert sent["stade"] == "commandement" and "montant" not in sent, sent
taken = sending.publish("dossier.accueil", {
    "menage": {key: sent["menage"][key] for key in ("locataires", "logement")},
    "date": day, "departement": "93", "reference": sent["dossier"], "stade": sent["stade"]})
assert "avertissements" not in taken, taken
answering.publish("dossier.transfert", {
    "menage": {"dossier": here}, "date": day, "etape": "recu", "departement": "48"})
print(here, taken["dossier"])
