extension HeldTable {
  /// Who was met, and what the diagnosis says. The household has a right to what a social worker
  /// wrote of it and sent (CRPA art. L311-6; CASF art. L311-3): nothing of it is left out.
  static let diagnosis = [
    HeldTable(
      "dossier", "Contact et diagnostic social et financier (DSF)", .diagnosis,
      shows: [
        "contact": "Contact", "contact_since": "Depuis le", "contact_due": "À faire avant le",
        "proposed_on": "Entretien proposé le", "reminders": "Relances",
        "dsf": "DSF", "dsf_since": "DSF depuis le", "requested_on": "DSF demandé le",
        "dsf_content": "Contenu du DSF daté du", "dsf_is_late": "DSF parvenu en retard",
        "hearing": "Audience", "voie": "Adresse", "complement": "Complément",
        "insee": "Commune (code INSEE)", "has_guardian": "Un majeur protégé est signalé",
        "bailleur": "Compte du bailleur", "huissier": "Compte de l'étude",
      ],
      // Whoever may read of it reads the event itself.
      hides: [.dossier: ["household"], .other: ["is_violence_known"]]),
    HeldTable(
      "tenant", "Personnes à rencontrer", .diagnosis, by: "rank",
      shows: ["nom": "Nom", "prenom": "Prénom", "naissance": "Naissance"],
      hides: [.dossier: ["household"], .machine: ["rank"]]),
    HeldTable(
      "attempt", "Tentatives de rencontre", .diagnosis,
      shows: ["made_on": "Le", "channel": "Par", "result": "Résultat"],
      hides: [.dossier: ["household"]]),
    HeldTable(
      "diagnosis", "Dernier diagnostic", .diagnosis,
      shows: [
        "made_on": "Établi le", "origin": "Origine", "resources": .cents("Ressources par mois"),
        "aid": .cents("Aide au logement"), "rent": .cents("Loyer"), "charges": .cents("Charges"),
        "fixed_charges": .cents("Autres charges fixes"), "debt": .cents("Dette de loyer"),
        "other_debts": .cents("Autres dettes"), "adults": "Adultes", "children": "Enfants",
        "rent_resumed": "Le loyer est de nouveau payé", "wishes_to_stay": "Vous souhaitez rester",
        "conclusion": "Ce que les indicateurs proposent",
        "decided": "Ce que le travailleur social a conclu", "measure": "Mesure",
        "effort": .init("Part du revenu pour le logement", .share),
        "left_per_unit": .cents("Reste à vivre par unité"),
        "repayment": .cents("Remboursement possible par mois"), "formula": "Formule appliquée",
        "unit_tenths": .init("Unités de consommation", .tenths),
        "content": .document("Le diagnostic tel qu'il a été transmis"),
      ],
      hides: [.dossier: ["household"]]),
    HeldTable(
      "hearing", "Audiences dont vous êtes informé", .diagnosis,
      shows: [
        "hearing_on": "Le", "place_hour": "Heure", "place_court": "Tribunal",
        "place_chamber": "Chambre", "place_address": "Adresse", "is_held": "Tenue",
      ],
      hides: [.dossier: ["household"]]),
  ]

  /// The search for a dwelling, and the rights to one.
  static let housing = [
    HeldTable(
      "rehousing_file", "Demande de logement, DALO, hébergement", .housing,
      shows: [
        "demand": "Demande de relogement", "demand_on": "Depuis le",
        "demand_reminders": "Relances des bailleurs", "urgency": "Urgence",
        "rank": "Rang dans l'ordre des demandes", "eviction_from": "Expulsion possible à partir du",
        "landlord": "Bailleur actuel", "dalo": "DALO", "dalo_on": "DALO, le",
        "dalo_offered": "DALO, offre faite", "daho": "DAHO", "daho_on": "DAHO, le",
        "daho_offered": "DAHO, place proposée", "accommodation": "Hébergement",
        "accommodation_on": "Hébergement, le", "accommodation_reminders": "Relances du SIAO",
        "registration": "Numéro unique de demande", "registered_on": "Demande enregistrée le",
        "adults": "Adultes", "children": "Enfants", "ages": "Âges",
        "communes": "Communes souhaitées",
        "budget": .cents("Loyer possible par mois"), "mobility": "Accessibilité demandée",
        "health_asked_on": "Partenaire de santé demandé le",
      ],
      hides: [.dossier: ["household"]]),
    HeldTable(
      "offer", "Propositions de logement", .housing, by: "entry",
      shows: [
        "offered_on": "Le", "reference": "Référence", "sender": "Compte", "suitable": "Adaptée",
        "rent_cents": .cents("Loyer"), "state": "État", "state_on": "État depuis le",
        "reminded": "Relance faite", "motive": "Motif du refus", "path": "Filière",
      ],
      hides: [.dossier: ["household"], .machine: ["entry"]]),
    HeldTable(
      "decline", "Refus de vous loger", .housing, by: "entry",
      shows: [
        "declined_on": "Le", "sender": "Compte", "offer": "Proposition", "motive": "Motif",
      ],
      hides: [.dossier: ["household"], .machine: ["entry"]]),
  ]

