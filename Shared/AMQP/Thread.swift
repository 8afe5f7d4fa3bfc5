internal import Glibc

/// Runs a body on a thread of its own, which ends with it.
///
/// The C library blocks, so it may not run on Swift's own threads, of which there are as many as
/// cores.
///
/// - Throws: `.other` when no thread can be made.
func startThread(_ body: @escaping @Sendable () -> Void) throws(AMQPError) {
  let context = unsafe Unmanaged.passRetained(ThreadBody(body))
  var thread = pthread_t()
  let status = unsafe pthread_create(
    &thread, nil,
    { context in
      guard let context = unsafe context else { return nil }
      unsafe Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
      return nil
    }, context.toOpaque())
  guard status == 0 else {
    unsafe context.release()
    throw AMQPError(.other, detail: "no thread left: raise the limit")
  }
  pthread_detach(thread)
}

private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) {
    self.run = run
  }
}
