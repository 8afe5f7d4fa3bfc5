/// Where RabbitMQ is, and who the service is there.
///
/// ## Configuration keys
/// - `AMONT_BROKER_HOST` (required): a host name or an address.
/// - `AMONT_BROKER_PORT` (default 5671 with TLS, 5672 without): from 1 to 65535.
/// - `AMONT_BROKER_VHOST` (default `/`): the virtual host, one for each environment.
/// - `AMONT_BROKER_USER` (required): the user, one for each service.
/// - `AMONT_BROKER_PASSWORD` or `AMONT_BROKER_PASSWORD_FILE` (one is required).
/// - `AMONT_BROKER_CA_FILE`: the path of the authority's certificate; setting it turns TLS on.
/// - `AMONT_BROKER_CERTIFICATE_FILE` and `AMONT_BROKER_KEY_FILE`: the paths of the service's own
///   certificate and of its private key; both or none, and only with TLS.
public struct BrokerSettings: Sendable {
  /// The files of a protected connection.
  public struct TLS: Hashable, Sendable {
    /// The certificate of the authority that signed the broker's.
    public var caFile: String
    /// The service's own certificate.
    public var certificateFile: String?
    /// The private key of the service's own certificate.
    public var keyFile: String?
  }

  public var host: String
  public var port: Int
  public var virtualHost: String = "/"
  public var user: String
  public var password: Secret
  /// The files of a protected connection, `nil` for one in the clear.
  public var tls: TLS?

  /// Reads the settings; what is wrong is noted in the reader.
  public init(_ reader: inout SettingsReader) {
    let files = Self.tls(&reader)
    host = reader.requiredString("broker.host")
    port = reader.int("broker.port", default: files == nil ? 5_672 : 5_671, in: 1...65_535)
    virtualHost = reader.string("broker.vhost", default: "/")
    user = reader.requiredString("broker.user")
    password = reader.secret("broker.password")
    tls = files
  }

  private static func tls(_ reader: inout SettingsReader) -> TLS? {
    let authority = reader.string("broker.ca.file")
    let certificate = reader.string("broker.certificate.file")
    let key = reader.string("broker.key.file")
    if certificate != nil, key == nil {
      reader.complain("broker.key.file", "is missing beside the certificate")
    }
    if key != nil, certificate == nil {
      reader.complain("broker.certificate.file", "is missing beside the private key")
    }
    guard let authority else {
      if certificate != nil || key != nil {
        reader.complain("broker.ca.file", "is missing, so the broker could not be recognised")
      }
      return nil
    }
    return TLS(caFile: authority, certificateFile: certificate, keyFile: key)
  }
}
