// Who decided something about the household is named to it, as an act of the administration names
// its author (CRPA art. L111-2 et L212-1); who only read, or looked at a message that was set
// aside, is not (CJUE C-579/21).

extension HeldTable {
  /// Who the household is, who said so, and what it was compared with.
  static let intake = [
    HeldTable(
      "dossier", "Dossier", .identity,
      shows: [
        "opened_on": "Ouvert le", "commune": "Commune (code INSEE)", "commission": "Suivi par",
        "landlord": "Bailleur", "huissier": "Compte de l'étude", "bailleur": "Compte du bailleur",
        "mandataire": "Un majeur protégé est signalé",
        "seuil_atteint": "Le seuil de signalement est atteint", "moved": "Un départ est signalé",
        "withdrawn": "Tous les signalements ont été retirés",
        "stage": "Étape de la procédure, par les signalements", "stage_on": "Étape du",
        "debt_on": "Décompte du", "debt_rents": "Dette, en loyers",
        "fewest_rents": "Plus petite dette connue, en loyers",
        "fewest_days": "Délai le plus court laissé par un acte, en jours",
        "transfer_to": "Transfert proposé au département",
      ],
      hides: [.dossier: ["household", "merged_into"]]),
    HeldTable(
      "tenant", "Locataires nommés dans les actes", .identity, by: "rank",
      shows: ["nom": "Nom", "prenom": "Prénom", "naissance": "Naissance"],
      hides: [.dossier: ["household"], .machine: ["rank"]]),
    HeldTable(
      "dwelling", "Logement", .identity,
      shows: ["voie": "Adresse", "complement": "Complément", "insee": "Commune (code INSEE)"],
      hides: [.dossier: ["household"]]),
    HeldTable(
      "identity_key", "Références par lesquelles le dossier est reconnu", .recognition,
      rows: "household = ANY ($1::uuid[]) AND kind IN ('bail', 'exploc', 'commandement', 'rg')",
      by: "kind, key",
      // The other kinds are digests of names, addresses and numbers that are shown elsewhere.
      shows: ["kind": "Référence", "key": "Valeur"], hides: [.dossier: ["household"]]),
    HeldTable(
      "contribution", "Comment chaque acte vous a désigné", .signals,
      rows: "home = ANY ($1::uuid[])", by: "place",
      shows: [
        "act_on": "Jour de l'acte", "received_on": "Reçu le",
        "type": .named("Objet") { HeldMessage.title(of: $0) }, "sender": "Compte",
        "genre": .named("Organisme") { HeldMessage.kind($0) },
        "menage": .document("Ce qui a été dit de vous"), "withdrawn": "Retiré depuis",
        "party": "Au titre du dossier",
      ],
      hides: [.dossier: ["home"], .machine: ["event_id", "place", "source"]]),
    HeldTable(
      "reception", "Ce qui a été répondu à chaque signalement", .signals,
      by: "received_on, sender, event_id",
      shows: [
        "received_on": "Reçu le", "type": .named("Objet") { HeldMessage.title(of: $0) },
        "sender": "Compte", "status": "Réponse", "code": "Code de la réponse",
      ],
      hides: [
        .dossier: ["household"], .machine: ["event_id", "source"], .copy: ["digest"],
      ]),
    HeldTable(
      "waiting", "Actes gardés pour examen", .signals, rows: "held_for = ANY ($1::uuid[])",
      by: "received_on, sender, event_id",
      shows: [
        "act_on": "Jour de l'acte", "received_on": "Reçu le",
        "type": .named("Objet") { HeldMessage.title(of: $0) }, "sender": "Compte",
        "contradicts": .init("Ce qui ne concorde pas", .words(separator: " ")),
      ],
      hides: [
        .dossier: ["held_for"], .machine: ["event_id", "ticket", "source"],
        // Nobody decided yet whether it speaks of this household or of another one.
        .other: ["menage", "body"],
      ]),
    HeldTable(
      "waiting_key", "Références d'actes gardés", .machine, rows: "false", shows: [:],
      hides: [.machine: ["sender", "event_id", "source"], .copy: ["kind", "key"]]),
    HeldTable(
      "archive", "Mise en archive", .follow,
      shows: [
        "archived_on": "Depuis le", "until": "Jusqu'au", "rule": "Règle", "article": "Texte",
      ],
      hides: [.dossier: ["household"]]),
    HeldTable(
      "doubt", "Rapprochements à vérifier avec un autre dossier", .recognition,
      rows: "household = ANY ($1::uuid[]) OR other = ANY ($1::uuid[])", by: "opened_on, reason",
      shows: ["opened_on": "Depuis le", "reason": "Motif"],
      hides: [.other: ["household", "other"]]),
    HeldTable(
      "fusion_log", "Réunions et séparations du dossier", .recognition,
      rows: "household = ANY ($1::uuid[]) OR other = ANY ($1::uuid[])", by: "id",
      shows: [
        "decided_on": "Le", "action": "Décision", "sender": "Compte", "agent": "Décidé par",
        "because": "Motif",
      ],
      hides: [.other: ["household", "other"], .machine: ["id", "event_id"]]),
    HeldTable(
      "relation", "Comptes dont le lien avec le dossier est à vérifier", .recognition,
      by: "opened_on, account",
      shows: [
        "opened_on": "Depuis le", "account": "Compte",
        "genre": .named("Organisme") { HeldMessage.kind($0) }, "settled_by": "Vérifié par",
        "settled_agent": "Agent qui a vérifié",
      ],
      hides: [
        .dossier: ["household"],
        // What an account brought that nothing ties to the dossier may be another household's.
        .other: ["brought"],
      ]),
    HeldTable(
      "digest_check", "Contrôle de la clé des empreintes", .machine, rows: "false", shows: [:],
      hides: [.machine: ["value"]]),
  ]
}
