import CLibPQ
import Dispatch

/// Asks the server to stop a statement, over a connection of its own.
enum CancelRequest {
  /// How long whoever gave up waits for the server to take the request.
  private static let patience = DispatchTimeInterval.milliseconds(1_000)
  /// What libpq writes into this much is of no use here.
  private static let errorBytes = 256

  /// Sends the request. libpq has no time limit for it, so it runs on a thread that nobody has to
  /// wait for: a host that is gone would keep it for minutes.
  static func send(_ request: OpaquePointer?) {
    guard let request = unsafe request else { return }
    let address = UInt(bitPattern: request)
    let sent = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      var buffer = [CChar](repeating: 0, count: errorBytes)
      let request = unsafe OpaquePointer(bitPattern: address)
      _ = unsafe PQcancel(request, &buffer, Int32(errorBytes))
      unsafe PQfreeCancel(request)
      sent.signal()
    }
    _ = sent.wait(timeout: .now() + patience)
  }
}
