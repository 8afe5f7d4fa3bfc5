// swift-tools-version: 6.2
import PackageDescription

/// One package, one build. Every line below is a line of the architecture: who may import whom.
/// `Tests/ArchitectureTests` reads this description and fails on an edge that is not allowed.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

extension Target.Dependency {
  static let logging = product(name: "Logging", package: "swift-log")
  static let lifecycle = product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
  static let signals = product(name: "UnixSignals", package: "swift-service-lifecycle")
  static let configuration = product(name: "Configuration", package: "swift-configuration")
  static let arguments = product(name: "ArgumentParser", package: "swift-argument-parser")
  static let yams = product(name: "Yams", package: "Yams")
}

extension Target {
  /// A library that all services share.
  static func shared(
    _ name: String, uses: [Dependency] = [], embeds resources: [String] = [],
    exclude: [String] = []
  ) -> Target {
    .target(
      name: name, dependencies: uses, path: "Shared/" + name, exclude: exclude,
      resources: resources.map { .embedInCode($0) }, swiftSettings: strict)
  }

  /// A wrapper of one C library: the only kind of target that may import it, and the only one where
  /// unsafe memory is handled, so each such place must say `unsafe`.
  static func wrapper(_ name: String, of library: String, uses: [Dependency]) -> Target {
    .target(
      name: name, dependencies: [.byName(name: library)] + uses, path: "Shared/" + name,
      swiftSettings: strict + [.strictMemorySafety()])
  }

  static func library(_ name: String, pkgConfig: String, debian: String) -> Target {
    .systemLibrary(
      name: name, path: "Shared/" + name, pkgConfig: pkgConfig, providers: [.apt([debian])])
  }

  /// The pure part of a service: what decides.
  static func domain(
    _ name: String, of service: String, uses: [Dependency] = [], exclude: [String] = [],
    embeds resources: [String] = []
  ) -> Target {
    .target(
      name: name, dependencies: ["Vocabulary", "Contracts", "LegalCalendar"] + uses,
      path: "Services/\(service)/Domain", exclude: exclude,
      resources: resources.map { .embedInCode($0) }, swiftSettings: strict)
  }

  /// The thin executable around a domain.
  static func service(
    _ name: String, around domain: String, migrations: [String], uses: [Dependency] = []
  ) -> Target {
    .executableTarget(
      name: name,
      dependencies: [
        .byName(name: domain), "Vocabulary", "Contracts", "LegalCalendar", "Casework", "Charte",
        "Messaging", "PostgreSQL", "ServiceHost",
      ] + uses, path: "Services/" + name, exclude: ["Domain"], sources: ["Service"],
      resources: migrations.map { .embedInCode("Migrations/\($0).sql") }, swiftSettings: strict)
  }

  /// A program for people, beside the services.
  static func tool(
    _ name: String, migrations: [String] = [], uses: [Dependency]
  ) -> Target {
    .executableTarget(
      name: name,
      dependencies: [
        "Vocabulary", "Contracts", "PostgreSQL", "AMQP", "Settings", "OperatorReading", .arguments,
      ] + uses, path: "Services/" + name,
      resources: migrations.map { .embedInCode("Migrations/\($0).sql") }, swiftSettings: strict)
  }

  static func tests(_ name: String, of uses: [Dependency], exclude: [String] = []) -> Target {
    .testTarget(
      name: name, dependencies: uses, path: "Tests/" + name, exclude: exclude,
      swiftSettings: strict)
  }
}

