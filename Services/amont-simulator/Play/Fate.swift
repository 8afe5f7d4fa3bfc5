/// How the story of a simulated household goes, as far as it depends on people and not on Amont.
///
/// Weights are ours, chosen so that a few hundred households reach every stage; they are not
/// statistics of any département.
enum Fate: CaseIterable, Sendable {
  /// The household pays everything while the commandement runs.
  case paysInTime
  /// The landlord accepts a plan, and it is kept.
  case keepsPlan
  /// The landlord accepts a plan, and it is broken after two instalments; the judge evicts.
  case breaksPlan
  /// The FSL pays.
  case fsl
  /// A surendettement file is admitted and erases the debt.
  case surendettement
  /// The rent is too high: rehoused before any hearing.
  case rehousedEarly
  /// The judge grants a schedule, and it is kept.
  case keepsSchedule
  /// The judge grants a schedule, and it is broken.
  case breaksSchedule
  /// The landlord withdraws before the judgment.
  case landlordWithdraws
  /// Eviction ordered; DALO priority; rehoused.
  case dalo
  /// Eviction ordered; accommodated before the bailiff comes.
  case accommodated
  /// Eviction ordered; the household leaves by itself.
  case leaves
  /// Eviction ordered and carried out, out of the trêve and with accommodation offered.
  case evicted
  /// Nobody ever meets the household; eviction ordered; it leaves.
  case silent

  var weight: Int {
    switch self {
    case .paysInTime: 14
    case .keepsPlan: 18
    case .breaksPlan: 6
    case .fsl: 12
    case .surendettement: 7
    case .rehousedEarly: 8
    case .keepsSchedule: 7
    case .breaksSchedule: 4
    case .landlordWithdraws: 4
    case .dalo: 5
    case .accommodated: 4
    case .leaves: 4
    case .evicted: 4
    case .silent: 3
    }
  }

  /// Whether the landlord goes to court.
  var goesToCourt: Bool {
    switch self {
    case .paysInTime, .keepsPlan, .fsl, .surendettement, .rehousedEarly: false
    case .breaksPlan, .keepsSchedule, .breaksSchedule, .landlordWithdraws, .dalo, .accommodated,
      .leaves, .evicted, .silent:
      true
    }
  }

  /// Whether a title of eviction is executed.
  var isExecuted: Bool {
    switch self {
    case .breaksPlan, .breaksSchedule, .dalo, .accommodated, .leaves, .evicted, .silent: true
    case .paysInTime, .keepsPlan, .fsl, .surendettement, .rehousedEarly, .keepsSchedule,
      .landlordWithdraws:
      false
    }
  }
}
