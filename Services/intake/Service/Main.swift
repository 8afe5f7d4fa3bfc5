import Contracts
import PostgreSQL
import ServiceHost

@main
struct Main {
  /// What of the register names or describes a person, and whose key seals it.
  static let sealed = [
    SealedTable("tenant", ["nom", "prenom", "naissance"], of: "household"),
    SealedTable("dwelling", ["voie", "complement"], of: "household"),
    SealedTable("contribution", ["menage"], of: "home"),
    SealedTable("waiting", ["menage", "body"], of: "ticket"),
    SealedTable("fusion_log", ["because"], of: "household"),
  ]

  /// Why the others of text are not sealed: by references and keyed digests a household is found.
  static let plain: [String: [PlainText: [String]]] = [
    "dossier": [
      .place: ["commune", "commission", "transfer_to"], .word: ["landlord", "stage"],
      .account: ["huissier", "bailleur"],
    ],
    "identity_key": [.word: ["kind"], .digest: ["key"]], "dwelling": [.place: ["insee"]],
    "reception": [
      .account: ["sender"], .identifier: ["event_id", "source"],
      .word: ["type", "status", "code"], .digest: ["digest"],
    ],
    "doubt": [.word: ["reason"]], "digest_check": [.digest: ["value"]],
    "contribution": [
      .account: ["sender"], .identifier: ["event_id", "source"], .word: ["type", "genre"],
    ],
    "fusion_log": [
      .word: ["action"], .account: ["sender"], .identifier: ["event_id"], .agent: ["agent"],
    ],
    "archive": [.law: ["rule", "article"]],
    "waiting": [
      .account: ["sender"], .identifier: ["event_id", "source"], .word: ["type", "contradicts"],
    ],
    "waiting_key": [
      .word: ["kind"], .digest: ["key"], .account: ["sender"], .identifier: ["event_id", "source"],
    ],
    "relation": [
      .account: ["account"], .word: ["genre", "settled_by"], .digest: ["brought"],
      .agent: ["settled_agent"],
    ],
  ]

  static func main() async {
    await ServiceHost.main(
      .intake,
      migrations: [
        "M001_register": PackageResources.M001_register_sql,
        "M002_histories": PackageResources.M002_histories_sql,
        "M003_waiting": PackageResources.M003_waiting_sql,
        "M004_births": PackageResources.M004_births_sql,
        "M005_identity": PackageResources.M005_identity_sql,
        "M006_examination": PackageResources.M006_examination_sql,
        "M007_relation": PackageResources.M007_relation_sql,
        "M008_danger": PackageResources.M008_danger_sql,
        "M009_sealed": PackageResources.M009_sealed_sql,
        "M010_archive": PackageResources.M010_archive_sql,
        "M011_agents": PackageResources.M011_agents_sql,
        "M012_transfer": PackageResources.M012_transfer_sql,
      ],
      sealed: Self.sealed,
      uses: [
        // By what a household is known is written anew when an event is withdrawn; what waited
        // leaves.
        "dwelling": .cleared, "identity_key": .cleared, "tenant": .cleared, "waiting": .cleared,
        "archive": .cleared, "fusion_log": .appendOnly(), "digest_check": .readOnly,
      ],
      following: {
        let digest = try Tables.fromEnvironment().digest
        try await DigestCheck.keep(digest, in: $0)
        _ = try await KeyedRows(connection: $0, digest: digest).run()
      }
    ) {
      Intake(desk: try Tables.fromEnvironment().desk($0))
    }
  }
}
