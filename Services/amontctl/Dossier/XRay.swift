import Contracts
import SagaOrchestratorDomain
import Vocabulary

/// Everything that Amont knows of one household, without name, address or amount: where it stands,
/// what is awaited from whom and what follows otherwise, what protects it, and all that happened.
struct XRay: Encodable, Sendable {
  /// Where a track stands.
  struct Phase: Encodable, Sendable {
    let track: String, phase: String, title: String
  }

  /// What is awaited, until when, under which text.
  struct Expectation: Encodable, Sendable {
    let service: String, kind: String, what: String, from: String
    let due: String, firesOn: String, origin: String, raw: String, delay: String, reason: String
    let rule: String, article: String
    /// What follows if nothing comes, in the order in which it does.
    let otherwise: [String]
    let isSecret: Bool
  }

  /// What keeps the household in its home, and until when.
  struct Protection: Encodable, Sendable {
    let name: String, since: String, until: String?, article: String
  }

  /// Why a human must look.
  struct Review: Encodable, Sendable {
    let reason: String, openedOn: String
  }

  /// What was believed once, and is no more.
  struct Revision: Encodable, Sendable {
    let on: String, subject: String, was: String?, becomes: String?, because: String
  }

  /// One line of the timeline.
  struct Line: Encodable, Sendable {
    let day: String, kind: String, text: String, article: String?, isSecret: Bool
  }

  let household: String, version: Int, openedOn: String, commission: String
  let commune: String?, landlord: String?, closedOn: String?, closure: String?
  let retention: Retention?
  let phases: [Phase]
  let awaited: [Expectation]
  let protections: [Protection]
  let reviews: [Review]
  let revisions: [Revision]
  let timeline: [Line]
}

extension XRay.Expectation {
  /// What an armed deadline awaits in a dossier that stands there.
  init(_ armed: ListedDeadline, in situation: Situation, by tables: ProcedureTables?) {
    let meaning = DeadlineMeaning.of(armed.service, armed.kind)
    let own =
      armed.service == .sagaOrchestrator ? ArmedTrigger(kind: armed.kind, in: situation) : nil
    let awaited = own?.track.flatMap { situation.awaited($0) }
    let deadline = armed.deadline
    service = armed.service.rawValue
    kind = armed.kind
    what = awaited?.what ?? own?.title ?? meaning?.what ?? armed.kind
    from = awaited?.from ?? meaning?.from ?? (own == nil ? "—" : "calendrier")
    due = deadline.due.description
    firesOn = armed.firesOn.description
    origin = deadline.origin.description
    raw = deadline.raw.description
    delay = deadline.delay
    reason = deadline.reason
    rule = deadline.rule
    article = deadline.article
    otherwise =
      own.flatMap { tables?.consequences(of: $0, in: situation) } ?? [meaning?.otherwise ?? "—"]
    isSecret = armed.isSecret
  }
}
