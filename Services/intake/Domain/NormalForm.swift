/// The form under which two writings of the same name or address are equal.
///
/// Case, accents, punctuation and the usual abbreviations do not tell two households apart; nothing
/// else is guessed, because a wrong match shows one household's debt to another's partners.
enum NormalForm {
  /// A name: plain lower-case words.
  static func name(_ text: String) -> String { words(text).joined(separator: " ") }

  /// A reference: letters and digits only, because spaces and hyphens come and go.
  static func reference(_ text: String) -> String { words(text).joined() }

  /// A number of digits, without the zeros before it.
  static func number(_ text: String) -> String {
    let digits = text.drop { $0 == "0" }
    return digits.isEmpty ? "0" : String(digits)
  }

  /// Number and street: `12 bis, Av. de la République` becomes `12 bis avenue republique`.
  static func street(_ text: String) -> String {
    var kept: [String] = []
    var hasWay = false
    for word in words(text).flatMap(partingNumber) {
      if isNumber(word) {
        kept.append(number(word))
      } else if hasWay {
        if !articles.contains(word) { kept.append(titles[word] ?? word) }
      } else if kept.last.map(isNumber) == true, let index = repetition(word) {
        kept.append(index)
      } else if !numberSigns.contains(word) {
        kept.append(ways[word] ?? word)
        hasWay = true
      }
    }
    return kept.joined(separator: " ")
  }

  /// Stairs, floor and door: `Bât. A, 2ème étage, appt 12` becomes `batiment a 2 etage appartement
  /// 12`.
  static func complement(_ text: String?) -> String {
    guard let text else { return "" }
    return words(text).filter { !links.contains($0) }
      .map { word in
        if let floor = ordinal(word) { return floor }
        return isNumber(word) ? number(word) : parts[word] ?? word
      }
      .joined(separator: " ")
  }

  /// The words of a text: lower case, plain letters and digits.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        // Most of a text: no table need be asked.
        append(lowercase(scalar), to: &word, &words)
        continue
      }
      // Marks of direction, soft hyphens, joiners: nobody sees them, and they part no word.
      if scalar.properties.generalCategory == .format { continue }
      for letter in scalar.properties.lowercaseMapping.unicodeScalars
      where !LatinFolding.isMark(letter) {
        if let plain = LatinFolding.plain(letter) {
          word.append(contentsOf: plain.unicodeScalars)
        } else {
          append(letter, to: &word, &words)
        }
      }
    }
    return word.isEmpty ? words : words + [String(word)]
  }

  /// Adds a letter or digit to the word; anything else ends it.
  private static func append(
    _ letter: Unicode.Scalar, to word: inout String.UnicodeScalarView, _ words: inout [String]
  ) {
    if isWritten(letter) {
      word.append(letter)
    } else if !word.isEmpty {
      words.append(String(word))
      word = String.UnicodeScalarView()
    }
  }

  private static func isWritten(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "a"..."z", "0"..."9": true
    default:
      !letter.isASCII
        && (letter.properties.isAlphabetic || letter.properties.numericType == .decimal)
    }
  }

  private static func lowercase(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    switch letter {
    case "A"..."Z": Unicode.Scalar(UInt8(letter.value) | 0x20)
    default: letter
    }
  }

  /// Parts `12bis` and `12b` from their number, because the index is written both ways.
  private static func partingNumber(_ word: String) -> [String] {
    let digits = String(word.prefix { isNumber(String($0)) })
    let rest = String(word.dropFirst(digits.count))
    guard !digits.isEmpty, repetition(rest) != nil else { return [word] }
    return [digits, rest]
  }

  /// The index of repetition after a number: `b` is bis and `t` is ter; other letters stand.
  private static func repetition(_ word: String) -> String? {
    if ["bis", "ter", "quater"].contains(word) { return word }
    guard word.utf8.count == 1, ways[word] == nil else { return nil }
    return ["b": "bis", "t": "ter"][word] ?? word
  }

  private static func isNumber(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// The number of `2e`, `2eme`, `1er`, or `nil`.
  private static func ordinal(_ word: String) -> String? {
    let digits = word.prefix { isNumber(String($0)) }
    guard !digits.isEmpty, ordinals.contains(String(word.dropFirst(digits.count))) else {
      return nil
    }
    return number(String(digits))
  }

  private static let numberSigns: Set<String> = ["n", "no", "numero", "num"]
  private static let articles: Set<String> = ["de", "du", "des", "d", "l", "la", "le", "les"]
  private static let links: Set<String> = ["de", "du", "des", "la", "le", "les"]
  private static let ordinals: Set<String> = ["e", "er", "ere", "eme", "nd", "nde"]

  private static let ways = [
    "av": "avenue", "ave": "avenue", "bd": "boulevard", "bld": "boulevard", "blvd": "boulevard",
    "boul": "boulevard", "bvd": "boulevard", "r": "rue", "pl": "place", "all": "allee",
    "imp": "impasse", "ch": "chemin", "che": "chemin", "chem": "chemin", "sq": "square",
    "rte": "route", "fg": "faubourg", "fbg": "faubourg", "pass": "passage", "pas": "passage",
    "res": "residence", "crs": "cours", "q": "quai", "qu": "quai", "lot": "lotissement",
    "prom": "promenade", "sent": "sentier", "vla": "villa", "ham": "hameau",
  ]
  private static let titles = [
    "st": "saint", "ste": "sainte", "dr": "docteur", "gal": "general", "gen": "general",
    "mal": "marechal", "pdt": "president", "pres": "president", "cdt": "commandant",
    "col": "colonel", "cap": "capitaine", "lt": "lieutenant", "pr": "professeur",
    "prof": "professeur",
  ]
  private static let parts = [
    "bat": "batiment", "bt": "batiment", "esc": "escalier", "et": "etage", "etg": "etage",
    "apt": "appartement", "appt": "appartement", "app": "appartement", "res": "residence",
    "pte": "porte", "p": "porte", "rdc": "rez chaussee", "rch": "rez chaussee",
    "dte": "droite", "dr": "droite", "g": "gauche", "gche": "gauche",
  ]
}
