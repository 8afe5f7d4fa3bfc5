import Charte
import SagaOrchestratorDomain
import Vocabulary

extension Charte {
  /// The delays that a version of the Charte fixes.
  init(_ version: CharteVersion) {
    self.init()
    self.version = version.since.description
    for delay in CharteDelay.allCases { self[delay] = version[delay.parameter] }
  }
}

extension CharteDelay {
  /// Where the file has it.
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
