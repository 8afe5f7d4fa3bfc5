import Contracts
import Vocabulary

/// An answer as one page for the person: French, no script, no file beside it.
struct HoldingsPage {
  let holdings: Holdings
  /// The day of the answer.
  let day: Day
  /// To whom the person may write.
  let contact: String
  /// How long dossiers are kept.
  var delays = RetentionDelays.standard

  /// What a message is about, from whom and to whom.
  private static let telling: Set<String> = ["Objet", "De", "À", "Organisme"]

  /// More columns than this do not fit side by side on a page.
  static let sideBySide = 7

  var html: String {
    """
    <!DOCTYPE html>
    <html lang="fr">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Vos données dans Amont</title>
    <style>
    \(Self.style)</style>
    </head>
    <body>
    <header>
    <h1>Vos données dans Amont</h1>
    \(head)</header>
    <nav aria-label="Sommaire">
    <h2>Sommaire</h2>
    <ul>
    \(contents)</ul>
    </nav>
    <main>
    \(sections)\(recipients)\(readings)\(rights)</main>
    </body>
    </html>

    """
  }

  private static let style = """
    body { font: 1.05rem/1.55 system-ui, sans-serif; max-width: 62rem; margin: 0 auto; padding: 1rem;
      color: #1b1b1b; background: #fff; }
    .cadre { overflow-x: auto; margin: .5rem 0 1.5rem; }
    .cadre:focus { outline: 3px solid #b34700; }
    table { border-collapse: collapse; width: 100%; }
    caption { text-align: left; font-weight: bold; padding: .3rem 0; }
    th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #bbb; }
    dl { display: grid; grid-template-columns: minmax(10rem, 18rem) 1fr; gap: .2rem 1rem; margin: .5rem 0 1.5rem; }
    dt { font-weight: bold; }
    dd { margin: 0; overflow-wrap: anywhere; }
    dl.dit { background: #f3f3f3; padding: .6rem 1rem; }
    section { border-top: 2px solid #1b1b1b; margin-top: 2rem; }
    summary { cursor: pointer; padding: .3rem 0; }
    a { color: #0b4f9e; }
    a:focus, summary:focus { outline: 3px solid #b34700; }
    @media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
    @media print { nav { display: none; } section { break-inside: auto; } }

    """

  private var head: String {
    let names = holdings.dossiers.map(\.description).joined(separator: ", ")
    let opened = holdings.openedOn.map { ", ouvert le \($0)" } ?? ""
    return """
      <p>Vous avez demandé ce qu'Amont, le système de prévention des expulsions de votre département, garde de
      vous (RGPD art. 15). Cette page, faite le \(day.written), contient tout ce qui est gardé dans votre
      dossier, avec pour chaque partie : pourquoi, sur quel texte, d'où cela vient et à qui cela a été dit.</p>
      <p>Dossier : <strong>\(Self.escaped(names))</strong>\(opened).</p>
      <p>\(Self.escaped(HeldRights.kept(closedOn: holdings.closedOn, by: delays)))</p>
      <p>Les informations qui concernent une autre personne, et dont la communication lui porterait atteinte, ne
      figurent pas ici (RGPD art. 15, § 4). Les numéros techniques, qui ne disent rien de vous, non plus.</p>

      """
  }

  // MARK: - What is held

  private var subjects: [(subject: HeldSubject, purpose: HeldPurpose, tables: [Holdings.Table])] {
    HeldSubject.allCases.compactMap { subject in
      let tables = holdings.tables.filter { $0.subject == subject }
      guard let purpose = subject.purpose, !tables.isEmpty else { return nil }
      return (subject, purpose, tables)
    }
  }

  private var contents: String {
    let own = subjects.map { ("\($0.subject)", $0.purpose.title) }
    let rest = [
      ("destinataires", "À qui cela a été dit"), ("lectures", "Qui a lu votre dossier"),
      ("droits", "Vos droits"),
    ]
    return (own + rest).map { "<li><a href=\"#\($0)\">\(Self.escaped($1))</a></li>\n" }.joined()
  }

  private var sections: String {
    subjects.map { subject, purpose, tables in
      section(
        "\(subject)", purpose.title,
        Self.list(
          [
            ("Pourquoi", purpose.why), ("Sur quel texte", purpose.basis),
            ("D'où cela vient", purpose.from), ("À qui cela peut être dit", purpose.to),
            ("Combien de temps", "Comme tout le dossier : voir en tête de page."),
          ], class: "dit") + tables.map(table).joined())
    }.joined()
  }

  private func section(_ id: String, _ title: String, _ body: String) -> String {
    "<section aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">\(Self.escaped(title))</h2>\n\(body)</section>\n"
  }

