/// Who may import whom. A module that is not named here may import nothing.
enum ImportRules {
  /// What the system offers beside the standard library, and what it is needed for.
  private static let system: Set<String> = ["Glibc", "Musl", "Dispatch", "Synchronization"]
  private static let text: Set<String> = ["Foundation", "FoundationEssentials"]
  /// What decides: it does no I/O.
  static let pure: Set<String> = [
    "Vocabulary", "Contracts", "LegalCalendar", "Indicators", "Casework",
  ]

  /// What each library of `Shared` may import.
  static let shared: [String: Set<String>] = [
    "Vocabulary": [],
    "Contracts": ["Vocabulary", "Foundation", "FoundationEssentials"],
    "LegalCalendar": ["Vocabulary"],
    // What the rule book rests on: for the operator's tool and the tests, in no service.
    "LegalTexts": ["Vocabulary", "LegalCalendar"],
    // What partners read of the declarations: for the operator's tool, in no service. How many words
    // a name has stands in Vocabulary.
    "ContractDocuments": ["Contracts", "Vocabulary"],
    // Alone knows YAML. Executables turn it into the parameters of their domains, which never see
    // it.
    "Charte": text.union(["Vocabulary", "LegalCalendar", "Yams"]),
    // The formulas that diagnosis and debt share: neither service may import the other.
    "Indicators": ["Vocabulary"],
    // How the household services decide a message; what differs is in their domains.
    "Casework": ["Vocabulary", "Contracts", "LegalCalendar"],
    // What seals a household's data by a key of its own, and what makes its rows so.
    "Sealing": ["COpenSSL", "Vocabulary"],
    "PostgreSQL": system.union([
      "CLibPQ", "Vocabulary", "Sealing", "Logging", "ServiceLifecycle",
    ]),
    "AMQP": system.union(["CRabbitMQ", "Vocabulary", "Logging", "ServiceLifecycle"]),
    "Digest": ["COpenSSL", "Vocabulary"],
    "Settings": system.union(["Vocabulary", "Sealing", "Configuration"]),
    "Observability": system.union(["Vocabulary", "Logging", "ServiceLifecycle"]),
    "Messaging": system.union(text).union([
      "Vocabulary", "Contracts", "PostgreSQL", "AMQP", "Digest", "Sealing", "Logging",
      "ServiceLifecycle",
    ]),
    // What the operator's tool and the simulator read of all services, and where they find it.
    "OperatorReading": text.union([
      "Vocabulary", "Contracts", "PostgreSQL", "AMQP", "Settings", "Sealing", "Configuration",
    ]),
    // The one place that builds the living parts of a service.
    "ServiceHost": system.union(text).union(pure).union([
      "PostgreSQL", "AMQP", "Messaging", "Settings", "Sealing", "Observability", "Charte",
      "Logging",
      "ServiceLifecycle", "UnixSignals",
    ]),
  ]

  /// What every service may import beside its own domain: never the broker, never another service.
  private static let service = system.union(text).union(pure).union([
    "Messaging", "PostgreSQL", "ServiceHost", "Settings", "Observability", "Digest", "Charte",
    "Configuration", "Logging",
  ])

  /// The operator's tool stands outside of the services and looks at them from there. Of their
  /// domains it may ask the saga's, for the tables that decide what follows are the ones that say
  /// so to an agent, and intake's, for what makes two names the same when it recognises a household
  /// makes them so in a list of doubts: a second copy of either would one day say something else.
  private static let tool = system.union(text).union(pure).union([
    "IntakeDomain", "SagaOrchestratorDomain", "Messaging", "PostgreSQL", "AMQP", "Settings",
    "OperatorReading", "Charte", "LegalTexts", "ContractDocuments", "ArgumentParser", "Digest",
    "Sealing",
  ])

  /// The simulator speaks as the partners do, and measures the runtime: of no service's domain does
  /// it know anything.
  private static let simulator = system.union(text).union(pure).union([
    "Messaging", "PostgreSQL", "AMQP", "Settings", "Sealing", "OperatorReading", "ArgumentParser",
    "Configuration", "Logging",
  ])

  /// What a file may import, by its place; `nil` where there is no rule: the tests.
  static func allowed(in path: String) -> Set<String>? {
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count > 2 else { return [] }
    switch (parts[0], parts[2]) {
    case ("Tests", _): return nil
    case ("Shared", _): return shared[parts[1]] ?? []
    case ("Services", _) where parts[1] == "amontctl": return tool
    case ("Services", _) where parts[1] == "amont-simulator": return simulator
    case ("Services", "Domain"): return pure
    case ("Services", "Service"): return service.union([domain(of: parts[1])])
    default: return []
    }
  }

  /// `court-liaison` has `CourtLiaisonDomain`.
  private static func domain(of service: String) -> String {
    service.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
      + "Domain"
  }

  static func breaches(in file: SourceFile) -> [Breach] {
    guard let allowed = allowed(in: file.path) else { return [] }
    return file.imports.filter { $0.module != "Swift" && !allowed.contains($0.module) }.map {
      Breach(
        path: file.path, line: $0.line,
        advice: "\($0.module) may not be imported here; move the code, or change ImportRules.swift"
          + " and say there why")
    }
  }
}
