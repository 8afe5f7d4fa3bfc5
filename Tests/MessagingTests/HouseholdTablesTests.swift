import Messaging
import PostgreSQL
import Testing
import Vocabulary

/// What is written of a file is what differs from the rows that stand.
@Suite(.enabled(if: Servers.fromEnvironment != nil), .timeLimit(.minutes(5)))
struct HouseholdTablesTests {
  /// A made-up file: a name, a list in an order of its own, notes by their day, and lines that are
  /// told.
  struct Album: Sendable, Equatable {
    var name = ""
    var kind: Kind?
    var frame: Frame?
    var pages: [Page] = []
    var notes: [Note] = []
    var lines: [Line] = []
    var years: [Year] = []
    var mustCount = false
  }

  enum Kind: String { case small, large }

  struct Frame: Sendable, Equatable {
    var color: String
    var width: Int
  }

  struct Page: Sendable, Equatable {
    var text: String
    var isSeen = false
  }

  struct Note: Sendable, Equatable {
    var on: Day
    var amount: Cents?
  }

  struct Line: Sendable, Equatable {
    var entry: Int
    var text: String
  }

  struct Year: Sendable, Equatable {
    var year: Int
    var value: Int
  }

  static let tables = HouseholdTables<Album>(
    .file(
      Table("album", from: Album()) {
        Column("name", \.name)
        Column(word: "kind", \.kind)
        Column(
          ifPresent: \.frame, Frame.init(color:width:), Field("color", \.color),
          Field("width", \.width))
        Column(writing: "page_count") { $0.pages.count }
      }),
    .list(
      Table("page", { Page(text: $0, isSeen: $1) }, Field("text", \.text), Field("seen", \.isSeen)),
      \.pages, place: "entry"),
    .list(
      Table(
        "note", key: ["made_on"], { Note(on: $0, amount: $1) }, Field("made_on", \.on),
        Field("amount", \.amount)), \.notes, isAppendOnly: true),
    .settled(
      Table(
        "year", key: ["year"], { Year(year: $0, value: $1) }, Field("year", \.year),
        Field("value", \.value)), where: \.mustCount
    ) { $0.years })

  /// The same with lines, which may not be removed by themselves.
  static let withLines = HouseholdTables<Album>(
    .file(
      Table("album", from: Album()) {
        Column("name", \.name)
        Column(writing: "page_count") { $0.pages.count }
      }),
    .told(
      Table(
        "line", key: ["entry"], { Line(entry: $0, text: $1) }, Field("entry", \.entry),
        Field("text", \.text))
    ) { $0.lines })

  static let script = """
    CREATE TEMPORARY TABLE album (household uuid PRIMARY KEY, name text NOT NULL, kind text,
      color text, width integer, page_count integer NOT NULL);
    CREATE TEMPORARY TABLE page (household uuid REFERENCES album ON DELETE CASCADE, entry integer, text text NOT NULL,
      seen boolean NOT NULL, PRIMARY KEY (household, entry), UNIQUE (household, text));
    CREATE TEMPORARY TABLE note (household uuid REFERENCES album ON DELETE CASCADE, made_on date, amount bigint,
      PRIMARY KEY (household, made_on));
    CREATE TEMPORARY TABLE line (household uuid REFERENCES album ON DELETE CASCADE, entry integer, text text,
      PRIMARY KEY (household, entry));
    CREATE TEMPORARY TABLE year (household uuid REFERENCES album ON DELETE CASCADE, year smallint, value integer,
      PRIMARY KEY (household, year));
    """

  static let household = HouseholdID(high: 3, low: 5)
  static let other = HouseholdID(high: 3, low: 6)
  static let day = Day(ordinal: 20_000)

  static var album: Album {
    Album(
      name: "été, \"bleu\" {1}", kind: .large, frame: Frame(color: "red", width: 3),
      pages: ["a", "b", "c"].map { Page(text: $0) },
      notes: [Note(on: day, amount: Cents(5)), Note(on: day.adding(days: 1), amount: nil)],
      lines: [Line(entry: 1, text: "x"), Line(entry: 2, text: "y")],
      years: [Year(year: 2025, value: 1), Year(year: 2026, value: 2)], mustCount: true)
  }

  /// What is read back: lines and years are not.
  static func read(_ album: Album) -> Album {
    var album = album
    album.lines = []
    album.years = []
    album.mustCount = false
    return album
  }

