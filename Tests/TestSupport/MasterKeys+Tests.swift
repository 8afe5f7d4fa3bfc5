public import Sealing

extension MasterKeys {
  /// One master key, of which everybody knows that it protects nothing.
  public static let tests =
    (try? MasterKeys(parsing: "1 " + String(repeating: "5a", count: SealingKey.byteCount))) ?? .none
}
