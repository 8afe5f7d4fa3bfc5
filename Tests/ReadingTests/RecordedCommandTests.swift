import ArgumentParser
import Contracts
import OperatorReading
import Testing
import Vocabulary

@testable import amontctl

/// Whatever amontctl shows of a household is recorded first.
@Suite struct RecordedCommandTests {
  /// Every command without subcommands, with the words by which it is called.
  private static var commands: [(words: [String], type: any ParsableCommand.Type)] {
    func leaves(
      _ type: any ParsableCommand.Type, _ words: [String]
    ) -> [(words: [String], type: any ParsableCommand.Type)] {
      let children = type.configuration.subcommands
      guard !children.isEmpty else { return [(words, type)] }
      return children.flatMap { child in
        leaves(child, words + [child.configuration.commandName ?? child._commandName])
      }
    }
    return leaves(Amontctl.self, [])
  }

  @Test func everyCommandSaysWhetherItShowsWhatBelongsToHouseholds() {
    #expect(Self.commands.count > 30)
    for (words, type) in Self.commands {
      let called = words.joined(separator: " ")
      guard let declared = type as? any DeclaredCommand.Type else {
        Issue.record("\(called) neither records what it reads nor says why it need not")
        continue
      }
      switch declared.data {
      case .nothingPersonal(let why): #expect(!why.isEmpty, "\(called)")
      case .recorded:
        let isRecorded =
          type is any RecordedReading.Type || type is any RecordedAct.Type
        #expect(isRecorded, "\(called) says that it is recorded, and is not")
      }
    }
  }

