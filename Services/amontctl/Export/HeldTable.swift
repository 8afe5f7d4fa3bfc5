import Contracts

/// One table of a service, as an answer to a request of access shows it: every column is shown with
/// its French label, or left out with a reason.
///
/// It stands beside ``LeftOut``: a table or column that neither knows fails a test.
struct HeldTable: Sendable {
  /// Its name in the database, and in the answer.
  let name: String, title: String
  let subject: HeldSubject
  /// Which rows are a household's, `$1` being the identifiers of its dossiers.
  let rows: String
  /// The order in which rows are read.
  let order: String
  let shown: [Column]
  let hidden: [(column: String, why: HeldReason)]

  /// A column that is shown.
  struct Column: Sendable {
    let name: String
    let label: HeldLabel
  }

  init(
    _ name: String, _ title: String, _ subject: HeldSubject,
    rows: String = "household = ANY ($1::uuid[])", by order: String? = nil,
    shows: KeyValuePairs<String, HeldLabel>, hides: KeyValuePairs<HeldReason, [String]>
  ) {
    self.name = name
    self.title = title
    self.subject = subject
    self.rows = rows
    shown = shows.map { Column(name: $0.key, label: $0.value) }
    hidden = hides.flatMap { why, names in names.map { ($0, why) } }
    self.order = order ?? shown.first?.name ?? "1"
  }

  /// Every column that is declared.
  var columns: [String] { shown.map(\.name) + hidden.map(\.column) }
}

/// How a column is named to the person, and how its values are written.
struct HeldLabel: Sendable, ExpressibleByStringLiteral {
  /// How a value is written.
  enum Format: Sendable {
    /// Days, truth values and the words of our tables are written in French, all else as it is.
    case plain
    /// Whole cents.
    case cents
    /// A part of the whole, in ten-thousandths.
    case share
    /// A number with one decimal, in tenths.
    case tenths
    /// A text with several words of our tables, with this between them.
    case words(separator: String)
    /// A message or a diagnosis, member by member.
    case document
    /// A name that its own list puts into French.
    case named(@Sendable (String) -> String?)
  }

  let text: String
  let format: Format

  init(_ text: String, _ format: Format) {
    self.text = text
    self.format = format
  }

  init(stringLiteral text: String) { self.init(text, .plain) }

  static func cents(_ text: String) -> HeldLabel { HeldLabel(text, .cents) }
  static func document(_ text: String) -> HeldLabel { HeldLabel(text, .document) }
  static func named(_ text: String, _ name: @escaping @Sendable (String) -> String?) -> HeldLabel {
    HeldLabel(text, .named(name))
  }
}

/// Why a column is not in the answer.
enum HeldReason: String, CaseIterable, Sendable {
  /// The identifier of the dossier, which the answer bears once.
  case dossier = "l'identifiant du dossier figure en tête de la réponse"
  /// Numbers and marks by which programs work.
  case machine = "numéro ou repère technique, qui ne dit rien de la personne"
  /// A digest, or a copy, of what another column shows.
  case copy = "copie ou empreinte de ce qui est montré ailleurs dans la réponse"
  /// RGPD art. 15 § 4: what belongs to somebody else.
  case other = "donnée d'une autre personne ou d'un autre ménage (RGPD art. 15, § 4)"
}

/// What an answer is about, in the order in which a person reads it.
enum HeldSubject: CaseIterable, Sendable {
  case identity, recognition, signals, diagnosis, debt, housing, court, follow, deadlines, notices
  case evaluation
  /// Tables of the machine, of which nothing is a household's.
  case machine
}

extension HeldTable {
  /// Every table of every service.
  static func all(of service: ServiceName) -> [HeldTable] {
    let own =
      switch service {
      case .intake: intake
      case .socialDiagnosis: diagnosis
      case .debtSettlement: debt
      case .rehousing: housing
      case .courtLiaison: court
      case .sagaOrchestrator: saga
      }
    return own + runtime
  }
}
