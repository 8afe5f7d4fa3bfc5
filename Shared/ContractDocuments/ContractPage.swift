import Contracts

/// The contract as one page for people: French, no script, no file beside it.
enum ContractPage {
  /// The page as HTML.
  static let html: String = """
    <!DOCTYPE html>
    <html lang="fr">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Amont : contrat avec les partenaires</title>
    <style>
    \(style)</style>
    </head>
    <body>
    <header>
    <h1>Contrat avec les partenaires</h1>
    <p>Ce qu'un partenaire publie, ce qu'Amont lui répond et ce dont il l'informe. Les montants sont en
    centimes, les dates s'écrivent AAAA-MM-JJ. Un champ facultatif peut manquer ou être <code>null</code> ; un
    champ inconnu est signalé et n'est pas lu.</p>
    </header>
    <nav aria-label="Sommaire">
    <h2 id="sommaire">Chercher</h2>
    <ul>
    <li><a href="#partenaires">par partenaire</a></li>
    <li><a href="#evenements">par événement</a></li>
    <li><a href="#avis">par avis</a></li>
    <li><a href="#codes">par code d'un accusé</a></li>
    </ul>
    </nav>
    <main>
    \(partners)\(events)\(notices)\(codes)</main>
    </body>
    </html>

    """

  private static let style = """
    body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1rem;
      color: #1b1b1b; background: #fff; }
    table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; }
    th, td { text-align: left; vertical-align: top; padding: .3rem .5rem; border-bottom: 1px solid #bbb; }
    code, pre { font: .9rem/1.4 ui-monospace, monospace; background: #f3f3f3; }
    pre { padding: .5rem; overflow-x: auto; }
    section section { border-top: 2px solid #1b1b1b; margin-top: 2rem; }
    a { color: #0b4f9e; }
    a:focus, summary:focus, pre:focus { outline: 3px solid #b34700; }

    """

  // MARK: - By partner

  private static var partners: String {
    let rows = PartnerKind.allCases.map { kind in
      let sends = EventKind.allCases.filter { $0.senders.contains(kind) }
      let hears = Notice.Code.allCases.filter { $0.declaration.recipients.contains(kind) }
      return [
        "<th scope=\"row\" id=\"partenaire-\(kind.rawValue)\"><code>\(kind.rawValue)</code></th>",
        "<td>" + list(sends.map { link("evenement-" + $0.rawValue, $0.rawValue) }) + "</td>",
        "<td>" + list(hears.map { link("avis-" + $0.rawValue, $0.rawValue) }) + "</td>",
      ]
    }
    return "<section aria-labelledby=\"partenaires\"><h2 id=\"partenaires\">Partenaires</h2>\n"
      + table(["Catégorie de compte", "Publie", "Peut recevoir"], rows) + "</section>\n"
  }

  // MARK: - Events

  private static var events: String {
    let sections = EventKind.allCases.map { kind in
      let declaration = kind.declaration
      let id = "evenement-" + kind.rawValue
      return
        "<section aria-labelledby=\"\(id)\"><h3 id=\"\(id)\">\(escaped(declaration.title))</h3>\n"
        + facts([
          ("Type", "<code>\(kind.type)</code>"), ("Textes", escaped(declaration.basis)),
          ("Publié par", kinds(declaration.senders)),
          ("Jour de l'acte", "<code>\(declaration.actMember)</code>"),
          (
            "Accusés possibles",
            list(declaration.acceptances.map { link("code-" + $0.word, $0.word) })
          ),
          ("Avis auxquels il répond", answered(by: kind)),
        ])
        + table(
          ["Champ", "Contenu", "Forme et règles"],
          rows(declaration.fields, hiding: Identification.member))
        + example(kind) + "</section>\n"
    }
    return "<section aria-labelledby=\"evenements\"><h2 id=\"evenements\">Événements</h2>\n"
      + household + sections.joined() + "</section>\n"
  }

  private static var household: String {
    guard let field = EventKind.signalementCDP.declaration.fields[Identification.member] else {
      return ""
    }
    return
      "<section aria-labelledby=\"menage\"><h3 id=\"menage\">Le ménage, dans chaque événement</h3>\n"
      + "<p>\(escaped(field.title)).</p>"
      + table(["Champ", "Contenu", "Forme et règles"], rows(field.members)) + "</section>\n"
  }

