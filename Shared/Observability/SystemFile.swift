import Glibc

/// Reads the small files of `/proc`, without Foundation.
enum SystemFile {
  /// The text of the file, or `nil` when it cannot be read; no more than `limit` bytes of it.
  static func text(_ path: String, limit: Int = 1 << 20) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }

    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4_096)
    while bytes.count < limit {
      let count = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      bytes.append(contentsOf: block.prefix(count))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// How many entries the folder has, or `nil` when it cannot be read.
  static func entryCount(_ path: String) -> Int? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }

    var count = 0
    while readdir(folder) != nil { count += 1 }
    // "." and ".." are no entries.
    return count - 2
  }
}
