/// What the Charte of the département fixes, where the law gives no number.
///
/// Every number of days is kept between 0 and `longest`.
public struct CourtCharter: Sendable, Hashable {
  /// Days after a hearing by which a decision is expected, when the court gave no day.
  public let rulingDays: Int
  /// Days after a CQL during which the préfet may be seized without a word to the huissier.
  public let seizureToleranceDays: Int
  /// How the two months of a CQL are counted when the préfet was seized late.
  public let quitSuspension: QuitSuspension
  /// Months between two examinations of a refused concours.
  public let reviewMonths: Int

  /// What « suspendu » means in CPCE L412-5: the text does not say, so it is a choice.
  public enum QuitSuspension: String, CaseIterable, Sendable, Hashable {
    /// The two months run from the seizure.
    case runsFromSeizure = "depuis-la-saisine"
    /// The days between the act and the seizure are added to the two months.
    case addsElapsedDays = "jours-ajoutes"
  }

  /// The longest delay that a Charte may set, in days.
  public static let longest = 365

  /// The longest time between two examinations, in months.
  public static let longestReview = 12

  /// Parameters of a Charte; the defaults are ours and stand until the Charte says otherwise.
  public init(
    rulingDays: Int = 60, seizureToleranceDays: Int = 3,
    quitSuspension: QuitSuspension = .runsFromSeizure, reviewMonths: Int = 1
  ) {
    func bounded(_ days: Int) -> Int { min(max(days, 0), Self.longest) }
    self.rulingDays = bounded(rulingDays)
    self.seizureToleranceDays = bounded(seizureToleranceDays)
    self.quitSuspension = quitSuspension
    self.reviewMonths = min(max(reviewMonths, 1), Self.longestReview)
  }
}
