import Contracts

/// What the partners of a large département publish in a year, and how often.
///
/// Anchored on Seine-Saint-Denis in 2014: 7 492 assignations, 4 161 CQL, 4 105 CFP requested,
/// 2 708 evictions (préfecture of Seine-Saint-Denis, quoted by the Fondation Abbé Pierre and the
/// DIHAL).
/// What no public count says is a load model: a signal for each act, three contacts a dossier.
enum Volume: String, CaseIterable, Sendable {
  case commandement, aplArrears, saisine, contact
  case summons, dsf, hearing, postponement, decision, delays
  case quitOrder, policeAidRequest, policeAidGrant, eviction
  case surendettement, dalo, offer

  /// How many a year, in the whole département.
  var aYear: Int {
    switch self {
    case .commandement: 7_500
    case .aplArrears: 10_000
    case .saisine: 5_000
    case .contact: 45_000
    case .summons: 7_500
    case .dsf: 7_500
    case .hearing: 9_000
    case .postponement: 1_800
    case .decision: 6_500
    case .delays: 1_950
    case .quitOrder: 4_200
    case .policeAidRequest: 4_100
    case .policeAidGrant: 2_700
    case .eviction: 2_000
    case .surendettement: 3_000
    case .dalo: 1_500
    case .offer: 4_000
    }
  }

  /// The one of which it is a part, and with which it must not be counted again.
  var whole: Volume? {
    switch self {
    case .postponement: .hearing
    case .delays: .decision
    case .commandement, .aplArrears, .saisine, .contact, .summons, .dsf, .hearing, .decision,
      .quitOrder, .policeAidRequest, .policeAidGrant, .eviction, .surendettement, .dalo, .offer:
      nil
    }
  }

  /// What an agent calls it.
  var name: String {
    switch self {
    case .commandement: "commandements de payer"
    case .aplArrears: "impayés signalés par la CAF"
    case .saisine: "saisines des bailleurs PM"
    case .contact: "contacts et diagnostics"
    case .summons: "assignations"
    case .dsf: "DSF"
    case .hearing: "audiences"
    case .postponement: "  dont renvois"
    case .decision: "décisions"
    case .delays: "  dont avec délais"
    case .quitOrder: "CQL"
    case .policeAidRequest: "CFP demandés"
    case .policeAidGrant: "CFP accordés"
    case .eviction: "expulsions"
    case .surendettement: "surendettement"
    case .dalo: "décisions DALO"
    case .offer: "propositions de logement"
    }
  }

  /// All business messages of the table in a year.
  static let total = allCases.reduce(0) { $0 + ($1.whole == nil ? $1.aYear : 0) }

  /// Dossiers opened in a year: each household is contacted three times.
  static let dossiers = contact.aYear / contactsADossier
  static let contactsADossier = 3
}

extension Act {
  /// Which line of the table it counts in; `nil` for what follows from another act.
  var volume: Volume? {
    switch self {
    case .commandement: .commandement
    case .aplArrears: .aplArrears
    case .saisine: .saisine
    case .missed, .met, .diagnosed: .contact
    case .summoned: .summons
    case .dsf: .dsf
    case .heard, .postponed: .hearing
    case .decided: .decision
    case .quitOrder: .quitOrder
    case .policeAidAsked: .policeAidRequest
    case .policeAidDecided(let isGranted): isGranted ? .policeAidGrant : nil
    case .evicted: .eviction
    case .surendettementFiled, .surendettementAdmitted, .surendettementMeasured: .surendettement
    case .daloDecided: .dalo
    case .offered: .offer
    case .instalment, .cleared, .left, .daloClaimed, .answered, .leased: nil
    }
  }

  /// The part of that line that it counts in too.
  var part: Volume? {
    switch self {
    case .postponed: .postponement
    case .decided(.delays): .delays
    case .decided(.dismissed), .decided(.eviction), .decided(.evictionWithDelays), .commandement,
      .aplArrears, .saisine, .missed, .met, .diagnosed, .summoned, .dsf, .heard, .quitOrder,
      .policeAidAsked, .policeAidDecided, .evicted, .surendettementFiled, .surendettementAdmitted,
      .surendettementMeasured, .daloDecided, .offered, .instalment, .cleared, .left, .daloClaimed,
      .answered, .leased:
      nil
    }
  }
}
