import Vocabulary

/// Why bytes are no sound JSON, and where.
public struct JSONProblem: Error, Sendable, Hashable {
  /// What is wrong. The raw value is the machine code of the refusal.
  public enum Kind: String, CaseIterable, Sendable {
    /// No JSON text (RFC 8259), or something behind it.
    case syntax = "json.illisible"
    /// An object has two members of one name.
    case duplicateMember = "json.membre-double"
    /// A comma that nothing follows.
    case strayComma = "json.virgule"
    /// Not UTF-8.
    case encoding = "json.encodage"
    /// A text with U+0000, half a surrogate pair, a noncharacter, or a control character without
    /// escape.
    case forbiddenCharacter = "json.caractere-interdit"
    /// More lists and objects in each other than any event has.
    case tooDeep = "json.profondeur"

    /// Whether an operator must look: what no program reads may have been broken on its way.
    public var needsOperator: Bool { self == .syntax }

    /// What the sender must do, in French.
    ///
    /// - Parameter place: Where, as a JSON Pointer; empty for the whole.
    public func sentence(at place: String) -> String {
      let found = place.isEmpty ? "" : " (\(place))"
      switch self {
      case .syntax: return "Le contenu n'est pas du JSON lisible\(found) : vérifiez sa syntaxe."
      case .duplicateMember:
        return "Un membre figure deux fois dans le même objet\(found) : gardez-en un seul."
      case .strayComma: return "Une virgule n'est suivie de rien\(found) : retirez-la."
      case .encoding:
        return "Le contenu n'est pas en UTF-8\(found) : encodez-le en UTF-8, sans autre codage."
      case .forbiddenCharacter:
        return "Un texte contient un caractère interdit\(found) : retirez les caractères de "
          + "contrôle (U+0000 compris) et les moitiés de paires de substitution."
      case .tooDeep:
        return "Trop d'objets ou de listes sont emboîtés\(found) : "
          + "\(JSONDocument.deepest) niveaux au plus."
      }
    }
  }

  public let kind: Kind
  /// Where: a JSON Pointer (RFC 6901), printable and of bounded length.
  public let pointer: String

  public init(_ kind: Kind, at pointer: String = "") {
    self.kind = kind
    self.pointer = pointer
  }

  public var code: String { kind.rawValue }
  /// What the sender must do, in French.
  public var sentence: String { kind.sentence(at: pointer) }
}

/// A place in a JSON value, by RFC 6901.
public struct JSONPointer: Sendable, Hashable {
  /// One step down.
  public enum Step: Sendable, Hashable {
    case member(String)
    case element(Int)
  }

  /// The longest pointer that is said; of a longer one, the first steps.
  public static let longest = 200

  public var steps: [Step]

  /// The root, or a place below it.
  public init(_ steps: [Step] = []) { self.steps = steps }

  /// The pointer as text, such as `/menage/locataires/0/nom`; empty for the root. Names are the
  /// sender's own, hence made printable; what is beyond `longest` is left out step by step.
  public var text: String {
    var text = ""
    for step in steps {
      let next: String
      switch step {
      case .element(let place): next = "/\(place)"
      case .member(let name):
        next = "/" + StorableText.printable(Self.escaped(name), atMost: Self.longest)
      }
      guard text.utf8.count + next.utf8.count <= Self.longest else { return text + "/…" }
      text += next
    }
    return text
  }

  private static func escaped(_ name: String) -> String {
    name.replacing("~", with: "~0").replacing("/", with: "~1")
  }
}
