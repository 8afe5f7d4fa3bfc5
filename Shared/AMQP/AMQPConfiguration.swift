/// Where the broker is, who we are there, and how long we wait for it.
public struct AMQPConfiguration: Sendable {
  /// Name or address of the broker.
  public var host: String
  /// Port of the broker, 5672 by custom, 5671 with TLS.
  public var port: Int
  public var virtualHost: String
  /// Who logs in. With a client certificate and an empty user, the broker reads the name off the
  /// certificate (mechanism EXTERNAL).
  public var user: String
  public var password: String
  /// Seconds between two heartbeats. The broker gives a silent connection up after about two.
  public var heartbeatSeconds: Int
  /// What the broker's lists call this connection.
  public var connectionName: String
  /// How the connection is encrypted; `nil` for a plain one.
  public var tls: TLS?
  /// Seconds that reaching the broker may take, and then again the login.
  public var connectTimeoutSeconds: Int
  /// Seconds that the broker may take to answer a question.
  public var rpcTimeoutSeconds: Int
  /// Bytes of the largest body that is kept. A larger one is read and thrown away.
  public var maximumBodyBytes: Int

  /// The files that encrypt a connection, all in PEM. TLS 1.2 is the least that is spoken.
  public struct TLS: Sendable {
    /// The authorities that we trust.
    public var caFile: String
    /// Our own certificate, when the broker asks for one.
    public var certificateFile: String?
    /// The key of our own certificate.
    public var keyFile: String?
    /// Whether the broker's certificate and host name are checked. Off in a laboratory only.
    public var verifyPeer: Bool

    public init(
      caFile: String, certificateFile: String? = nil, keyFile: String? = nil,
      verifyPeer: Bool = true
    ) {
      self.caFile = caFile
      self.certificateFile = certificateFile
      self.keyFile = keyFile
      self.verifyPeer = verifyPeer
    }
  }

  /// The broker at an address. Every time is in seconds.
  public init(
    host: String, port: Int, virtualHost: String = "/", user: String, password: String,
    heartbeatSeconds: Int = 10, connectionName: String, tls: TLS? = nil,
    connectTimeoutSeconds: Int = 5, rpcTimeoutSeconds: Int = 10, maximumBodyBytes: Int = 262_144
  ) {
    self.host = host
    self.port = port
    self.virtualHost = virtualHost
    self.user = user
    self.password = password
    self.heartbeatSeconds = heartbeatSeconds
    self.connectionName = connectionName
    self.tls = tls
    self.connectTimeoutSeconds = connectTimeoutSeconds
    self.rpcTimeoutSeconds = rpcTimeoutSeconds
    self.maximumBodyBytes = maximumBodyBytes
  }
}

extension AMQPConfiguration: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// Host, port and virtual host: never who we are.
  public var description: String { "\(host):\(port)\(virtualHost)" }

  /// The same as `description`.
  public var debugDescription: String { description }

  /// No children, so that no dump shows a password.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
