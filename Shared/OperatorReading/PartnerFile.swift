public import Contracts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One partner: the name of its broker account, and what kind of body it is.
public struct PartnerEntry: Hashable, Sendable {
  public let name: String
  public let kind: PartnerKind

  public init(name: String, kind: PartnerKind) {
    self.name = name
    self.kind = kind
  }
}

/// The file of partners: a name and a kind a line, separated by a tab; `#` begins a comment.
public enum PartnerFile {
  /// The partners of a file, in its order.
  ///
  /// - Throws: `OperatorError` with the line that cannot be read.
  public static func read(_ path: String) throws -> [PartnerEntry] {
    let text: String
    do {
      text = try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw OperatorError("cannot read the file of partners: \(path)")
    }
    return try text.split(separator: "\n").enumerated().compactMap { index, line in
      guard !line.hasPrefix("#"), !line.allSatisfy(\.isWhitespace) else { return nil }
      let parts = line.split(separator: "\t").map(String.init)
      guard parts.count >= 2, let kind = PartnerKind(rawValue: parts[1]) else {
        throw OperatorError("\(path), line \(index + 1): expected a name, a tab and a known kind")
      }
      guard QueueName.admits(account: parts[0]) else {
        throw OperatorError(
          "\(path), line \(index + 1): an account has 1 to 200 bytes, no space, and no end .dead")
      }
      return PartnerEntry(name: parts[0], kind: kind)
    }
  }
}
