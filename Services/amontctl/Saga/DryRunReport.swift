import Contracts
import SagaOrchestratorDomain
import Vocabulary

/// What a new version would do to the live dossiers: in total, and one by one for those that it
/// does not leave as they are.
struct DryRunReport: Encodable {
  /// How many dossiers are shown one by one; the totals count all.
  static let shown = 1_000

  /// One dossier.
  struct Line: Encodable {
    var dossier: HouseholdID
    var verdict: String
    var detail: [String]
  }

  var version: Int
  var unchanged = 0
  var moved = 0
  var blocked = 0
  var dossiers: [Line] = []

  init(version: Int) { self.version = version }

  /// Counts a dossier; one that is blocked is shown before any that only moves.
  mutating func count(_ verdict: SagaMove.Verdict) {
    switch verdict.move {
    case .unchanged: unchanged += 1
    case .moved(_, let differences):
      moved += 1
      show(Line(dossier: verdict.household, verdict: "moved", detail: differences), first: false)
    case .blocked(let reason):
      blocked += 1
      show(Line(dossier: verdict.household, verdict: "blocked", detail: [reason]), first: true)
    }
  }

  private mutating func show(_ line: Line, first: Bool) {
    if first { dossiers.insert(line, at: 0) } else { dossiers.append(line) }
    if dossiers.count > Self.shown { dossiers.removeLast() }
  }

  /// The same without a word of any single dossier.
  var counted: DryRunReport {
    var report = self
    report.dossiers = []
    return report
  }

  var text: String {
    let lines = dossiers.map { line in
      "\(line.verdict)  \(line.dossier)  " + line.detail.joined(separator: " | ")
    }
    let total = "version \(version): unchanged \(unchanged), moved \(moved), blocked \(blocked)"
    return (lines + [total, ""]).joined(separator: "\n")
  }
}
