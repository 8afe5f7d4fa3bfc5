import Contracts
import Testing
import Vocabulary

@testable import Messaging

/// What partners hear when a dossier is decided again: only what changed for them.
@Suite struct CorrectionTests {
  /// A demand that was said, what the dossier says now, and what its reader then hears.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let said: Notice
    let right: Notice?
    let heard: [Notice]
  }

  private static let today = Day(ordinal: 19_000)
  private static let (past, later, latest) = (
    today.adding(days: -5), today.adding(days: 20), today.adding(days: 40)
  )

  private static func plan(
    _ due: Day?, _ amount: Int? = nil, article: String = "instruction, § 2.2"
  ) -> Notice {
    Notice(
      .planPropose, dossier: Sample.household, texte: "Acceptez ou refusez.", article: article,
      echeance: due, montant: amount.map(Cents.init))
  }

  private static func unpaid(_ due: Day) -> Notice {
    Notice(.echeanceImpayee, dossier: Sample.household, texte: "Payez.", echeance: due)
  }

  private static let withdrawn = plan(later).withdrawal(on: today)

  private static let cases = [
    Case(
      testDescription: "the same demand whose day has passed", said: plan(past),
      right: plan(past, 7_000), heard: []),
    Case(
      testDescription: "the same demand whose amount became known", said: plan(later),
      right: plan(later, 7_000), heard: [plan(later, 7_000)]),
    Case(
      testDescription: "the same demand with another day", said: plan(later),
      right: plan(latest), heard: [plan(latest)]),
    Case(
      testDescription: "the same demand, whose right day has passed", said: plan(later),
      right: plan(past), heard: []),
    Case(
      testDescription: "the same demand by another article", said: plan(later),
      right: plan(later, article: "Charte"), heard: []),
    Case(
      testDescription: "a demand that is made no more", said: plan(later), right: nil,
      heard: [withdrawn].compactMap(\.self)),
    Case(
      testDescription: "a reminder of another day", said: unpaid(later), right: unpaid(latest),
      heard: [unpaid(later).withdrawal(on: today), unpaid(latest)].compactMap(\.self)),
  ]

  @Test(arguments: cases)
  func onlyWhatChangedForItsReaderIsSaid(_ one: Case) throws {
    let correction = try correction(said: [one.said], right: [one.right].compactMap(\.self))
    #expect(try notices(correction.outgoing) == one.heard)
  }

  @Test(arguments: cases)
  func whatWasSaidIsNotSaidAgainByTheNextCorrection(_ one: Case) throws {
    let right = [one.right].compactMap(\.self)
    let first = try correction(said: [one.said], right: right)
    let known = [one.said].enumerated().filter { !first.unsaid.contains("\($0.offset)") }
      .map(\.element)
    let said = try notices(first.outgoing).filter { $0.code != .avisSansObjet }
    #expect(try correction(said: known + said, right: right).outgoing.isEmpty)
  }

  @Test func anInformationIsToldWithoutTheDayThatHasPassed() throws {
    let correction = try correction(
      said: [], right: [Self.plan(Self.past), Self.unpaid(Self.past)])
    #expect(try notices(correction.outgoing) == [Self.plan(nil)])
    let again = try self.correction(said: [Self.plan(nil)], right: [Self.plan(Self.past)])
    #expect(again.outgoing.isEmpty && again.unsaid.isEmpty)
  }

  @Test func aLimitThatWasMissedWhenItWasDecidedIsToldWithItsDay() throws {
    let missed = try Outgoing.notice(
      Self.plan(Self.past), to: .kind(.bailleurPrive), on: Self.past.adding(days: 1))
    let correction = try Correction(
      said: [], right: [missed], household: Sample.household, because: "test", on: Self.today)
    #expect(try notices(correction.outgoing) == [Self.plan(Self.past)])
  }

  private func correction(said: [Notice], right: [Notice]) throws -> Correction {
    try Correction(
      said: try said.enumerated().map { place, notice in
        SentMessage(id: "\(place)", words: SentMessage.Words(try Self.sent(notice)))
      }, right: try right.map(Self.sent), household: Sample.household, because: "test",
      on: Self.today)
  }

  private static func sent(_ notice: Notice) throws -> Outgoing {
    try .notice(
      notice, to: notice.code == .planPropose ? .kind(.bailleurPrive) : .kind(.menage), on: past)
  }

  private func notices(_ sent: [Outgoing]) throws -> [Notice] {
    try sent.map { try Wire.decode(Notice.self, from: Array($0.data.utf8)) }
  }
}
