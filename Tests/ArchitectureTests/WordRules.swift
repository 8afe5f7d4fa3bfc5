/// What must not be named in some places.
enum WordRules {
  /// Clocks, chance, waiting and output: with one of them a decision is no longer a function.
  private static let impure: Set<Substring> = [
    "Date", "Clock", "ContinuousClock", "SuspendingClock", "BusinessClock", "DispatchTime",
    "clock_gettime", "gettimeofday", "await", "async", "Task", "actor", "Logger", "print", "random",
    "randomElement", "shuffled", "shuffle", "UUID", "FileManager",
  ]
  private static let environment: Set<Substring> = [
    "getenv", "secure_getenv", "setenv", "putenv", "environ", "ProcessInfo",
    "EnvironmentVariablesProvider",
  ]
  /// Who reads the environment beside `Shared/Settings`, each through its `SettingsReader`.
  static let readers: Set<String> = [
    "Services/intake/Service/Tables.swift"  // The tables that only this service has.
  ]
  /// Folders of one machine; `/proc`, `/etc` and `/dev` mean the same on every one.
  private static let machinePaths = ["/work", "/tmp/", "/home/", "/root/", "/opt/", "/mnt/"]

  private static let wallClocks = ["Date()", "time(nil)", "CLOCK_REALTIME"]
  /// Who reads the wall clock beside clocks.
  static let clockReaders: Set<String> = [
    "Shared/Observability/Timestamp.swift",  // What logs and probes show.
    "Services/amont-simulator/Bench/HopBench.swift",  // It measures.
  ]

  static func breaches(in file: SourceFile) -> [Breach] {
    impurity(in: file) + reading(in: file) + places(in: file) + askedTwice(in: file)
  }

  /// The wall clock is read in a type of its own, so that everything else can be given another.
  static func clocks(in file: SourceFile) -> [Breach] {
    guard !file.path.hasPrefix("Tests/"), !file.path.hasSuffix("Clock.swift"),
      !clockReaders.contains(file.path)
    else { return [] }
    return file.code.enumerated().flatMap { index, line in
      wallClocks.filter(line.contains).map {
        Breach(
          path: file.path, line: index + 1,
          advice: "\($0) is read in a clock, whose file ends in Clock.swift")
      }
    }
  }

  private static func isPure(_ path: String) -> Bool {
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count > 2 else { return false }
    return parts[0] == "Services" && parts[2] == "Domain"
      || parts[0] == "Shared" && ImportRules.pure.contains(parts[1])
  }

  private static func impurity(in file: SourceFile) -> [Breach] {
    guard isPure(file.path) else { return [] }
    return file.words.filter { impure.contains($0.word) }.map {
      Breach(
        path: file.path, line: $0.line,
        advice: "\($0.word) has no place in what decides; take the value as an argument")
    }
  }

  /// A lazy sequence asks for its first element twice, and ends the process where the answer has
  /// become `nil` meanwhile, as that of a connection or a gauge may. What decides is a function.
  private static func askedTwice(in file: SourceFile) -> [Breach] {
    guard !isPure(file.path), !file.path.hasPrefix("Tests/") else { return [] }
    return file.code.enumerated().filter { $0.element.contains(".lazy.compactMap") }.map {
      Breach(
        path: file.path, line: $0.offset + 1,
        advice: "lazy.compactMap asks twice what may change: leave lazy out, or loop")
    }
  }

  private static func reading(in file: SourceFile) -> [Breach] {
    guard !file.path.hasPrefix("Tests/"), !file.path.hasPrefix("Shared/Settings/"),
      !readers.contains(file.path)
    else { return [] }
    return file.words.filter { environment.contains($0.word) }.map {
      Breach(
        path: file.path, line: $0.line,
        advice: "\($0.word): only Shared/Settings reads the environment; ask for a setting")
    }
  }

  private static func places(in file: SourceFile) -> [Breach] {
    guard !file.path.hasPrefix("Tests/ArchitectureTests/") else { return [] }
    return file.texts.flatMap { line, text in
      machinePaths.filter(text.contains).map {
        Breach(
          path: file.path, line: line, advice: "\($0) is a path of one machine; take it as a value")
      }
    }
  }
}
