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

  /// The files that differ from what was read, or were decided again, in order.
  var changes: [FileChange<File>] {
    let rebuilt = Set(rebuilt)
    return Set(files.keys).union(before.keys).union(rebuilt).sorted().compactMap { household in
      let (old, new) = (before[household], files[household])
      guard old != new || rebuilt.contains(household) else { return nil }
      return FileChange(
        of: household, from: old, to: new, isRebuilt: rebuilt.contains(household))
    }
  }

  /// The households that were decided again from their first message, in order.
  var rebuilt: [HouseholdID] { households(where: \.isRebuilt) }

  /// Households by their journal, in order: a journal is large, so no sort moves it.
  private func households(where isMeant: (DossierJournal<File>) -> Bool) -> [HouseholdID] {
    journals.compactMap { isMeant($0.value) ? $0.key : nil }.sorted()
  }

  /// What the batch passed over, and which dossiers it decided again.
  var review: ReplayReport {
    var review = ReplayReport()
    review.decidedAgain = rebuilt
    review.passedOver = households { !$0.passedOver.isEmpty }
      .flatMap { journal(of: $0).passedOver }
    return review
  }

  /// The journals that must be written, in order.
  var changedJournals: [(household: HouseholdID, journal: DossierJournal<File>)] {
    households(where: \.isChanged).map { (household: $0, journal: journal(of: $0)) }
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
