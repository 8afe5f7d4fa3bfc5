import Contracts
public import Vocabulary

/// The files of a batch's households, and which of them changed.
public struct HouseholdWorkspace<File: Sendable & Equatable>: Sendable {
  /// The files as they stand now.
  public private(set) var files: [HouseholdID: File]
  /// The files as they were read.
  public let before: [HouseholdID: File]
  private var journals: [HouseholdID: DossierJournal<File>]

  init(_ files: [HouseholdID: File], journals: [HouseholdID: DossierJournal<File>]) {
    self.files = files
    before = files
    self.journals = journals
  }

  /// The households whose rows must be replaced, in order.
  var rebuilt: [HouseholdID] { journals.filter(\.value.isRebuilt).keys.sorted() }

  /// What the batch passed over, and which dossiers it decided again.
  var review: Review {
    var review = Review()
    review.decidedAgain = rebuilt
    review.passedOver = journals.sorted { $0.key < $1.key }.flatMap(\.value.passedOver)
    return review
  }

  /// The journals that must be written, in order.
  var changedJournals: [(household: HouseholdID, journal: DossierJournal<File>)] {
    journals.filter(\.value.isChanged).sorted { $0.key < $1.key }
      .map { (household: $0.key, journal: $0.value) }
  }

  func journal(of household: HouseholdID) -> DossierJournal<File> {
    journals[household] ?? .empty
  }

  mutating func take(
    _ file: File?, _ journal: DossierJournal<File>, of household: HouseholdID
  ) {
    files[household] = file
    journals[household] = journal
  }

  mutating func arm(_ fired: DeadlineFired, firesOn day: Day, of household: HouseholdID) {
    var journal = journal(of: household)
    // One that an operator releases may have been armed anew meanwhile: that one holds.
    guard journal.armed[fired.kind] == nil else { return }
    journal.armed[fired.kind] = ArmedDeadline(deadline: fired.deadline, firesOn: day)
    journals[household] = journal
  }
}
