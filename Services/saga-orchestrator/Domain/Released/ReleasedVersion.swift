import Contracts

/// A version of the tables as its file holds it. Everything is written by name: a file is read as
/// long as this build knows every name in it, and a test reads them all.
struct ReleasedVersion: Codable {
  struct Lessons: Codable {
    var trigger: Trigger
    var lessons: [Lesson]
  }

  struct End: Codable {
    var protection: Circumstance
    var by: Trigger
    var because: LegalBasis
  }

  struct Track<Phase: TrackPhase>: Codable {
    struct NamedLadder: Codable {
      var name: String
      var title: String
      var rungs: [Rung]
      var free: TableCell<Phase>
    }

    struct Rung: Codable {
      var protection: Circumstance
      var cell: TableCell<Phase>
    }

    var families: [TrackTable<Phase>.Family]
    var ladders: [NamedLadder]
  }

  var version: Int
  var triggers: [Trigger]
  var episodes: [Trigger]
  var newEpisode: Lesson
  var takenForGranted: Circumstances
  var olderReadings: [OlderReading]
  var lessons: [Lessons]
  var protectionEnds: [End]
  var contact: Track<ContactPhase>
  var debt: Track<DebtPhase>
  var housing: Track<HousingPhase>
  var procedure: Track<ProcedurePhase>
}

extension ProcedureTables {
  /// The released versions that this build reads from their files, by number.
  public static let released: [Int: ProcedureTables] = {
    let files = [PackageResources.v1_json, PackageResources.v2_json]
    let versions = files.compactMap { try? ProcedureTables(released: $0) }
    return Dictionary(versions.map { ($0.version, $0) }) { first, _ in first }
  }()

  /// The tables that a released file holds.
  ///
  /// - Throws: `DecodingError` for a file that is damaged or holds a name that this build does not
  ///   know.
  public init(released file: [UInt8]) throws {
    let read = try Wire.decode(ReleasedVersion.self, from: file)
    self.init(
      version: read.version, contact: try TrackTable(read.contact, read.triggers),
      debt: try TrackTable(read.debt, read.triggers),
      housing: try TrackTable(read.housing, read.triggers),
      procedure: try TrackTable(read.procedure, read.triggers),
      lessons: CaseTable(read.lessons.map { ($0.trigger, $0.lessons) }),
      episodes: Set(read.episodes), newEpisode: read.newEpisode,
      protectionEnds: read.protectionEnds.reduce(into: [:]) {
        $0[$1.protection, default: [:]][$1.by] = $1.because
      }, takenForGranted: read.takenForGranted, olderReadings: Set(read.olderReadings))
  }

  /// The file of this version, to be released: the same tables are always the same bytes.
  ///
  /// - Throws: `EncodingError`; no tables can cause it.
  public func file() throws -> String {
    let triggers = contact.triggers
    let known = Trigger.allCases.filter { lessons[$0] != nil }
    return try Wire.encode(
      ReleasedVersion(
        version: version, triggers: triggers,
        episodes: Trigger.allCases.filter(episodes.contains), newEpisode: newEpisode,
        takenForGranted: takenForGranted,
        olderReadings: OlderReading.allCases.filter(olderReadings.contains),
        lessons: known.map { .init(trigger: $0, lessons: lessons[$0] ?? []) },
        protectionEnds: Circumstance.protections.flatMap { protection in
          Trigger.allCases.compactMap { trigger in
            protectionEnds[protection]?[trigger].map {
              .init(protection: protection, by: trigger, because: $0)
            }
          }
        }, contact: .init(contact), debt: .init(debt), housing: .init(housing),
        procedure: .init(procedure))) + "\n"
  }
}

extension ReleasedVersion.Track {
  init(_ table: TrackTable<Phase>) {
    families = table.families
    ladders = table.ladders.map { ladder in
      NamedLadder(
        name: ladder.name, title: ladder.title,
        rungs: ladder.rungs.map { Rung(protection: $0.protection, cell: $0.cell) },
        free: ladder.free)
    }
  }
}

extension TrackTable {
  /// The ladders that its cells name, each once, in the order of the table.
  var ladders: [Ladder<Phase>] {
    let rows = families.flatMap { $0.rows + $0.phases.flatMap(\.rows) }
    var seen: Set<String> = []
    return rows.flatMap(\.cell.ladders).filter { seen.insert($0.name).inserted }
  }

  init(_ read: ReleasedVersion.Track<Phase>, _ triggers: [Trigger]) throws {
    let ladders = Dictionary(
      read.ladders.map { ladder in
        let rungs = ladder.rungs.map { Ladder<Phase>.Rung($0.protection, $0.cell) }
        return (
          ladder.name,
          Ladder(name: ladder.name, title: ladder.title, rungs: rungs, free: ladder.free)
        )
      }
    ) { first, _ in first }
    func climbing(_ rows: [TableRow<Phase>]) throws -> [TableRow<Phase>] {
      try rows.map { TableRow(triggers: $0.triggers, cell: try $0.cell.climbing(ladders)) }
    }
    let families = try read.families.map { family in
      var family = family
      family.rows = try climbing(family.rows)
      family.phases = try family.phases.map { entry in
        var entry = entry
        entry.rows = try climbing(entry.rows)
        return entry
      }
      return family
    }
    self.init(families: families, triggers: triggers)
  }
}
