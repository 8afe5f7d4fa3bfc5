/// The head of a request, as far as probes and scrapers need it: the method and the path.
struct HTTPRequestHead: Equatable {
  /// What the bytes of a client amount to so far.
  enum Reading: Equatable {
    case incomplete
    case complete(HTTPRequestHead)
    case malformed
    case tooLong
  }

  let method: String
  /// Without the query.
  let path: String

  /// Reads the bytes that have come so far. Header fields are skipped: no answer depends on them.
  static func read(_ bytes: [UInt8], limit: Int) -> Reading {
    guard isWhole(bytes) else { return bytes.count < limit ? .incomplete : .tooLong }
    let line = bytes.prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
    let words = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 3, words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0",
      words[1].hasPrefix("/"), !words[0].isEmpty
    else { return .malformed }
    let path = words[1].prefix { $0 != "?" }
    return .complete(HTTPRequestHead(method: words[0], path: String(path)))
  }

  /// Whether the empty line is there that ends a head.
  private static func isWhole(_ bytes: [UInt8]) -> Bool {
    var lineIsEmpty = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\n"):
        if lineIsEmpty { return true }
        lineIsEmpty = true
      case UInt8(ascii: "\r"): continue
      default: lineIsEmpty = false
      }
    }
    return false
  }
}

/// An answer, after which the connection is closed.
struct HTTPAnswer: Equatable, Sendable {
  /// The few statuses that we use.
  enum Status: Int, Sendable {
    case ok = 200
    case badRequest = 400
    case notFound = 404
    case methodNotAllowed = 405
    case headTooLong = 431
    case unavailable = 503

    var phrase: String {
      switch self {
      case .ok: "OK"
      case .badRequest: "Bad Request"
      case .notFound: "Not Found"
      case .methodNotAllowed: "Method Not Allowed"
      case .headTooLong: "Request Header Fields Too Large"
      case .unavailable: "Service Unavailable"
      }
    }
  }

  let status: Status
  var contentType = "text/plain; charset=utf-8"
  var body: [UInt8]

  /// An answer that says no more than its status.
  static func plain(_ status: Status) -> HTTPAnswer {
    HTTPAnswer(status: status, body: Array((status.phrase + "\n").utf8))
  }

  /// The bytes for the wire; a `HEAD` request gets no body.
  func bytes(includingBody: Bool) -> [UInt8] {
    var head = "HTTP/1.1 \(status.rawValue) \(status.phrase)\r\n"
    head += "Content-Type: \(contentType)\r\nContent-Length: \(body.count)\r\n"
    if status == .methodNotAllowed { head += "Allow: GET, HEAD\r\n" }
    head += "Cache-Control: no-store\r\nConnection: close\r\n\r\n"
    return Array(head.utf8) + (includingBody ? body : [])
  }
}
