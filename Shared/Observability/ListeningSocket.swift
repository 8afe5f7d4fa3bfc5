import Glibc

/// Opens the socket on which probes and scrapers are answered.
enum ListeningSocket {
  /// Listens on the address.
  ///
  /// - Parameters:
  ///   - host: An IPv4 or IPv6 address, or `localhost`; other names are not resolved.
  ///   - port: The port, or 0 to let the system choose one.
  /// - Returns: The socket and the port it has.
  /// - Throws: ``HealthServerError`` when the address is none of ours or is taken.
  static func open(
    host: String, port: Int
  ) throws(HealthServerError) -> (socket: Descriptor, port: Int) {
    func fail() -> HealthServerError {
      .cannotListen(host: host, port: port, reason: String(cString: strerror(errno)))
    }
    guard let number = UInt16(exactly: port) else {
      throw .cannotListen(host: host, port: port, reason: "no such port")
    }
    guard let address = SocketAddress(host: host, port: number) else {
      throw .cannotListen(host: host, port: port, reason: "give an IP address or localhost")
    }
    let descriptor = socket(address.family, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw fail() }
    let owner = Descriptor(descriptor)
    owner.makeNonBlocking()

    // A restarted service must not wait for the old connections' TIME_WAIT.
    var one: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
    guard address.withPointer({ bind(descriptor, $0, $1) }) == 0,
      listen(descriptor, SOMAXCONN) == 0,
      let bound = SocketAddress.port(of: descriptor)
    else { throw fail() }
    return (owner, bound)
  }
}

/// An IPv4 or IPv6 address with a port.
private enum SocketAddress {
  case v4(sockaddr_in)
  case v6(sockaddr_in6)

  init?(host: String, port: UInt16) {
    let host = host == "localhost" ? "127.0.0.1" : host
    var v4 = sockaddr_in()
    if inet_pton(AF_INET, host, &v4.sin_addr) == 1 {
      v4.sin_family = sa_family_t(AF_INET)
      v4.sin_port = port.bigEndian
      self = .v4(v4)
      return
    }
    var v6 = sockaddr_in6()
    guard inet_pton(AF_INET6, host, &v6.sin6_addr) == 1 else { return nil }
    v6.sin6_family = sa_family_t(AF_INET6)
    v6.sin6_port = port.bigEndian
    self = .v6(v6)
  }

  var family: Int32 {
    switch self {
    case .v4: AF_INET
    case .v6: AF_INET6
    }
  }

  func withPointer(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    func lend<Address>(_ address: Address) -> Int32 {
      withUnsafePointer(to: address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          body($0, socklen_t(MemoryLayout<Address>.size))
        }
      }
    }
    switch self {
    case .v4(let address): return lend(address)
    case .v6(let address): return lend(address)
    }
  }

  /// The port that a bound socket has.
  static func port(of descriptor: Int32) -> Int? {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let status = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getsockname(descriptor, $0, &length)
      }
    }
    guard status == 0 else { return nil }
    // The port stands at the same place in both kinds of address.
    return withUnsafeBytes(of: storage) {
      Int(UInt16(bigEndian: $0.load(fromByteOffset: 2, as: UInt16.self)))
    }
  }
}
