import Casework
public import Charte
public import Contracts
public import LegalCalendar
public import SagaOrchestratorDomain
public import ServiceHost
import Vocabulary

extension SagaRules: ChartedRules {
  public static var service: ServiceName { .sagaOrchestrator }

  /// Rules of a département, under a version of its Charte; `nil` stands for the defaults.
  public init(calendar: LegalCalendar, version: CharteVersion?) {
    self.init(calendar: calendar, charte: version.map(Charte.init) ?? Charte())
  }
}

extension Charte {
  init(_ version: CharteVersion) {
    self.init()
    self.version = version.since.description
    for delay in CharteDelay.allCases { self[delay] = version[delay.parameter] }
  }
}

extension CharteDelay {
  fileprivate var parameter: DelayParameter {
    switch self {
    case .contact: .contact
    case .diagnosis: .diagnosis
    case .newAttempt: .newAttempt
    case .followUp: .followUp
    case .dsfAfterHearing: .dsfAfterHearing
    case .settlement: .settlement
    case .settlementCheck: .settlementCheck
    case .rehousing: .rehousing
    case .offer: .offer
    case .lease: .lease
    case .judgment: .judgment
    case .afterJudgment: .afterJudgment
    case .prefetUnseized: .prefetUnseized
    case .eviction: .eviction
    case .halfYear: .halfYear
    }
  }
}
