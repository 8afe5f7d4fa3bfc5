extension XRay {
  /// The dossier as an agent of the préfecture reads it, in French. Secret lines are marked: they
  /// may not leave its services (C. consom. L721-3).
  var text: String {
    [head, standing, waiting, protected, toReview, revised, told].joined()
  }

  private var head: String {
    let place = commune.map { ", commune \($0)" } ?? ""
    let owner = landlord.map { ", bailleur \($0)" } ?? ""
    let end = closedOn.map { "  Clos le \($0) : \(closure ?? "—").\n" } ?? ""
    let kept =
      retention.map {
        "  Base active jusqu'au \($0.activeUntil), archive jusqu'au \($0.archiveUntil)."
          + " [\($0.article)]\n"
      } ?? ""
    return "Dossier \(household)\n  Ouvert le \(openedOn), suivi par \(commission)\(place)\(owner)"
      + ", tables version \(version).\n" + end + kept
  }

  private var standing: String {
    section("Où en est le dossier", phases.map { ["\($0.track) : \($0.title)"] })
  }

  private var waiting: String {
    guard !awaited.isEmpty else {
      return closedOn == nil
        ? "\n  ATTENTION : rien n'est attendu, alors que le dossier est ouvert.\n"
        : "\n  Rien n'est plus attendu : le dossier est clos.\n"
    }
    return section("Ce qui est attendu", awaited.map(\.lines))
  }

  private var protected: String {
    section(
      "Protections en vigueur",
      protections.map {
        ["\($0.name), depuis le \($0.since), \($0.until ?? "sans terme connu") [\($0.article)]"]
      })
  }

  private var toReview: String {
    section(
      "À revoir par la commission", reviews.map { ["\($0.reason), depuis le \($0.openedOn)"] })
  }

  private var revised: String {
    section(
      "Ce qui a été cru, et ne l'est plus",
      revisions.map {
        [
          "le \($0.on), \($0.subject) : \($0.was ?? "—") devient \($0.becomes ?? "—") (\($0.because))"
        ]
      })
  }

  private var told: String {
    section("Chronologie", timeline.map { [$0.line] })
  }

  /// A title, and the lines of each entry, the first one less deep than those that explain it.
  private func section(_ title: String, _ entries: [[String]]) -> String {
    guard !entries.isEmpty else { return "" }
    return "\n  \(title)\n"
      + entries.flatMap { lines in
        lines.enumerated().map { ($0 == 0 ? "    " : "        ") + $1 + "\n" }
      }.joined()
  }
}

extension XRay.Expectation {
  fileprivate var lines: [String] {
    let secret = isSecret ? " (SECRET, C. consom. L721-3)" : ""
    let moved = reason.isEmpty ? "" : ", soit le \(raw), reporté : \(reason)"
    return [
      "au plus tard le \(due) : \(what)\(secret)",
      "de qui : \(from)   (\(service), \(kind))",
      "texte : \(article) ; \(delay) à compter du \(origin)\(moved) (règle \(rule))",
      "sinon, le \(firesOn) : " + otherwise.joined(separator: " ; "),
    ]
  }
}

extension XRay.Line {
  fileprivate var line: String {
    let cited = article.map { " [\($0)]" } ?? ""
    return "\(day)  \(mark) \(text)\(cited)" + (isSecret ? " (SECRET, C. consom. L721-3)" : "")
  }

  private var mark: String {
    switch kind {
    case "order": "→"
    case "phase": "▸"
    case "armed": "⏲"
    case "disarmed": "✕"
    case "fired": "⏰"
    case "review": "⚑"
    case "closed": "■"
    default: "•"
    }
  }
}
