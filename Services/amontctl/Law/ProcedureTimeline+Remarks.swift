import LegalCalendar
import Vocabulary

// What a timeline says beside its dates: what was done too early, too late or not at all.

extension ProcedureTimeline {
  /// The acts that a bailiff serves.
  private static let served: Set<Milestone> = [.commandement, .assignation, .notification, .cql]

  /// What is wrong with the day of an act itself (CPC art. 664).
  func remark(on milestone: Milestone, _ day: Day) -> String {
    Self.served.contains(milestone) && !calendar.allowsService(on: day)
      ? "signifié un dimanche ou un jour férié : CPC art. 664" : ""
  }

  /// Whether the act that a delay governs came on the wrong side of its end.
  func missed(_ rule: RuleID, due: Day) -> String? {
    let assignation = days[.assignation]
    return switch rule {
    case .assignPrefet, .assignComparution:
      assignation.flatMap { $0 > due ? "dépassé : assignation du \($0)" : nil }
    case .cdpDelai, .pmSaisine:
      assignation.flatMap { $0 <= due ? "assignation prématurée : \($0)" : nil }
    case .cqlDelai:
      days[.demandeCFP].flatMap { $0 <= due ? "demande de CFP prématurée : \($0)" : nil }
    default: nil
    }
  }

  /// What should be there and is not.
  var missing: [Line] {
    guard let assignation = days[.assignation] else { return [] }
    var wanted: [(RuleID, Milestone, String)] = []
    if days[.saisineCCAPEX] == nil {
      wanted.append((.pmSaisine, .saisineCCAPEX, " (bailleur personne morale)"))
    }
    if let rule = try? RuleBook.rule(.dsfEntretien, on: assignation), days[rule.origin] == nil {
      wanted.append((.dsfEntretien, rule.origin, ""))
    }
    return wanted.map { id, milestone, more in
      Line(
        due: nil, rule: id.rawValue, value: "", from: milestone.rawValue,
        article: (try? RuleBook.rule(id, on: assignation))?.article,
        reason: "manque : " + milestone.rawValue + more)
    }
  }

  /// The winter truce that follows the CQL, and the first day on which an eviction is lawful if the
  /// préfet grants his aid and nothing else bars it.
  var evictionLines: [Line] {
    guard let end = days[.finCQL] else { return [] }
    let after = end.adding(days: 1)
    let truce = calendar.truce(on: after) ?? calendar.truces.truce(ofWinter: after.components.year)
    let outside = calendar.firstDayOutsideTruce(onOrAfter: after)
    // Ends within days: a truce lasts months, and no two days without service follow many others.
    let first =
      (0..<Self.mostDaysWithoutService).lazy.map(outside.adding(days:))
      .first { calendar.allowsService(on: $0) && calendar.truce(on: $0) == nil }
    let reason = outside == after ? "" : "après la trêve hivernale"
    return [
      truce.map {
        Line(
          due: $0.start.description, rule: RuleID.treve.rawValue, value: "jusqu'au \($0.end)",
          from: nil, article: $0.article, reason: "")
      },
      first.map {
        Line(
          due: $0.description, rule: "EXPULSION",
          value: "premier jour d'une expulsion régulière, avec le concours de la force publique",
          from: Milestone.finCQL.rawValue, article: "CPCE L412-1, L412-6, L141-1", reason: reason)
      },
    ].compactMap(\.self)
  }

  private static var mostDaysWithoutService: Int { 10 }
}
