import Contracts
import Vocabulary

/// The same answer for a program.
struct HoldingsDocument: Encodable {
  private struct Part: Encodable {
    let titre: String, finalite: String, base: String, source: String, destinataires: String
    let tables: [Rows]
  }

  private struct Rows: Encodable {
    let titre: String, service: String, table: String
    let lignes: [[String: Cell]]
  }

  private enum Cell: Encodable {
    case text(String)
    case members([Member])

    struct Member: Encodable {
      let libelle: String, valeur: String
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .members(let members): try container.encode(members)
      }
    }
  }

  private struct Sent: Encodable {
    let destinataire: String, objet: String, nombre: Int, premier: String, dernier: String
  }

  private struct Read: Encodable {
    let le: String, lecture: String, motif: String?
  }

  private let dossiers: [String], fait_le: String, conservation: String
  private let parties: [Part], transmissions: [Sent], lectures: [Read]
  private let droits: [String: String]

  init(_ page: HoldingsPage) {
    let holdings = page.holdings
    dossiers = holdings.dossiers.map(\.description)
    fait_le = page.day.description
    conservation = HeldRights.kept(closedOn: holdings.closedOn, by: page.delays)
    parties = HeldSubject.allCases.compactMap { subject in
      let tables = holdings.tables.filter { $0.subject == subject }
      guard let purpose = subject.purpose, !tables.isEmpty else { return nil }
      return Part(
        titre: purpose.title, finalite: purpose.why, base: purpose.basis, source: purpose.from,
        destinataires: purpose.to, tables: tables.map(Self.rows))
    }
    transmissions = holdings.recipients.map {
      Sent(
        destinataire: $0.name, objet: $0.what, nombre: $0.count, premier: $0.first,
        dernier: $0.last)
    }
    lectures = holdings.readings.map {
      Read(
        le: String($0.day), lecture: $0.frenchCommand, motif: $0.why.isEmpty ? nil : $0.why)
    }
    droits = Dictionary(
      HeldRights.rights(contact: page.contact).map { ($0.title, $0.text) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func rows(_ table: Holdings.Table) -> Rows {
    Rows(
      titre: table.title, service: table.service.rawValue, table: table.name,
      lignes: table.rows.map { row in
        let cells = zip(table.columns, row).compactMap { label, value -> (String, Cell)? in
          switch value {
          case .text(let text): (label, .text(text))
          case .document(let members):
            (label, .members(members.map { .init(libelle: $0.label, valeur: $0.text) }))
          case nil: nil
          }
        }
        return Dictionary(cells, uniquingKeysWith: { first, _ in first })
      })
  }
}
