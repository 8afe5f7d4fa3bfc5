#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension DepartementCharte {
  /// Reads the Charte of a file.
  ///
  /// - Throws: `CharteError` with everything that is wrong, the file's absence included.
  public init(contentsOf path: String) throws(CharteError) {
    func failure(_ advice: String) -> CharteError {
      CharteError(file: path, problems: [CharteProblem(line: 1, key: "", advice: advice)])
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw failure(
        "le fichier est absent ou interdit de lecture ; vérifiez le chemin et ses droits")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw failure("le fichier n'est pas en UTF-8 ; enregistrez-le sous cet encodage")
    }
    try self.init(parsing: text, file: path)
  }

  /// The Charte of the département that a service serves.
  ///
  /// - Throws: `CharteError`, also where the file is that of another département.
  public init(contentsOf path: String, of departement: String) throws(CharteError) {
    try self.init(contentsOf: path)
    guard code == departement else {
      let advice = "cette Charte est celle du \(code) ; le service attend celle du \(departement)"
      throw CharteError(
        file: path, problems: [CharteProblem(line: 1, key: "departement.code", advice: advice)])
    }
  }
}
