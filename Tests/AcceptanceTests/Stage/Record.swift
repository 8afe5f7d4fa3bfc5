import Contracts
import Vocabulary

@testable import amontctl

/// What Amont did in one scenario, as its books and the partners' post show it.
struct Record: Sendable {
  /// A notice that reached a partner.
  struct Posted: Sendable {
    /// The business day on which it came.
    let day: Day
    let reader: PartnerKind
    let notice: Notice
  }

  /// A deadline as some service armed it.
  struct Armed: Sendable, Hashable {
    let service: ServiceName
    let kind: String
    let rule: String
    let origin: Day
    let raw: Day
    let due: Day
    let article: String
    /// Why the last day is not the raw one: `dimanche`.
    let reason: String
  }

  /// A line of the saga's timeline.
  struct Line: Sendable {
    let day: Day
    let kind: String
    let trigger: String?
    let text: String
    let article: String?
    let isSecret: Bool
  }

  /// Where the saga stood on the last day of the scenario.
  struct Standing: Sendable {
    var commission = ""
    var closure: String?
    /// The debt by the latest décompte, as debt-settlement knows it.
    var debt: Cents?
    var debtOn: Day?
    var closedOn: Day?
    /// Phases of the four tracks: `contact`, `debt`, `housing`, `procedure`.
    var phases: [String: String] = [:]
    /// The days that the saga knows: `notice_until`, `hearing_on`, `quit_until`…
    var days: [String: Day] = [:]
    /// The protections with their first and last day.
    var protections: [String: (since: Day, through: Day?)] = [:]
    /// Why a human must look.
    var reviews: Set<String> = []
    var revisions: [String] = []
    var lines: [Line] = []
  }

  /// The dossier of the first receipt, and of every one.
  var dossier: HouseholdID?
  var dossiers: Set<HouseholdID> = []
  var post: [Posted] = []
  /// Each with the first day on which it was seen.
  var armed: [Armed: Day] = [:]
  var standing = Standing()
  /// What the operator's tool shows of the dossier on that day, and its armed deadlines.
  var xray: XRay?
  var agenda: [ListedDeadline] = []
  /// The dossiers that the partner's own reference names on that day.
  var named: [HouseholdID] = []
  /// The answer to each event, in the order of the steps: `accepte`, `champ.invalide`…
  var answers: [String] = []
}
