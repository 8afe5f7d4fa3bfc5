internal import CRabbitMQ

/// Memory for what the C library reads during one call.
///
/// `amqp_bytes_t` is a bare pointer. Were it to point into a Swift string, ARC could free the
/// string before the call; so every text is copied here, and stays until the next `reset()`.
@safe final class Arena {
  /// Bytes of one chunk; enough for the properties of almost every message.
  private static let chunkBytes = 16_384

  private var chunks: [UnsafeMutableRawBufferPointer] = unsafe []
  private var chunk = 0
  private var used = 0

  deinit {
    unsafe chunks.forEach { unsafe $0.deallocate() }
  }

  /// Gives all the memory back to itself. Nothing handed out before may be used any more.
  func reset() {
    // An unusually large call must not keep its memory for ever.
    while unsafe chunks.count > 1, let last = unsafe chunks.popLast() { unsafe last.deallocate() }
    chunk = 0
    used = 0
  }

  /// The text's UTF-8, without a final zero.
  func bytes(_ text: String) -> amqp_bytes_t {
    let count = text.utf8.count
    guard count > 0 else { return unsafe amqp_empty_bytes }
    let target = unsafe allocate(count, alignment: 1)
    var copy = text
    copy.withUTF8 { source in unsafe target.copyMemory(from: UnsafeRawBufferPointer(source)) }
    return unsafe amqp_bytes_t(len: count, bytes: target.baseAddress)
  }

  /// A copy of the bytes.
  func bytes(_ source: [UInt8]) -> amqp_bytes_t {
    guard !source.isEmpty else { return unsafe amqp_empty_bytes }
    let target = unsafe allocate(source.count, alignment: 1)
    unsafe source.withUnsafeBytes { unsafe target.copyMemory(from: $0) }
    return unsafe amqp_bytes_t(len: source.count, bytes: target.baseAddress)
  }

  /// The text's UTF-8 with a final zero.
  func cString(_ text: String) -> UnsafePointer<CChar>? {
    let count = text.utf8.count
    let target = unsafe allocate(count + 1, alignment: 1)
    var copy = text
    copy.withUTF8 { source in unsafe target.copyMemory(from: UnsafeRawBufferPointer(source)) }
    unsafe target[count] = 0
    return unsafe UnsafePointer(target.baseAddress?.assumingMemoryBound(to: CChar.self))
  }

  /// Memory until the next `reset()`, not initialised.
  func allocate(_ count: Int, alignment: Int) -> UnsafeMutableRawBufferPointer {
    let start = (used + alignment - 1) & ~(alignment - 1)
    if unsafe chunk < chunks.count, unsafe start + count <= chunks[chunk].count {
      used = start + count
      return unsafe UnsafeMutableRawBufferPointer(rebasing: chunks[chunk][start..<used])
    }
    unsafe chunks.append(
      .allocate(byteCount: max(count, Self.chunkBytes), alignment: 16))
    chunk = unsafe chunks.count - 1
    used = count
    return unsafe UnsafeMutableRawBufferPointer(rebasing: chunks[chunk][0..<count])
  }
}
