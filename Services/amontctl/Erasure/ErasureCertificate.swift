import Contracts
import OperatorReading
import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What an erasure made unreadable, for whoever asked for it and for the register of the treatment.
struct ErasureCertificate: Encodable {
  /// One column of a service's tables.
  struct Line: Encodable, Equatable {
    let service: String, colonne: String, valeurs: Int
  }

  let dossier: String, dossiers_joints: [String]
  let efface_le: Day, par: String, motif: String, fondement: String
  let cles_detruites: Int
  let valeurs_illisibles: [Line]
  let restent_en_clair = Self.remains

  /// What stays in plain, under the identifier of the dossier: pseudonymous, for whoever holds
  /// another file in which the same days and amounts stand (RGPD recital 26).
  static let remains = [
    "les dates des actes et des échéances, la chronologie du dossier et ses étapes",
    "les montants : dette, loyer, aides, plans, indemnités",
    "la commune (code INSEE), la commission, le tribunal",
    "les comptes des organismes : étude, bailleur, services",
    "les identifiants des événements reçus et les références des propositions de logement",
    "les noms des agents qui ont décidé, et, dans le journal des lectures, de ceux qui ont lu",
  ]

  /// In French, for people.
  var text: String {
    let joined =
      dossiers_joints.isEmpty
      ? "" : "Dossiers qui lui étaient joints : \(dossiers_joints.joined(separator: ", "))\n"
    let lines = valeurs_illisibles.map {
      "  \($0.service), \($0.colonne) : \($0.valeurs)\n"
    }.joined()
    let remains = restent_en_clair.map { "  - \($0) ;\n" }.joined()
    let total = valeurs_illisibles.reduce(0) { $0 + $1.valeurs }
    return """
      CERTIFICAT D'EFFACEMENT

      Dossier : \(dossier)
      \(joined)Effacé le : \(efface_le)
      Par : \(par)
      Motif : \(motif)
      Fondement : \(fondement)

      \(cles_detruites) clés de chiffrement ont été détruites dans les bases des six services. Sans elles,
      \(total) valeurs ne peuvent plus être lues par personne, ni ici, ni dans une sauvegarde :

      \(lines)
      Restent en clair, sous l'identifiant du dossier, des données pseudonymes (RGPD, considérant 26), pour
      les dénombrements et la preuve de ce qui a été fait :

      \(remains)
      Rapprochées d'un autre fichier, elles pourraient encore désigner quelqu'un : elles ne sont ni publiées ni
      transmises. Les références et les empreintes par lesquelles le ménage
      était reconnu sont supprimées. Une sauvegarde des clés antérieure à ce jour doit être détruite ; si
      elle est restaurée, `amontctl erase --again` détruit de nouveau la clé.

      """
  }

  /// Writes it into a folder, for people and for programs.
  ///
  /// - Returns: The path for people.
  /// - Throws: `OperatorError` where it cannot be written; the erasure is done.
  func write(into folder: String) throws -> String {
    let path = folder + "/certificat-\(dossier)"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try text.write(toFile: path + ".txt", atomically: true, encoding: .utf8)
      try (try Wire.encode(self) + "\n").write(
        toFile: path + ".json", atomically: true, encoding: .utf8)
    } catch {
      throw OperatorError(
        "erased, but the certificate cannot be written into \(folder); it is:\n\(text)")
    }
    return path + ".txt"
  }
}
