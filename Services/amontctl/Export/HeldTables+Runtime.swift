import Contracts

extension HeldTable {
  /// The runtime's tables, the same in every service.
  static let runtime = [
    HeldTable(
      "inbox", "Messages reçus", .signals, by: "occurred_on, received_on, id",
      shows: [
        "occurred_on": "Jour de l'acte", "received_on": "Reçu le", "source": "De",
        "type": .named("Objet") { HeldMessage.title(of: $0) },
        "body": .document("Contenu"),
        "recalled": "Retiré ou remplacé depuis",
      ],
      hides: [
        .dossier: ["household"],
        .machine: [
          "id", "outcome", "duplicates", "decided_on", "root", "path", "correlation", "causation",
          "traceparent",
        ],
      ]),
    HeldTable(
      "outbox", "Messages envoyés", .notices, by: "id",
      shows: [
        "occurred_on": "Jour", "routing_key": .named("À") { HeldMessage.recipient(of: $0) },
        "type": .named("Objet") { HeldMessage.title(of: $0) }, "body": .document("Contenu"),
        "recalled": "Retiré depuis",
      ],
      hides: [
        .dossier: ["household"],
        .machine: [
          "id", "message_id", "exchange", "rank", "correlation", "causation", "traceparent", "root",
          "path",
        ],
      ]),
    HeldTable(
      "deadline", "Échéances à venir", .deadlines, by: "due",
      shows: [
        "due": "Au plus tard", "kind": .named("Objet") { HeldMessage.deadline($0) },
        "origin": "À compter du", "delay": "Délai", "article": "Texte", "rule": "Règle",
        "fires_on": "Amont agit le", "raw": "Avant report", "reason": "Report",
      ],
      hides: [.dossier: ["household"], .machine: ["armed"]]),
    HeldTable(
      "quarantine", "Messages mis de côté pour vérification", .signals, by: "id",
      shows: [
        "occurred_on": "Jour de l'acte", "type": .named("Objet") { HeldMessage.title(of: $0) },
        "sender": "De", "state": "État", "reason": "Motif",
        "body": .document("Contenu"),
      ],
      hides: [
        .dossier: ["household"],
        .machine: [
          "id", "source", "message_id", "correlation", "causation", "defect", "root", "path",
          "queue", "deliveries", "identity", "origin",
        ],
        // Who looked at the message, and what was tried: none of it decides about the household.
        .other: ["history"],
      ]),
    HeldTable(
      "household_key", "Clé de chiffrement", .machine, shows: [:],
      hides: [.machine: ["household", "wrapped", "master", "erased_on"]]),
    HeldTable(
      "dossier_head", "Repères du dossier", .machine,
      shows: [:],
      hides: [
        .dossier: ["household"],
        .machine: [
          "heard", "said", "parked", "root", "path", "complete", "rebuilds", "rebuilt_on",
          "opened_on",
        ],
      ]),
    HeldTable(
      "parked", "Messages en attente d'un autre", .machine, shows: [:],
      hides: [.dossier: ["household"], .machine: ["source", "rank"], .copy: ["id"]]),
    HeldTable(
      "outbox_pending", "Messages en cours d'envoi", .machine, rows: "false", shows: [:],
      hides: [
        .machine: [
          "first", "messages", "lease_until", "since", "attempts", "refused_since", "problem",
          "blocked",
        ]
      ]),
    HeldTable(
      "ledger_counter", "Compteurs", .machine, rows: "false", shows: [:],
      hides: [.machine: ["instance", "entry", "peer", "count"]]),
    HeldTable(
      "amont_migration", "Versions des tables", .machine, rows: "false", shows: [:],
      hides: [.machine: ["set", "number", "name", "checksum", "applied_at"]]),
  ]
}