  /// A table of few columns stands as one; rows of many columns, and messages, stand one by one.
  private func table(_ table: Holdings.Table) -> String {
    let used = table.columns.indices.filter { column in
      table.rows.contains { $0[column] != nil }
    }
    let hasDocument = table.rows.joined().contains {
      if case .document? = $0 { true } else { false }
    }
    if !hasDocument, used.count <= Self.sideBySide {
      return Self.grid(
        table.title, used.map { table.columns[$0] },
        table.rows.map { row in used.map { row[$0]?.plain ?? "" } })
    }
    let heading = "<h3>\(Self.escaped(table.title))</h3>\n"
    let rows = table.rows.map { row in
      let plain = used.compactMap { column -> (String, String)? in
        guard case .text(let text)? = row[column] else { return nil }
        return (table.columns[column], text)
      }
      let documents = used.compactMap { column -> String? in
        guard case .document(let members)? = row[column] else { return nil }
        return Self.list(members.map { ($0.label, $0.text) })
      }
      guard hasDocument else { return Self.list(plain) }
      // What tells a line from its neighbours; the rest opens with it.
      let named = plain.dropFirst().filter { Self.telling.contains($0.0) }
      let summary = (plain.prefix(1) + named).map(\.1).joined(separator: " ; ")
      return "<details><summary>\(Self.escaped(summary))</summary>\n"
        + Self.list(plain) + documents.joined() + "</details>\n"
    }
    return heading + rows.joined()
  }

  // MARK: - To whom, by whom, and what can be asked

  private var recipients: String {
    let rows = holdings.recipients.map {
      [$0.name, $0.what, String($0.count), $0.first, $0.last]
    }
    let body =
      rows.isEmpty
      ? "<p>Rien n'a été transmis.</p>\n"
      : Self.grid(
        "Avis transmis", ["À", "Objet", "Nombre", "Le premier", "Le dernier"], rows)
    return section("destinataires", "À qui cela a été dit", body)
  }

  private var readings: String {
    // A line without its reason stands in an answer where no line has one.
    let hasReasons = holdings.readings.contains { !$0.why.isEmpty }
    let head = ["Le", "Ce qui a été lu"] + (hasReasons ? ["Pourquoi"] : [])
    let rows = holdings.readings.map {
      [HeldLabel.french(String($0.day)), $0.frenchCommand] + (hasReasons ? [$0.why] : [])
    }
    let body =
      rows.isEmpty
      ? "<p>Aucune lecture de votre dossier n'est enregistrée depuis un an.</p>\n"
      : Self.grid("Lectures", head, rows)
    return section(
      "lectures", "Qui a lu votre dossier",
      "<p>Depuis un an, par des agents habilités de la commission et de ses services. Leurs noms sont gardés ; ils"
        + " vous sont donnés s'ils sont indispensables à l'exercice de vos droits (CJUE, 22 juin 2023,"
        + " C-579/21).</p>\n" + body)
  }

  private var rights: String {
    section(
      "droits", "Vos droits",
      Self.list(HeldRights.rights(contact: contact).map { ($0.title, $0.text) }))
  }

  // MARK: - HTML

  private static func list(_ entries: [(String, String)], class name: String? = nil) -> String {
    guard !entries.isEmpty else { return "" }
    let mark = name.map { " class=\"\($0)\"" } ?? ""
    return "<dl\(mark)>\n"
      + entries.map { "<dt>\(escaped($0))</dt><dd>\(escaped($1))</dd>\n" }.joined() + "</dl>\n"
  }

  private static func grid(_ title: String, _ head: [String], _ rows: [[String]]) -> String {
    let caption = escaped(title)
    let cells = head.map { "<th scope=\"col\">\(escaped($0))</th>" }.joined()
    let lines = rows.map { row in
      "<tr>" + row.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>\n"
    }
    // Wide tables scroll by themselves, also by the keyboard.
    return "<div class=\"cadre\" tabindex=\"0\" role=\"region\" aria-label=\"\(caption)\">\n"
      + "<table><caption>\(caption)</caption>\n<thead><tr>\(cells)</tr></thead>\n<tbody>\n"
      + lines.joined() + "</tbody></table></div>\n"
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}

extension Holdings.Value {
  /// The value on one line.
  var plain: String {
    switch self {
    case .text(let text): text
    case .document(let members):
      members.map { "\($0.label) : \($0.text)" }.joined(separator: " ; ")
    }
  }
}

extension Reading {
  /// The same line, without what the agent wrote of why.
  var withoutReason: Reading {
    Reading(
      number: number, at: at, agent: agent, osUser: osUser, command: command, dossiers: dossiers,
      isWhole: isWhole, scope: "", why: "", previous: previous, hash: hash)
  }

  /// What was read, in French.
  var frenchCommand: String {
    let what =
      switch command {
      case "dossier show": "l'état du dossier et sa chronologie"
      case "dossier export": "tout le dossier, pour répondre à une demande d'accès"
      case "deadlines": "les échéances"
      case "doubts list": "les doutes sur l'identité de dossiers"
      case "doubts settle", "quarantine release", "quarantine discard":
        "une décision sur un message"
      case "quarantine show": "un message mis de côté"
      case "readings": "ce journal des lectures"
      case "retention": "la liste des dossiers à archiver ou à effacer"
      case _: "des lignes du dossier (\(command))"
      }
    return isWhole ? what + " de tous les dossiers" : what
  }
}