  /// Writes the change: the file is then read as it is, and so many rows were touched.
  private func save(
    _ old: Album?, _ new: Album?, isRebuilt: Bool = false, on connection: PostgresConnection,
    touches count: Int? = nil
  ) async throws {
    let change = FileChange(of: Self.household, from: old, to: new, isRebuilt: isRebuilt)
    let touched = try await connection.pipeline(Self.tables.writes([change])).map(\.affected)
      .reduce(0, +)
    if let count { #expect(touched == count) }
    let results = try await connection.pipeline(Self.tables.select([Self.household, Self.other]))
    let files = try Self.tables.files(from: results)
    #expect(files[Self.household] == new.map(Self.read))
    #expect(files[Self.other] == nil)
  }

  private func lent(_ body: (PostgresConnection) async throws -> Void) async throws {
    let database = try await #require(Servers.fromEnvironment).freshDatabase()
    let connection = try await PostgresConnection.connect(database)
    do {
      try await connection.run(script: Self.script)
      try await body(connection)
    } catch {
      await connection.close()
      throw error
    }
    await connection.close()
  }

  @Test func oneChangedRowIsOneWrite() async throws {
    try await lent { connection in
      try await save(nil, Self.album, on: connection, touches: 1 + 3 + 2 + 2)
      let known = Self.read(Self.album)
      #expect(Self.tables.writes([FileChange(of: Self.household, from: known, to: known)]).isEmpty)
      var changed = known
      changed.pages[1].isSeen = true
      try await save(known, changed, on: connection, touches: 1)
      var without = changed
      without.frame = nil
      try await save(changed, without, on: connection, touches: 1)
    }
  }

  @Test func aReplayWritesTheRowsThatDiffer() async throws {
    try await lent { connection in
      try await save(nil, Self.album, on: connection)
      let known = Self.read(Self.album)
      try await save(known, Self.album, isRebuilt: true, on: connection, touches: 0)
      var again = Self.album
      again.name = "hiver"
      try await save(known, again, isRebuilt: true, on: connection, touches: 1)
      // One page goes and another comes in its place; then one year goes and one is counted again.
      var once = again
      once.pages[2].text = "d"
      try await save(Self.read(again), once, isRebuilt: true, on: connection, touches: 2)
      var more = once
      more.years = [Year(year: 2026, value: 3)]
      try await save(Self.read(once), more, isRebuilt: true, on: connection, touches: 3)
    }
  }

  @Test func aRowThatMayNotGoAloneGoesWithItsFile() async throws {
    try await lent { connection in
      try await save(nil, Self.album, on: connection)
      let known = Self.read(Self.album)
      var longer = known
      longer.notes.append(Note(on: Self.day.adding(days: 9), amount: .zero))
      try await save(known, longer, isRebuilt: true, on: connection, touches: 1)
      var shorter = longer
      shorter.notes.removeFirst()
      try await save(longer, shorter, isRebuilt: true, on: connection, touches: 1 + 1 + 3 + 2)
    }
  }

  @Test func linesAreToldAnewAfterAReplay() async throws {
    try await lent { connection in
      func lines(
        _ old: Album?, _ new: Album, isRebuilt: Bool, are told: [String]
      ) async throws {
        let change = FileChange(of: Self.household, from: old, to: new, isRebuilt: isRebuilt)
        _ = try await connection.pipeline(Self.withLines.writes([change]))
        let rows = try await connection.query("SELECT text FROM line ORDER BY entry")
        let texts = try rows.map { try $0.text("text") }
        #expect(texts == told)
      }
      try await lines(nil, Self.album, isRebuilt: false, are: ["x", "y"])
      var next = Self.read(Self.album)
      next.lines = [Line(entry: 3, text: "z")]
      try await lines(Self.album, next, isRebuilt: false, are: ["x", "y", "z"])
      try await lines(next, Self.album, isRebuilt: true, are: ["x", "y"])
    }
  }

  @Test func aListMayMoveByOnePlace() async throws {
    try await lent { connection in
      try await save(nil, Self.album, on: connection)
      let known = Self.read(Self.album)
      var shorter = Self.album
      shorter.pages.removeFirst()
      try await save(known, shorter, isRebuilt: true, on: connection)
      var longer = Self.album
      longer.pages.insert(Page(text: "new"), at: 1)
      try await save(Self.read(shorter), longer, isRebuilt: true, on: connection)
    }
  }

  @Test func aFileThatIsGoneLeavesNoRow() async throws {
    try await lent { connection in
      try await save(nil, Self.album, on: connection)
      try await save(Self.read(Self.album), nil, isRebuilt: true, on: connection)
      let pages = try await connection.query("SELECT entry FROM page")
      #expect(pages.isEmpty)
    }
  }

  @Test func aMissingResultIsAnError() async throws {
    #expect(throws: PostgresError.self) { try Self.tables.files(from: []) }
  }

  @Test func aTextIsMadeOnce() {
    let once = Self.tables.select([Self.household]).map(\.sql)
    #expect(once == Self.tables.select([Self.household, Self.other]).map(\.sql))
    #expect(once.count == 3)
    #expect(once[1].hasSuffix("ORDER BY household, entry"))
  }
}
