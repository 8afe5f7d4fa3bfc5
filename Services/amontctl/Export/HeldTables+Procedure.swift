import SagaOrchestratorDomain
import Contracts

extension HeldTable {
  /// The acts of the procedure.
  static let court = [
    HeldTable(
      "court_file", "Procédure", .court,
      shows: [
        "landlord": "Bailleur", "huissier": "Compte de l'étude", "bailleur": "Compte du bailleur",
        "lease_kind": "Nature du bail", "court_told": "Mesures dites au tribunal",
        "notice_on": "Commandement de payer du", "notice_delay": "Son délai", "lease_on": "Bail du",
        "seized_on": "CCAPEX saisie le", "closed_on": "Suivi clos le",
        "monthly_cents": .cents("Loyer et charges"),
        "has_guardian": "Un majeur protégé est signalé",
        "unused_grant_on": "Concours non utilisé, signalé le",
      ],
      hides: [.dossier: ["household"]]),
    HeldTable(
      "act", "Actes", .court, by: "act_on, entry",
      shows: [
        "act_on": "Le", "kind": "Acte", "outcome": "Sens", "received_on": "Reçu le",
        "sender": "Compte", "standing": "Pris en compte", "prefect_told_on": "Notifié au préfet le",
        "filed_on": "Déposé le", "effective_on": "Effet au", "hearing_on": "Audience",
        "ruling_expected_on": "Délibéré", "instalments": "Mensualités",
        "first_instalment_on": "Première mensualité", "delays_end_on": "Délais jusqu'au",
        "irregularities": .init("Irrégularités relevées", .words(separator: ",")),
        "reason": "Précision", "amount": .cents("Montant"),
        "findings": .init("Constats", .words(separator: ",")), "place_court": "Tribunal",
        "place_chamber": "Chambre", "place_address": "Adresse du tribunal", "place_hour": "Heure",
        "lease_kind": "Nature du bail", "tenant_protected": "Locataire protégé",
        "quit_months": "Mois laissés pour quitter les lieux", "quit_days": "Jours laissés en plus",
      ],
      hides: [.dossier: ["household"], .machine: ["entry"]]),
    HeldTable(
      "occupation_payment", "Loyers et indemnités payés", .court,
      by: "term, paid_on, amount, nature",
      shows: [
        "term": "Dû le", "paid_on": "Payé le", "amount": .cents("Montant"), "nature": "Nature",
      ],
      hides: [.dossier: ["household"]]),
    HeldTable(
      "hearing", "Audiences", .court, shows: ["hearing_on": "Le", "state": "État"],
      hides: [.dossier: ["household"]]),
    HeldTable(
      "post_mortem", "Retour d'expérience après une expulsion", .court, by: "entry",
      shows: [
        "recorded_on": "Le", "evicted_on": "Expulsion du", "reason": "Motif",
        "notice_on": "Commandement du", "seized_on": "CCAPEX saisie le",
        "summoned_on": "Assignation du", "informed_on": "Vous avez été informé le",
        "tenant_heard": "À l'audience", "court_told_on": "Mesures dites au tribunal le",
        "ruled_on": "Jugement du", "time_asked_on": "Délais demandés le",
        "quit_order_on": "Commandement de quitter les lieux du",
        "police_aid_requested_on": "Concours demandé le", "police_aid_on": "Concours accordé le",
        "dalo_told_on": "Priorité DALO signalée le", "review_asked_on": "Examen demandé le",
      ],
      hides: [.dossier: ["household"], .machine: ["entry"]]),
    HeldTable(
      "court_step", "Ce qui a été fait pour vous devant le juge et le préfet", .court,
      by: "step_on, step",
      shows: [
        "step_on": "Le", "step": .named("Démarche") { Order(rawValue: $0)?.frenchName },
      ],
      hides: [.dossier: ["household"]]),
    HeldTable(
      "liability", "Responsabilité de l'État envers le bailleur", .court, by: "entry",
      shows: [
        "refused_on": "Refus du", "cause": "Cause", "regime": "Régime", "starts_on": "À partir du",
        "ends_on": "Jusqu'au", "ending": "Fin", "suspended": "Jours suspendus",
      ],
      hides: [.dossier: ["household"], .machine: ["entry"]]),
  ]