let package = Package(
  name: "amont",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0", traits: []),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // C libraries
    .library("CLibPQ", pkgConfig: "libpq", debian: "libpq-dev"),
    .library("CRabbitMQ", pkgConfig: "librabbitmq", debian: "librabbitmq-dev"),
    .library("COpenSSL", pkgConfig: "libcrypto", debian: "libssl-dev"),

    // Shared
    .shared("Vocabulary"),
    .shared("Contracts", uses: ["Vocabulary"]),
    .shared("ContractDocuments", uses: ["Contracts", "Vocabulary"]),
    .shared("LegalCalendar", uses: ["Vocabulary"]),
    .shared(
      "LegalTexts", uses: ["Vocabulary", "LegalCalendar"], embeds: ["versions.csv"],
      exclude: ["README.md"]),
    .shared("Charte", uses: ["Vocabulary", "LegalCalendar", .yams]),
    .shared("Indicators", uses: ["Vocabulary"]),
    .shared("Casework", uses: ["Vocabulary", "Contracts", "LegalCalendar"]),
    .wrapper("PostgreSQL", of: "CLibPQ", uses: ["Vocabulary", "Sealing", .logging]),
    .wrapper("AMQP", of: "CRabbitMQ", uses: ["Vocabulary", .logging]),
    .wrapper("Digest", of: "COpenSSL", uses: ["Vocabulary"]),
    .wrapper("Sealing", of: "COpenSSL", uses: ["Vocabulary"]),
    .shared("Settings", uses: ["Vocabulary", "Sealing", .configuration]),
    .shared("Observability", uses: ["Vocabulary", .logging, .lifecycle]),
    .shared(
      "Messaging",
      uses: [
        "Vocabulary", "Contracts", "PostgreSQL", "AMQP", "Digest", "Sealing", .logging, .lifecycle,
      ],
      embeds: [
        "Migrations/M001_runtime.sql", "Migrations/M002_journal.sql", "Migrations/M003_opening.sql",
        "Migrations/M004_refusals.sql", "Migrations/M005_handover.sql",
        "Migrations/M006_progress.sql", "Migrations/M007_identity.sql",
        "Migrations/M008_layout.sql", "Migrations/M009_keys.sql",
      ]),
    .shared(
      "ServiceHost",
      uses: [
        "Vocabulary", "Contracts", "LegalCalendar", "Casework", "Charte", "PostgreSQL", "AMQP",
        "Messaging", "Settings", "Sealing", "Observability", .logging, .lifecycle, .signals,
      ]),

    .shared(
      "OperatorReading",
      uses: [
        "Vocabulary", "Contracts", "PostgreSQL", "AMQP", "Settings", "Sealing", .configuration,
      ]),

    // Services
    .domain("IntakeDomain", of: "intake"),
    .domain(
      "SagaOrchestratorDomain", of: "saga-orchestrator",
      embeds: ["Released/v1.json", "Released/v2.json"]),
    .domain("SocialDiagnosisDomain", of: "social-diagnosis", uses: ["Casework"]),
    .domain("DebtSettlementDomain", of: "debt-settlement", uses: ["Casework", "Indicators"]),
    .domain("RehousingDomain", of: "rehousing", uses: ["Casework"]),
    .domain("CourtLiaisonDomain", of: "court-liaison", uses: ["Casework"]),
    .service(
      "intake", around: "IntakeDomain",
      migrations: [
        "M001_register", "M002_histories", "M003_waiting", "M004_births", "M005_identity",
        "M006_examination", "M007_relation", "M008_danger", "M009_sealed", "M010_archive",
        "M011_agents", "M012_transfer",
      ],
      uses: ["Digest", "Settings", .configuration]),
    .service(
      "social-diagnosis", around: "SocialDiagnosisDomain",
      migrations: [
        "M001_diagnosis", "M002_conclusion", "M003_births", "M004_hearings", "M005_dsf",
        "M006_sealed", "M007_violence",
      ]),
    .service(
      "debt-settlement", around: "DebtSettlementDomain",
      migrations: ["M001_settlement", "M002_paths", "M003_first_signal", "M004_current_rent"]),
    .service(
      "rehousing", around: "RehousingDomain",
      migrations: ["M001_rehousing", "M002_rights", "M003_profile", "M004_health", "M005_sealed"]),
    .service(
      "court-liaison", around: "CourtLiaisonDomain",
      migrations: [
        "M001_court_liaison", "M002_procedure", "M003_hearings", "M004_outcomes", "M005_occupation",
        "M006_regime", "M007_told",
      ]),
    .service(
      "saga-orchestrator", around: "SagaOrchestratorDomain",
      migrations: [
        "M001_dossier", "M002_revision", "M003_full_procedure", "M004_indicator", "M005_law_review",
        "M006_sealed",
      ]),
    .tool(
      "amontctl", migrations: ["M001_readings"],
      uses: [
        "IntakeDomain", "SagaOrchestratorDomain", "ContractDocuments", "LegalCalendar",
        "LegalTexts", "Charte", "Messaging", "Digest", "Sealing",
      ]),
    .tool(
      "amont-simulator",
      uses: ["LegalCalendar", "Messaging", "Sealing", .configuration, .logging]),

    // Tests
    .target(
      name: "TestSupport", dependencies: ["PostgreSQL", "Sealing"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .target(
      name: "HouseholdSupport",
      dependencies: ["Casework", "Contracts", "LegalCalendar", "Vocabulary"],
      path: "Tests/HouseholdSupport",
      swiftSettings: strict),
    .tests("ArchitectureTests", of: []),
    .tests(
      "AcceptanceTests",
      of: [
        "amontctl", "amont-simulator", "OperatorReading", "intake", "social-diagnosis",
        "debt-settlement", "rehousing", "court-liaison", "saga-orchestrator", "Contracts",
        "LegalCalendar", "Messaging", "PostgreSQL", "Settings", "Vocabulary", .configuration,
      ], exclude: ["Stage/stage.sh"]),
    .tests("AMQPTests", of: ["AMQP"], exclude: ["Fixtures"]),
    .tests(
      "CaseworkTests",
      of: [
        "Casework", "SocialDiagnosisDomain", "DebtSettlementDomain", "RehousingDomain",
        "CourtLiaisonDomain", "Contracts",
      ]),
    .tests("VocabularyTests", of: ["Vocabulary"], exclude: ["Fixtures"]),
    .tests(
      "ContractsTests", of: ["TestSupport", "Contracts", "Vocabulary"], exclude: ["Fixtures"]),
    .tests(
      "ContractDocumentsTests", of: ["ContractDocuments", "Contracts"], exclude: ["Released"]),
    .tests("LegalCalendarTests", of: ["LegalCalendar", "Vocabulary"], exclude: ["Fixtures"]),
    .tests("LegalTextsTests", of: ["LegalTexts", "LegalCalendar", "Vocabulary"]),
    .tests("CharteTests", of: ["Charte", "LegalCalendar", "Vocabulary"]),
    .tests(
      "CharteServiceTests",
      of: [
        "intake", "social-diagnosis", "debt-settlement", "rehousing", "court-liaison",
        "saga-orchestrator", "IntakeDomain", "SocialDiagnosisDomain", "DebtSettlementDomain",
        "RehousingDomain", "CourtLiaisonDomain", "SagaOrchestratorDomain", "Casework",
        "ServiceHost", "Charte",
        "Indicators", "Contracts", "LegalCalendar", "Messaging", "Settings", "Vocabulary",
        .configuration,
      ]),
    .tests("IndicatorsTests", of: ["Indicators", "Vocabulary"]),
    .tests("PostgreSQLTests", of: ["PostgreSQL", "Vocabulary"]),
    .tests(
      "MessagingTests",
      of: [
        "TestSupport", "Messaging", "Contracts", "AMQP", "PostgreSQL", "Sealing", "Vocabulary",
        .logging, .lifecycle,
      ]),
    .tests(
      "BrokerTests",
      of: [
        "TestSupport", "amontctl", "OperatorReading", "Messaging", "Contracts", "AMQP",
        "PostgreSQL", "Vocabulary", .logging,
      ]),
    .tests("DigestTests", of: ["Digest", "Vocabulary"]),
    .tests(
      "ErasureTests",
      of: [
        "amontctl", "OperatorReading", "Messaging", "PostgreSQL", "Sealing", "Contracts",
        "LegalCalendar", "Vocabulary",
      ]),
    .tests("SealingTests", of: ["Sealing", "PostgreSQL", "Vocabulary"]),
    .tests("SettingsTests", of: ["Settings", "Sealing", "Vocabulary", .configuration]),
    .tests("ObservabilityTests", of: ["Observability", .logging, .lifecycle]),
    .tests(
      "SagaOrchestratorDomainTests",
      of: ["SagaOrchestratorDomain", "Digest", "Vocabulary", "Contracts", "LegalCalendar"],
      exclude: ["Golden"]),
    .tests(
      "IntakeDomainTests",
      of: ["TestSupport", "IntakeDomain", "Digest", "Vocabulary", "Contracts", "LegalCalendar"]),
    .tests(
      "OrderTests",
      of: [
        "TestSupport", "IntakeDomain", "SagaOrchestratorDomain", "SocialDiagnosisDomain",
        "DebtSettlementDomain",
        "RehousingDomain", "CourtLiaisonDomain", "Casework", "Messaging", "PostgreSQL",
        "Contracts", "LegalCalendar", "Vocabulary",
      ]),
    .tests("LawTests", of: ["amontctl", "Contracts", "LegalCalendar", "LegalTexts", "Vocabulary"]),
    .tests("CharteCommandTests", of: ["amontctl", "Charte", "Contracts", "Vocabulary"]),
    .tests(
      "ReadingTests",
      of: [
        "TestSupport", "amontctl", "OperatorReading", "SagaOrchestratorDomain",
        "SocialDiagnosisDomain",
        "DebtSettlementDomain", "RehousingDomain", "CourtLiaisonDomain", "IntakeDomain", "Charte",
        "Contracts", "LegalCalendar", "Messaging", "PostgreSQL", "Settings", "Vocabulary",
        .configuration, .arguments,
      ], exclude: ["Golden"]),
    .tests(
      "PlayTests", of: ["amont-simulator", "AMQP", "Contracts", "LegalCalendar", "Vocabulary"]),
    .tests(
      "SagaMoveTests",
      of: [
        "amontctl", "OperatorReading", "SagaOrchestratorDomain", "Contracts", "PostgreSQL",
        "Vocabulary",
      ]),
    .tests(
      "IntakeTests",
      of: [
        "TestSupport", "amontctl", "intake", "IntakeDomain", "Contracts", "Messaging", "PostgreSQL",
        "Digest", "Sealing",
        "Vocabulary", .logging,
      ]),
    .tests(
      "SocialDiagnosisDomainTests",
      of: [
        "SocialDiagnosisDomain", "HouseholdSupport", "Casework", "Vocabulary", "Contracts",
        "LegalCalendar",
      ]),
    .tests(
      "DebtSettlementDomainTests",
      of: [
        "DebtSettlementDomain", "TestSupport", "HouseholdSupport", "Casework", "Vocabulary",
        "Contracts",
        "LegalCalendar",
      ]),
    .tests(
      "RehousingDomainTests",
      of: [
        "RehousingDomain", "TestSupport", "HouseholdSupport", "Casework", "Vocabulary", "Contracts",
        "LegalCalendar",
      ]),
    .tests(
      "CourtLiaisonTests",
      of: [
        "court-liaison", "CourtLiaisonDomain", "Casework", "Contracts", "LegalCalendar",
        "Messaging",
        "PostgreSQL", "Vocabulary",
      ]),
    .tests(
      "CourtLiaisonDomainTests",
      of: [
        "CourtLiaisonDomain", "TestSupport", "HouseholdSupport", "Casework", "Vocabulary",
        "Contracts",
        "LegalCalendar",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
