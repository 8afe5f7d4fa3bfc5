import ArgumentParser
import Contracts
import Foundation
import OperatorReading
import PostgreSQL
import Vocabulary

extension DossierCommand {
  /// The answer to a request of access.
  struct Export: RecordedReading {
    static let configuration = CommandConfiguration(
      abstract: "Everything that is held of a household, for the person who asks (RGPD art. 15).",
      discussion: """
        Writes REF.html, in French, readable without any other file, and REF.json, into the folder. Both
        hold personal data: hand them over, then remove them. Read the page before: what a person wrote in
        free text may be about somebody else. Where anything tells of a violence in the household, that is left
        out, and with it what would betray it: why agents read, changes of the household, and where a home
        is sought from that day; unless --victim says that you have verified that the person who asks is
        its victim.
        """)
    @Argument(help: "The dossier's identifier, or a partner's reference.") var reference: String
    @Option(help: "The folder into which both files go; it is made.") var folder: String
    @Option(help: "The day of the answer, YYYY-MM-DD (by default today).") var on: String?
    @Option(help: "To whom the person may write, as the page says it.")
    var contact =
      "La préfecture de votre département, secrétariat de la CCAPEX, qui vous a remis cette page."
    @Flag(help: "The person who asks is the victim of the violence that the dossier tells of.")
    var victim = false
    @OptionGroup var reader: ReaderOptions
    static let name = "dossier export"
    /// An export is the answer to a request of access: that is one of the reasons, and in the log.
    var archiveAccess: ArchiveAccess { .forReason(.acces) }

    func validate() throws {
      guard on.map({ Day($0) != nil }) ?? true else {
        throw ValidationError("--on takes a day: YYYY-MM-DD")
      }
    }

    func find(_ settings: OperatorSettings) async throws -> HoldingsPage {
      guard let day = on.flatMap({ Day($0) }) ?? CalendarClock.today() else {
        throw OperatorError("say the day of the answer: --on YYYY-MM-DD")
      }
      let databases = try await ServiceDatabases.open(settings)
      let found = try await databases.households(named: reference)
      guard let household = found.first, found.count == 1 else {
        throw OperatorError(
          "\(found.count) dossiers have this reference: give the identifier of one")
      }
      let log = try await ReadingLog.open(settings)
      let delays = try RetentionDelays(on: day, charte: settings.charteFile)
      let first = delays.readingsFrom(day).description
      let readings = try await log.all(about: household).filter { $0.day >= first }
      await log.connection.close()
      let holdings = try await databases.holdings(
        of: household, readings: readings, isVictim: victim)
      await databases.close()
      guard !holdings.tables.isEmpty else { throw OperatorError("nothing is held of this dossier") }
      return HoldingsPage(holdings: holdings, day: day, contact: contact, delays: delays)
    }

    func subject(of page: HoldingsPage) -> ReadingSubject {
      ReadingSubject(dossiers: page.holdings.dossiers)
    }

    func show(_ page: HoldingsPage) throws {
      let top = URL(fileURLWithPath: folder, isDirectory: true)
      let name = page.holdings.dossiers.first?.description ?? "dossier"
      let open = [FileAttributeKey.posixPermissions: 0o700]
      try FileManager.default.createDirectory(
        at: top, withIntermediateDirectories: true, attributes: open)
      let json = try Wire.encode(HoldingsDocument(page))
      for (kind, text) in [("html", page.html), ("json", json + "\n")] {
        let file = top.appending(path: "\(name).\(kind)")
        // Made for its owner alone before anything is in it.
        guard
          FileManager.default.createFile(
            atPath: file.path, contents: Data(), attributes: [.posixPermissions: 0o600])
        else { throw OperatorError("the folder cannot be written: \(folder)") }
        let handle = try FileHandle(forWritingTo: file)
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
        print(file.path)
      }
      if page.holdings.masked > 0 {
        print(
          "\(page.holdings.masked) lines were left out: a violence is known; see --victim in the help"
        )
      }
    }
  }
}