  private static func answered(by kind: EventKind) -> String {
    list(
      Notice.Code.allCases.filter { $0.declaration.answers.contains(kind) }
        .map { link("avis-" + $0.rawValue, $0.rawValue) })
  }

  private static func example(_ kind: EventKind) -> String {
    "<details><summary>Exemple de \(escaped(kind.rawValue))</summary><pre tabindex=\"0\">"
      + escaped(EventSchema.example(of: kind).pretty) + "</pre></details>\n"
  }

  private static func rows(_ fields: EventFields, hiding hidden: String? = nil) -> [[String]] {
    fields.all.filter { $0.name != hidden }.flatMap(\.withMembers).map { field in
      [
        "<th scope=\"row\"><code>\(field.path)</code></th>",
        "<td>\(escaped(field.title))\(field.isOptional ? "" : " <strong>(obligatoire)</strong>")</td>",
        "<td>\(FieldText.text(of: field).map(escaped).joined(separator: "<br>"))</td>",
      ]
    }
  }

  // MARK: - Notices and codes

  private static var notices: String {
    let rows = Notice.Code.allCases.map { code in
      let declaration = code.declaration
      return [
        "<th scope=\"row\" id=\"avis-\(code.rawValue)\"><code>\(code.rawValue)</code></th>",
        "<td>\(escaped(declaration.title))</td>", "<td>\(kinds(declaration.recipients))</td>",
        "<td>" + list(declaration.answers.map { link("evenement-" + $0.rawValue, $0.rawValue) })
          + "</td>", "<td>\(escaped(declaration.basis))</td>",
      ]
    }
    return "<section aria-labelledby=\"avis\"><h2 id=\"avis\">Avis</h2>\n"
      + "<p>Le type d'un avis est <code>fr.amont.avis.CODE.v1</code>.</p>"
      + table(["Code", "Objet", "Destinataires possibles", "Réponse attendue", "Textes"], rows)
      + table(["Champ", "Contenu", "Forme"], Self.rows(Notice.fields)) + "</section>\n"
  }

  private static var codes: String {
    var rows = ReceiptWords.codes.compactMap { word in
      ReceiptWords.all.first { $0.word == word }.map {
        row($0.word, $0.status.rawValue, $0.meaning, id: " id=\"code-\(word)\"")
      }
    }
    rows += Receipt.Problem.Code.allCases.map { row($0.word, "erreur d'un champ", $0.meaning) }
    rows += Receipt.Warning.Code.allCases.map { row($0.word, "avertissement", $0.meaning) }
    return "<section aria-labelledby=\"codes\"><h2 id=\"codes\">Codes des accusés</h2>\n"
      + "<p>Le type d'un accusé est <code>\(Receipt.type)</code>.</p>"
      + table(["Code", "De quoi", "Ce qu'il veut dire"], rows)
      + table(["Champ", "Contenu", "Forme"], Self.rows(Receipt.fields)) + "</section>\n"
  }

  private static func row(
    _ word: String, _ of: String, _ meaning: String, id: String = ""
  ) -> [String] {
    [
      "<th scope=\"row\"\(id)><code>\(word)</code></th>", "<td>\(escaped(of))</td>",
      "<td>\(escaped(meaning))</td>",
    ]
  }

  // MARK: - HTML

  private static func kinds(_ kinds: Set<PartnerKind>) -> String {
    list(kinds.map(\.rawValue).sorted().map { link("partenaire-" + $0, $0) })
  }

  private static func link(_ target: String, _ text: String) -> String {
    "<a href=\"#\(target)\">\(escaped(text))</a>"
  }

  private static func list(_ items: [String]) -> String {
    items.isEmpty ? "aucun" : items.joined(separator: ", ")
  }

  private static func facts(_ facts: [(String, String)]) -> String {
    "<dl>" + facts.map { "<dt>\($0)</dt><dd>\($1)</dd>" }.joined() + "</dl>\n"
  }

  private static func table(_ heads: [String], _ rows: [[String]]) -> String {
    "<table><thead><tr>" + heads.map { "<th scope=\"col\">\($0)</th>" }.joined()
      + "</tr></thead><tbody>\n" + rows.map { "<tr>\($0.joined())</tr>\n" }.joined()
      + "</tbody></table>\n"
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { out, character in
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.append(character)
      }
    }
  }
}
