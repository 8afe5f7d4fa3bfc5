import SagaOrchestratorDomain

/// One indicator of the yearly evaluation: what is counted, out of what, and what the instruction
/// aims at.
struct IndicatorLine: Sendable {
  /// How its figures are to be read.
  enum Kind: Sendable, Equatable {
    /// A number of acts or decisions.
    case count
    /// A number out of another.
    case share
    /// A median and a 90th percentile, in days.
    case delay
    /// A number of acts, and the euros that go with them.
    case euros
    /// A number of periods, and the months that they last together.
    case months
  }

  let id: String, name: String
  let kind: Kind
  /// The sum of these is the numerator.
  let counts: [Quantity]
  /// The sum of these is the denominator.
  let outOf: [Quantity]
  /// What the instruction of 22 March 2017 aims at, where it gives a number.
  let target: Int?
  /// Who knows it: a service and its tables.
  let source: String
  let cuts: [Cut]

  init(
    _ id: String, _ name: String, _ marks: [Mark], of outOf: [Mark] = [], _ kind: Kind? = nil,
    target: Int? = nil
  ) {
    self.init(
      id, name, counts: marks.map(Quantity.init), of: outOf.map(Quantity.init), kind,
      target: target, source: "saga-orchestrator, table indicator")
  }

  init(
    _ id: String, _ name: String, counts: [Quantity], of outOf: [Quantity] = [],
    _ kind: Kind? = nil, target: Int? = nil, source: String, cuts: [Cut] = Cut.usual
  ) {
    self.id = id
    self.name = name
    self.counts = counts
    self.outOf = outOf
    self.kind = kind ?? (outOf.isEmpty ? .count : .share)
    self.target = target
    self.source = source
    self.cuts = cuts
  }

  /// Every indicator of the reference (domain.md 4.2), in its order.
  static let all =
    ofProcedure + ofPrevention + ofJudgment + ofDebt + ofHousing + ofExecution + ofData

  /// The quantities of which the days are counted, not the acts.
  static let delays = Set(all.filter { $0.kind == .delay }.flatMap(\.counts))

  /// Groups that lie within another one: what is left of the larger tells as much as they do.
  static let nested: [(part: Quantity, whole: Quantity)] =
    [
      (.contactedWithinMonth, .contacted), (.proposalDelay, .contacted),
      (.interviewDelay, .contacted), (.dsfFiveDaysBefore, .dsfBeforeHearing),
      (.summonedForDebt, .summoned), (.signalledBeforeSummons, .opened),
    ].map { (part: Mark, whole: Mark) in (Quantity(part), Quantity(whole)) }
    + ["aid", "plan", "fsl", "surendettement"].flatMap { path in
      [
        (.path(path, .within), .path(path, .accepted)), (.path(path, .days), .path(path, .asked)),
      ]
    }
}
