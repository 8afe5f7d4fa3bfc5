import Glibc

/// Everything that is missing or wrong in the environment, so that it is put right in one go.
///
/// It names settings and never shows a value.
public struct SettingsError: Error, Hashable {
  /// One setting that cannot be used.
  public struct Problem: Hashable, Sendable {
    /// The name of the environment variable.
    public let name: String
    /// What is the matter with it, to be read after the name: `is missing`.
    public let complaint: String
  }

  /// The status with which `main` exits: `EX_CONFIG`.
  public static let exitStatus: Int32 = 78

  /// Says why the process ends, to whoever started it.
  public static func say(_ text: String) {
    _ = (text + "\n").utf8CString.withUnsafeBytes {
      write(STDERR_FILENO, $0.baseAddress, $0.count - 1)
    }
  }

  /// The problems, in the order in which the settings were read.
  public let problems: [Problem]
}

extension SettingsError: CustomStringConvertible {
  /// One line for each problem, and what to do.
  public var description: String {
    let lines = problems.map { "  \($0.name) \($0.complaint)\n" }.joined()
    return "The settings cannot be used:\n\(lines)Set these environment variables and start again."
  }
}