  /// The debt and what was tried to clear it. The deposit of a surendettement file before its
  /// recevabilité is secret from creditors (C. consom. art. L721-3): the household itself reads it.
  static let debt = [
    HeldTable(
      "dossier", "Dette, aide au logement, plan, FSL", .debt,
      shows: [
        "claim_on": "Décompte du", "debt": .cents("Dette"), "rent": .cents("Loyer"),
        "charges": .cents("Charges"), "landlord_kind": "Bailleur",
        "landlord_account": "Compte du bailleur", "huissier_account": "Compte de l'étude",
        "aid_signal": "Impayé signalé à la CAF ou à la MSA le", "aid": "Aide au logement",
        "aid_since": "Aide, depuis le", "aid_amount": .cents("Montant de l'aide"),
        "aid_amount_on": "Montant de l'aide au", "settlement": "Apurement",
        "settlement_since": "Apurement, depuis le", "is_urgent": "Apurement urgent",
        "plan": "Plan", "plan_since": "Plan, depuis le", "plan_due": "Réponse attendue avant le",
        "plan_count": "Mensualités du plan", "fsl": "FSL", "fsl_since": "FSL, depuis le",
        "fsl_due": "Réponse du FSL avant le", "fsl_amount": .cents("Montant du FSL"),
      ],
      hides: [.dossier: ["household"]]),
    HeldTable(
      "rent_payment", "Loyers et indemnités payés", .debt, by: "term, paid_on, amount, nature",
      shows: [
        "term": "Dû le", "paid_on": "Payé le", "amount": .cents("Montant"), "nature": "Nature",
      ],
      hides: [.dossier: ["household"]]),
    HeldTable(
      "surendettement", "Surendettement", .debt,
      shows: [
        "proposed_on": "Proposé le", "filed_on": "Déposé le", "ruling": "Recevabilité",
        "ruled_on": "Décidée le", "measure": "Mesure", "measured_on": "Mesure du",
        "until": "Jusqu'au", "reminders": "Relances",
      ],
      hides: [.dossier: ["household"]]),
    HeldTable(
      "schedule", "Échéancier suivi", .debt,
      shows: [
        "started_on": "Depuis le", "kind": "Nature", "stage": "État", "first": "Première échéance",
        "count": "Mensualités", "instalment": .cents("Mensualité"), "total": .cents("Total"),
        "broken_at": "Rompu à la mensualité", "rent_due": "Loyer courant en retard depuis le",
      ],
      hides: [.dossier: ["household"]]),
    HeldTable(
      "payment", "Paiements", .debt, by: "paid_on, rank",
      shows: ["paid_on": "Le", "rank": "Mensualité", "amount": .cents("Montant")],
      hides: [.dossier: ["household"]]),
    HeldTable(
      "settlement_detail", "Démarches", .debt,
      shows: [
        "is_protected": "Un majeur protégé est signalé",
        "notice_served": "Commandement de payer du",
        "notice_due": "Fin de son délai", "aid_asked": "Maintien de l'aide demandé le",
        "is_third_party": "L'aide est versée au bailleur",
        "direct_payment": "Versement au bailleur", "constituted_on": "Impayé constitué le",
        "signal_due": "À signaler avant le", "sent_to": "Renvoi vers", "sent_on": "Renvoi du",
        "last_resort_on": "Dernier recours le", "plan_asked": "Plan demandé le",
        "fsl_asked": "FSL demandé le", "fsl_pays": "FSL : versement prévu le",
        "judge_on": "Jugement du", "judge_instalment": .cents("Mensualité du jugement"),
        "first_default_on": "Premier impayé le",
        "first_signal_on": "Premier signalement le", "months_unpaid": "Mois impayés alors",
      ],
      hides: [.dossier: ["household"]]),
    HeldTable(
      "paying_means", "Ce que vous pouvez payer", .debt,
      shows: [
        "as_of": "Au", "capacity": .cents("Capacité par mois"), "formula": "Formule appliquée",
        "has_other_debts": "Autres dettes", "is_rent_paid": "Loyer courant payé",
        "is_without_aid": "Sans aide au logement", "is_rights_told": "Droits signalés",
      ],
      hides: [.dossier: ["household"]]),
    HeldTable(
      "cohesion_protocol", "Protocole de cohésion sociale", .debt,
      shows: [
        "signed_on": "Signé le", "ends_on": "Jusqu'au", "stage": "État", "is_amended": "Modifié",
      ],
      hides: [.dossier: ["household"]]),
    HeldTable(
      "path_record", "Demandes et leurs suites", .debt,
      shows: [
        "asked_on": "Demandé le", "path": "Voie", "is_urgent": "Urgent", "outcome": "Suite",
        "ended_on": "Suite du", "amount": .cents("Montant"),
        "is_within_notice": "Dans le délai du commandement",
      ],
      hides: [.dossier: ["household"]]),
    HeldTable(
      "schedule_record", "Échéanciers successifs", .debt,
      shows: [
        "started_on": "Depuis le", "kind": "Nature", "count": "Mensualités", "stage": "État",
        "broken_at": "Rompu à la mensualité", "since": "État depuis le",
      ],
      hides: [.dossier: ["household"]]),
  ]
}
