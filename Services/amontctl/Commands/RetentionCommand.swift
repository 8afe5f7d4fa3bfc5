import ArgumentParser
import Contracts
import OperatorReading
import PostgreSQL
import Vocabulary

/// Closed dossiers whose time is over.
struct RetentionCommand: RecordedReading {
  static let configuration = CommandConfiguration(
    commandName: "retention", abstract: "Which closed dossiers go to the archive, and which end.",
    discussion: """
      Lists the dossiers whose time in the active base ended (to the archive), whose time in the archive
      ended (to be erased), those that were reopened since they were archived, and those that are open and
      of which nothing was heard for long (a person closes them or takes them up), each with the rule and
      the delay, which the Charte of AMONT_CHARTE_FILE fixes. --apply carries it out, and says of each what
      was done; it may be run again at any time. Where dossiers end it wants the register of erasures, and
      writes a certificate of each. Needs AMONT_SERVICE_SECRETS.
      """)
  @Option(help: "The day of the run, YYYY-MM-DD (by default today).") var on: String?
  @Flag(help: "Carry it out; without it nothing is changed.") var apply = false
  @Option(help: "The register of what was erased: a file that no backup of the databases holds.")
  var register: String?
  @Option(help: "The folder of the certificates.") var certificates = "."
  @Flag(help: "Print JSON, without carrying anything out.") var json = false
  @OptionGroup var reader: ReaderOptions
  static let name = "retention"
  var archiveAccess: ArchiveAccess { .open("decides what is in the archive, and until when") }

  /// What is due, and by whom and where it may be done.
  struct Answer: Sendable {
    let day: Day
    let due: [RetentionDue]
    let delays: RetentionDelays
  }

  func validate() throws {
    guard on.map({ Day($0) != nil }) ?? true else {
      throw ValidationError("--on takes a day: YYYY-MM-DD")
    }
    guard !(apply && json) else { throw ValidationError("--json carries nothing out") }
  }

  func find(_ settings: OperatorSettings) async throws -> Answer {
    guard let day = on.flatMap({ Day($0) }) ?? CalendarClock.today() else {
      throw OperatorError("say the day of the run: --on YYYY-MM-DD")
    }
    let delays = try RetentionDelays(on: day, charte: settings.charteFile)
    let databases = try await ServiceDatabases.open(settings)
    let kept = try await databases.keptDossiers()
    await databases.close()
    return Answer(day: day, due: RetentionRun.due(kept, on: day, by: delays), delays: delays)
  }

  func subject(of answer: Answer) -> ReadingSubject {
    .list(
      answer.due.map(\.dossier),
      (apply ? "conservation, appliquée" : "conservation") + " au \(answer.day)")
  }

  func show(_ answer: Answer) throws {
    print(
      json
        ? try Wire.encode(answer.due) + "\n" : RetentionRun.text(answer.due, on: answer.day),
      terminator: "")
  }

  /// Carries out what was shown, once it is recorded.
  func finish(_ answer: Answer, _ settings: OperatorSettings, by purpose: ReadingPurpose)
    async throws
  {
    guard apply, !answer.due.isEmpty else { return }
    func due(_ step: RetentionStep) -> [RetentionDue] { answer.due.filter { $0.step == step } }
    let intake = try await settings.writer(of: .intake)
    let archive = due(.archive)
    let ends = archive.map { one in
      one.closedOn.flatMap { Retention(closedOn: $0, by: answer.delays)?.days?.archive }
        ?? answer.day
    }
    let moved = try await intake.archive(archive, on: answer.day, until: ends)
    let restored = try await intake.restore(due(.restore).map(\.dossier))
    await intake.close()
    print("archivés : \(moved) ; rendus à la base active : \(restored)")
    let ended = due(.erase)
    guard !ended.isEmpty else { return }
    guard let register else {
      throw OperatorError("\(ended.count) dossiers are to be erased: name the register, --register")
    }
    let erasure = DossierErasure(
      settings: settings, register: ErasureRegister(path: register), delays: answer.delays)
    var failed = 0
    for one in ended where await !erase(one, by: erasure, purpose, on: answer.day) { failed += 1 }
    guard failed == 0 else {
      throw OperatorError("\(failed) dossiers were not erased for the reasons above: run it again")
    }
  }

  /// One that cannot be erased yet stays listed, and holds no other up, whatever went wrong.
  ///
  /// - Returns: Whether nothing went wrong.
  private func erase(
    _ due: RetentionDue, by erasure: DossierErasure, _ purpose: ReadingPurpose, on day: Day
  ) async -> Bool {
    do {
      let databases = try await ServiceDatabases.open(erasure.settings)
      let subject = try await erasure.subject(due.dossier, in: databases)
      await databases.close()
      if let objection = DossierErasure.objection(to: subject, on: day) {
        print("\(due.dossier) : non effacé, \(objection)")
        return true
      }
      let certificate = try await erasure.erase(
        subject, by: purpose, basis: due.article, on: day)
      print("\(due.dossier) : effacé, \(try certificate.write(into: certificates))")
      return true
    } catch {
      print("\(due.dossier) : non effacé, \(error)")
      return false
    }
  }
}