  /// What a reviewer of this list must find in it: a command that shows dossiers and were declared
  /// harmless would be missing here.
  @Test func theseCommandsAreRecorded() {
    let recorded = Self.commands.filter {
      $0.type is any RecordedReading.Type || $0.type is any RecordedAct.Type
    }.map { $0.words.joined(separator: " ") }
    #expect(
      Set(recorded) == [
        "dossier show", "dossier export", "deadlines", "doubts list", "doubts settle",
        "quarantine show",
        "quarantine release", "quarantine discard", "fingerprint", "saga dry-run",
        "readings show", "retention", "erase",
      ])
  }

  @Test func whatCannotBeRecordedIsNotShown() async throws {
    struct Full: Error {}
    let shown = Shown()
    let command = Peek(shown: shown)
    await #expect(throws: Full.self) {
      try await command.show(1, archived: [:]) { _ in throw Full() }
    }
    #expect(shown.count == 0)
    try await command.show(1, archived: [:]) { subject in
      #expect(shown.count == 0 && subject.scope == "1")
    }
    #expect(shown.count == 1)
  }

  private static let archived = [
    HouseholdID(high: 1, low: 1): Day("2020-05-02") ?? Day(ordinal: 0)
  ]

  @Test(
    "A dossier of the archive is shown for a reason of its own, which is in the log",
    arguments: [
      (.forReason(nil), true, nil), (.forReason(nil), false, "1"),
      (.forReason(.acces), true, "1 ; archive, demande-acces"), (.forReason(.acces), false, "1"),
      (.open("a test"), true, "1"),
    ] as [(ArchiveAccess, Bool, String?)])
  func theArchive(_ access: ArchiveAccess, _ isArchived: Bool, _ logged: String?) async throws {
    let shown = Shown()
    let command = Peek(shown: shown, archiveAccess: access)
    let archived = isArchived ? Self.archived : [:]
    do {
      try await command.show(1, archived: archived) { #expect($0.scope == logged) }
      #expect(logged != nil && shown.count == 1)
    } catch let error as OperatorError {
      #expect(logged == nil && shown.count == 0)
      for word in ["2020-05-02", "--archive REASON", "contentieux", "demande-acces"] {
        #expect(error.description.contains(word), "\(error.description)")
      }
    }
  }

  /// Which commands open the archive without a reason; the others want one.
  @Test func whoeverNeedsNoReasonSaysWhy() throws {
    let reader = ["--agent", "Camille Martin", "--why", "appel du ménage"]
    func access(_ words: [String]) throws -> ArchiveAccess? {
      (try Amontctl.parseAsRoot(words + reader) as? any RecordedReading)?.archiveAccess
    }
    for words in [
      ["dossier", "show", "x"], ["quarantine", "show", "intake", "1"],
      ["deadlines", "--dossier", "x"],
    ] {
      guard case .forReason(nil)? = try access(words) else {
        Issue.record("\(words) wants no reason")
        continue
      }
      guard case .forReason(.controle)? = try access(words + ["--archive", "controle"]) else {
        Issue.record("\(words) takes no reason")
        continue
      }
    }
    guard case .forReason(.acces)? = try access(["dossier", "export", "x", "--folder", "f"]) else {
      Issue.record("an export is no answer to a request of access")
      return
    }
    for words in [
      ["deadlines"], ["doubts", "list"], ["readings", "show"], ["retention"],
      ["saga", "dry-run", "--dossiers"], ["fingerprint", "--rows", "intake.tenant"],
    ] {
      guard case .open(let why)? = try access(words), !why.isEmpty else {
        Issue.record("\(words) says nothing")
        continue
      }
    }
  }

  @Test(
    "An agent is a person",
    arguments: [
      ("Camille Martin", true), ("Anne-Sophie d’Ormesson", true), ("J. Le Goff", true),
      ("Ngọc Trần", true), ("Camille", false), ("", false), ("CAF 93", false),
      ("Préfecture Seine", false), ("service social", false), ("amontctl", false),
      ("Camille Martin\n", false), ("Commission Martin", false), ("a1 b2", false),
      ("un deux trois quatre cinq six sept", false), ("- '", false),
    ])
  func anAgentIsAPerson(_ text: String, _ isPerson: Bool) {
    #expect((AgentName(text) != nil) == isPerson, "\(text)")
  }

  @Test(
    "Without a person and a reason nothing is looked up",
    arguments: [
      (["--why", "appel du ménage"], "say who you are"),
      (["--agent", "CAF", "--why", "appel du ménage"], "the agent is one person"),
      (["--agent", "Camille Martin"], "say why"),
      (["--agent", "Camille Martin", "--why", "  x "], "say why"),
      (["--agent", "Camille Martin", "--why", "\u{1B}[2Jappel"], "say why"),
    ])
  func whatIsMissingIsTold(_ arguments: [String], _ advice: String) throws {
    let options = try ReaderOptions.parse(arguments)
    let settings = try operatorSettings()
    let error = #expect(throws: OperatorError.self) {
      try options.purpose(settings, osUser: "root (uid 0)")
    }
    #expect(error?.description.contains(advice) == true, "\(error?.description ?? "")")
  }

  @Test func theAgentOfTheCommandComesBeforeThatOfTheEnvironment() throws {
    let settings = try operatorSettings(["AMONT_AGENT": "Dominique Petit"])
    let why = ["--why", " appel  du\tménage "]
    let own = try ReaderOptions.parse(why).purpose(settings, osUser: "u")
    #expect(own.agent.description == "Dominique Petit" && own.why == "appel du ménage")
    let named = try ReaderOptions.parse(["--agent", "Camille Martin"] + why)
    #expect(try named.purpose(settings, osUser: "u").agent.description == "Camille Martin")
  }
}

/// What was shown by a command of the tests.
private final class Shown: Sendable {
  private let box = Box(0)
  var count: Int { box.value }
  func add() { box.value += 1 }
}

private final class Box: @unchecked Sendable {
  var value: Int
  init(_ value: Int) { self.value = value }
}

/// A command that shows a number.
private struct Peek: RecordedReading {
  static let name = "peek"
  var shown = Shown()
  var archiveAccess = ArchiveAccess.open("a test")
  @OptionGroup var reader: ReaderOptions

  init() {}
  init(shown: Shown, archiveAccess: ArchiveAccess = .open("a test")) {
    self.shown = shown
    self.archiveAccess = archiveAccess
  }
  // Only what is parsed is coded; the tests make it themselves.
  init(from decoder: any Decoder) throws { self.init() }

  func find(_ settings: OperatorSettings) -> Int { 1 }
  func subject(of found: Int) -> ReadingSubject { ReadingSubject(dossiers: [], scope: "\(found)") }
  func show(_ found: Int) { shown.add() }
}