  /// Where the dossier stands, and all that happened.
  static let saga = [
    HeldTable(
      "dossier", "Où en est le dossier", .follow,
      shows: [
        "opened_on": "Ouvert le", "commission": "Suivi par", "commune": "Commune (code INSEE)",
        "landlord": "Bailleur",
        "contact_phase": .named("Contact") { ContactPhase(rawValue: $0)?.title },
        "debt_phase": .named("Dette") { DebtPhase(rawValue: $0)?.title },
        "housing_phase": .named("Relogement") { HousingPhase(rawValue: $0)?.title },
        "procedure_phase": .named("Procédure") { ProcedurePhase(rawValue: $0)?.title },
        "circumstances": .named("Ce qui est connu") { HeldMessage.circumstances($0) },
        "lease_on": "Bail du", "notice_until": "Fin du délai du commandement",
        "summons_on": "Assignation du", "hearing_on": "Audience", "judgment_on": "Délibéré",
        "decision_on": "Décision du", "notified_on": "Notifiée le",
        "first_instalment_on": "Première mensualité du juge", "instalments": "Mensualités du juge",
        "judge_delays_until": "Délais du juge jusqu'au",
        "quit_until": "Délai pour quitter les lieux jusqu'au",
        "jex_until": "Délais du juge de l'exécution jusqu'au",
        "suspension_until": "Suspension (surendettement) jusqu'au",
        "protocol_until": "Protocole jusqu'au", "clause_until": "Clause suspendue jusqu'au",
        "police_aid_until": "Concours utilisable jusqu'au", "dalo_until": "Offre DALO due avant le",
        "admitted_on": "Surendettement recevable le", "cleared_on": "Dette soldée le",
        "evicted_on": "Expulsion du", "closed_on": "Clos le",
        "closure": .named("Motif de la clôture") { Closure.Reason(rawValue: $0)?.frenchName },
        "version": "Version des règles suivies",
      ],
      hides: [
        .dossier: ["household"], .machine: ["truce_change_on", "entries", "notice_decided_by"],
      ]),
    HeldTable(
      "timeline", "Chronologie", .follow, by: "entry",
      shows: ["day": "Le", "text": "Ce qui s'est passé", "article": "Texte"],
      hides: [
        .dossier: ["household"], .machine: ["entry", "kind", "trigger", "message", "is_secret"],
      ]),
    HeldTable(
      "awaited_step", "Ce qui est attendu", .follow, by: "due, track",
      shows: [
        "due": "Avant le", "track": .named("Côté") { Track(rawValue: $0)?.frenchName },
        "trigger": .named("Ce qui suit sinon") { Trigger(rawValue: $0)?.frenchName },
        "rule": "Règle",
      ],
      hides: [.dossier: ["household"], .machine: ["rule_version"]]),
    HeldTable(
      "protection_period", "Protections", .follow, by: "since, circumstance",
      shows: [
        "circumstance": .named("Protection") { Circumstance(rawValue: $0)?.frenchName },
        "since": "Depuis le", "through": "Jusqu'au",
      ],
      hides: [.dossier: ["household"]]),
    HeldTable(
      "review", "Points à revoir par la commission", .follow, by: "opened_on, reason",
      shows: [
        "opened_on": "Depuis le",
        "reason": .named("Motif") { ReviewReason(rawValue: $0)?.frenchName },
        "closed_on": "Revu le",
      ],
      hides: [.dossier: ["household"], .machine: ["track"]]),
    HeldTable(
      "revision", "Ce qui a été cru, et ne l'est plus", .follow, by: "entry",
      shows: [
        "revised_on": "Le", "subject": "Objet", "was": "Était", "becomes": "Devient",
        "because": "Parce que",
      ],
      hides: [.dossier: ["household"], .machine: ["entry"]]),
    HeldTable(
      "indicator_fact", "Faits comptés pour l'évaluation annuelle", .evaluation, by: "on_day, what",
      shows: ["on_day": "Le", "what": .named("Fait") { HeldWord.indicators[$0] }],
      hides: [.dossier: ["household"]]),
    HeldTable(
      "indicator", "Ce que le dossier compte dans l'évaluation annuelle", .evaluation,
      by: "year, mark",
      shows: [
        "year": "Année", "mark": .named("Indicateur") { HeldWord.indicators[$0] },
        "value": "Valeur", "commission": "Commission", "landlord": "Bailleur", "motive": "Motif",
      ],
      hides: [.dossier: ["household"]]),
  ]
}
