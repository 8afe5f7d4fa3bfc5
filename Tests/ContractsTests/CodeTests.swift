import Contracts
import Testing
import Vocabulary

/// The codes of receipts and notices: each declared once, and whole.
@Suite struct CodeTests {
  @Test(arguments: Notice.Code.allCases)
  func everyNoticeIsDeclared(_ code: Notice.Code) {
    let declaration = code.declaration
    #expect(!declaration.title.isEmpty && !declaration.title.hasSuffix("."))
    #expect(!declaration.basis.isEmpty)
    #expect(!declaration.recipients.isEmpty)
  }

  @Test(arguments: Notice.Code.allCases)
  func whoIsAskedMayAnswer(_ code: Notice.Code) {
    for answer in code.declaration.answers {
      #expect(!answer.senders.isDisjoint(with: code.declaration.recipients), "\(answer)")
    }
  }

  @Test func noTwoNoticesHaveTheSameTitle() {
    let titles = Notice.Code.allCases.map(\.declaration.title)
    #expect(Set(titles).count == titles.count)
  }

  /// Only a reminder of a day that has passed is of no use; a notice with another day still is.
  @Test(arguments: Notice.Code.allCases)
  func aReminderIsOutdatedOnceItsDayHasPassed(_ code: Notice.Code) {
    let today = Day(ordinal: 17_000)
    func notice(due: Day?, hearing: Day? = nil) -> Notice {
      Notice(
        code, dossier: HouseholdID(high: 0, low: 1), texte: "", echeance: due, audience: hearing)
    }
    let isReminder = code.declaration.isReminder
    #expect(notice(due: today.adding(days: -1)).isOutdated(on: today) == isReminder)
    #expect(!notice(due: today).isOutdated(on: today))
    #expect(!notice(due: nil).isOutdated(on: today))
    #expect(notice(due: nil, hearing: today.adding(days: -1)).isOutdated(on: today))
  }

  @Test func everyCodeOfAReceiptIsDeclared() {
    let envelopes = EnvelopeDefect.Reason.allCases.map(\.code)
    let codes = Receipt.Code.allCases.map(\.word) + envelopes
    #expect(Set(codes).count == codes.count)
    let meanings =
      Receipt.Code.allCases.map(\.meaning) + Receipt.Problem.Code.allCases.map(\.meaning)
      + Receipt.Warning.Code.allCases.map(\.meaning)
    for meaning in meanings { #expect(!meaning.isEmpty && !meaning.hasSuffix(".")) }
  }

  @Test(arguments: EnvelopeDefect.Reason.allCases)
  func aDefectIsReadBackFromItsCode(_ reason: EnvelopeDefect.Reason) {
    let defect = EnvelopeDefect(reason, at: "ce-id")
    #expect(EnvelopeDefect(rawValue: defect.rawValue)?.reason == reason)
    #expect(EnvelopeDefect(rawValue: defect.rawValue)?.place == "ce-id")
    #expect(defect.sentence.hasSuffix("."))
  }

  @Test(arguments: EventKind.allCases)
  func anAcceptedEventIsAnsweredAsAccepted(_ kind: EventKind) {
    for code in kind.declaration.acceptances { #expect(code.status == .accepte) }
    #expect(kind.declaration.acceptances.contains(.held) == kind.mayBeHeld)
    #expect(kind.declaration.acceptances.contains(.waiting) == kind.mayWait)
  }
}
