public import Casework
public import Contracts
import LegalCalendar
public import Vocabulary

/// Decides what follows from a message for the contact with a household and for its diagnosis.
///
/// One promise holds after every message: where an interview or a DSF is asked for and has not
/// come, a deadline runs.
public enum SocialDiagnosisCasework: CaseworkService {
  public static let start = CaseworkStart(
    .socialDiagnosis, file: DiagnosisFile(), charter: DiagnosisCharter())

  /// What the saga may ask of social-diagnosis.
  public enum OwnOrder: String, CaseIterable {
    case informHousehold, proposeInterview, prepareDSF, updateDSF, escalateContact, followUp
    case stopContact
  }

  /// What intake says of the household.
  public static func learn(_ opened: DossierOpened, in context: inout DiagnosisContext) throws {
    try context.learn(opened)
  }

  /// What each order does.
  public static func obey(
    _ order: OwnOrder, _ command: Command, in context: inout DiagnosisContext
  ) throws {
    switch order {
    case .informHousehold: try context.informHousehold()
    case .proposeInterview: try context.proposeInterview(command)
    case .prepareDSF, .updateDSF: try context.prepareDSF(command)
    case .escalateContact: try context.escalateContact(command)
    case .followUp: try context.followUp(command)
    case .stopContact: try context.stopContact(command)
    }
  }

  public static let events = EventHandlers<SocialDiagnosisCasework> {
    When(.contactProposition, ContactProposition.self) { try $0.receive($1) }
    When(.contactResultat, ContactResultat.self) { try $0.receive($1) }
    When(.menageChangement, MenageChangement.self) { try $0.receive($1) }
    When(.dsfDemande, DSFDemande.self) { try $0.receive($1) }
    When(.dsfCarence, DSFCarence.self) { try $0.receive($1) }
    When(.diagnosticInitial, Diagnostic.self) { try $0.receive($1, as: .initial) }
    When(.dsfTransmis, Diagnostic.self) { try $0.receive($1, as: .dsf) }
    When(.tribunalAssignation, TribunalAssignation.self) {
      $0.file.note(KnownHearing(on: $1.audience, place: $1.lieu))
    }
    When(.tribunalRenvoi, TribunalRenvoi.self) {
      $0.file.note(KnownHearing(on: $1.nouvelle, place: $1.lieu))
    }
    When(.tribunalAudience, TribunalAudience.self) {
      $0.file.note(KnownHearing(on: $1.date, place: $1.lieu, isHeld: true))
    }
  }

  /// What the end of each delay does.
  public static func expire(
    _ kind: DiagnosisDeadline, _ deadline: Deadline, in context: inout DiagnosisContext
  ) throws {
    switch kind {
    case .interview: try context.interviewExpired(deadline)
    case .diagnosis: try context.diagnosisExpired()
    case .margin: try context.marginReached()
    case .alert: try context.alertReached(deadline)
    case .observations: try context.observationsExpired()
    }
  }

  /// The household's identity goes to the bodies that must meet it, and to no other.
  public static func identification(
    for recipient: Destination, in file: DiagnosisFile
  ) -> Identification? {
    switch recipient {
    case .kind(let kind): mustMeetHousehold(kind) ? file.identification : nil
    case .user, .service: nil
    }
  }

  private static func mustMeetHousehold(_ kind: PartnerKind) -> Bool {
    switch kind {
    case .serviceSocial, .ccas, .operateurDSF, .antenne: true
    case .huissier, .bailleurPrive, .bailleurSocial, .caf, .fsl, .banqueDeFrance, .prefecture,
      .tribunal, .siao, .reservataire, .commissionMediation, .menage, .ccapex, .agence,
      .forcesOrdre,
      .mandataire, .sante, .autreCCAPEX:
      false
    }
  }

  /// Where a hearing is held.
  public static func place(of hearing: Day, in file: DiagnosisFile) -> LieuAudience? {
    file.place(of: hearing)
  }

  /// Whether a curator or tutor reads the letters.
  public static func hasGuardian(_ file: DiagnosisFile) -> Bool { file.hasGuardian }
}

/// The rules of social-diagnosis in a département.
public typealias SocialDiagnosisRules = CaseworkRules<SocialDiagnosisCasework>

/// A message being decided by social-diagnosis.
public typealias DiagnosisContext = DecisionContext<SocialDiagnosisCasework>
