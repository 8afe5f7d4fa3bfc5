import Contracts

/// Finds the number of a payload that is not whole, or too large for any amount: the JSON decoder
/// does not say where it stands.
enum OddNumber {
  /// The member that holds it.
  static func place(in data: [UInt8]) -> String {
    let members = (try? Wire.decode([String: Member].self, from: data)) ?? [:]
    // The names of members are the partner's own text: only one that we know may be repeated.
    let odd = members.filter { $0.value.isOdd && known.contains($0.key) }.keys.min()
    return odd ?? FieldPath.text([])
  }

  private struct Member: Decodable {
    let isOdd: Bool

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      isOdd =
        (try? value.decode(Int.self)) == nil && (try? value.decode(Bool.self)) == nil
        && (try? value.decode(String.self)) == nil && !value.decodeNil()
    }
  }

  private static let known: Set<String> = [
    "dette", "loyer", "charges", "mois_impayes", "aide", "ressources", "charges_fixes",
    "autres_dettes", "adultes", "enfants", "montant", "nombre", "echeance",
  ]
}
