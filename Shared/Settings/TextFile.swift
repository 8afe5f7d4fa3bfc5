import Glibc

/// Why a small file has no usable text.
enum TextFileError: Error, Hashable {
  case unreadable(code: Int32)
  case tooLong
  case notText
  case empty

  /// What is the matter with the file, to be read after "a file that"; its path is a value.
  var complaint: String {
    switch self {
    case .unreadable(ENOENT): "does not exist"
    case .unreadable(EACCES): "this process may not read"
    case .unreadable: "cannot be read"
    case .tooLong: "is too long"
    case .notText: "is not UTF-8 text"
    case .empty: "is empty"
    }
  }
}

/// Reads small files whole, within a limit: a path in the environment may name anything.
enum TextFile {
  /// The file's text.
  static func read(_ path: String, limit: Int) throws(TextFileError) -> String {
    // Not waiting: a pipe without a writer must not hold up the start.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(code: errno) }
    defer { close(descriptor) }

    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1_024)
    while true {
      let count = block.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(code: errno) }
      if count == 0 { break }
      bytes.append(contentsOf: block.prefix(count))
      guard bytes.count <= limit else { throw .tooLong }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
    return text
  }
}
