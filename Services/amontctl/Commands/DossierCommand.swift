import ArgumentParser
import Contracts
import LegalCalendar
import OperatorReading
import Vocabulary

/// One household's dossier, seen through.
struct DossierCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier", abstract: "One household's dossier.",
    subcommands: [Show.self, Export.self],
    defaultSubcommand: Show.self, aliases: ["timeline"])

  /// The x-ray.
  struct Show: RecordedReading {
    static let configuration = CommandConfiguration(
      abstract:
        "What is awaited, from whom, until when, by which text, and what follows otherwise.",
      discussion: """
        Also where each track stands, the protections in force with their end, what was revised, and
        the whole timeline, in French, without name, address or amount. Lines marked SECRET may not
        leave the services of the préfecture (C. consom. L721-3).
        """)
    @Argument(
      help: """
        The dossier's identifier, or a partner's number of the lease, of the commandement or of the \
        répertoire général; without it, the dossier with the most to tell.
        """)
    var reference: String?
    @Flag(help: "Print JSON.") var json = false
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var reader: ReaderOptions
    static let name = "dossier show"
    var archiveAccess: ArchiveAccess { archive.access }

    func find(_ settings: OperatorSettings) async throws -> XRay {
      let databases = try await ServiceDatabases.open(settings)
      let delays = try RetentionDelays(
        on: CalendarClock.today() ?? LegalCalendar.span.upperBound, charte: settings.charteFile)
      let xray = try await chosen(in: databases, keptBy: delays)
      await databases.close()
      return xray
    }

    func subject(of xray: XRay) -> ReadingSubject {
      ReadingSubject(dossiers: HouseholdID(xray.household).map { [$0] } ?? [])
    }

    func show(_ xray: XRay) throws {
      print(json ? try Wire.encode(xray) : xray.text, terminator: json ? "\n" : "")
    }

    private func chosen(
      in databases: ServiceDatabases, keptBy delays: RetentionDelays
    ) async throws -> XRay {
      let found: [HouseholdID]
      if let reference {
        found = try await databases.households(named: reference)
      } else {
        found = try await databases.eventfulHousehold().map { [$0] } ?? []
      }
      guard found.count < 2 else {
        throw OperatorError(
          "several dossiers have this reference, choose one: "
            + found.map(\.description).joined(separator: ", "))
      }
      guard let household = found.first,
        let xray = try await databases.xray(of: household, keptBy: delays)
      else {
        throw OperatorError("no dossier has this reference; amontctl quarantine may hold its event")
      }
      return xray
    }
  }
}
