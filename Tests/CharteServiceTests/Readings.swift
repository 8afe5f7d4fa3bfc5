import Charte
import CourtLiaisonDomain
import DebtSettlementDomain
import IntakeDomain
import LegalCalendar
import RehousingDomain
import SagaOrchestratorDomain

import SocialDiagnosisDomain
import Vocabulary

@testable import court_liaison
@testable import debt_settlement
@testable import intake
@testable import rehousing
@testable import saga_orchestrator
@testable import social_diagnosis
@testable import ServiceHost

/// Everything that the services make of one version of a Charte.
struct Readings {
  let fields: [String: String]

  /// - Parameter parameters: What the file sets, by key.
  init(_ parameters: [String: String]) throws {
    let charte = try Sample.charte([("2017-03-22", ["93066": "ouest"], parameters)])
    let version = charte.versions[0]
    let diagnosis = DiagnosisCharter(version)
    var fields: [String: String] = [:]
    func add(_ service: String, _ charter: Any) {
      for field in Mirror(reflecting: charter).children {
        fields["\(service).\(field.label ?? "?")"] = String(describing: field.value)
      }
    }
    add("intake", IntakeCharter(version, of: charte))
    add("social-diagnosis", diagnosis)
    add("social-diagnosis.thresholds", diagnosis.thresholds)
    add("debt-settlement", SettlementCharter(version))
    add("rehousing", RehousingCharter(version))
    add("court-liaison", CourtCharter(version))
    let saga = Charte(version)
    for delay in CharteDelay.allCases {
      fields["saga-orchestrator.\(delay)"] = saga[delay].description
    }
    add("calendar", try LegalCalendar(departement: "93").chosen(by: version))
    self.fields = fields
  }

  /// The fields that differ.
  func changed(from other: Readings) -> Set<String> {
    Set(fields.filter { other.fields[$0.key] != $0.value }.keys)
  }
}
