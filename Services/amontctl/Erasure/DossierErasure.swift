import Contracts
import Messaging
import OperatorReading
import PostgreSQL
import Vocabulary

/// Erases a dossier in the databases of all services: the register first, then each key, then the
/// certificate. What was broken off is finished by `again`.
struct DossierErasure {
  let settings: OperatorSettings
  let register: ErasureRegister
  /// How long a closed dossier is kept.
  let delays: RetentionDelays

  /// What is erased together.
  struct Subject: Equatable {
    let household: HouseholdID
    /// Dossiers that are joined to it.
    let joined: [HouseholdID]
    /// The day of its closure, and until when it is kept; `nil` while it is open.
    let retention: Retention?
    /// Where the landlord's claims against the State stand.
    var claim = CompensationClaim()

    var households: [HouseholdID] { [household] + joined }
  }

  /// A dossier with all that is joined to it.
  ///
  /// - Throws: `OperatorError` where it is joined to another, or nobody knows it.
  func subject(
    _ household: HouseholdID, in databases: ServiceDatabases
  ) async throws -> Subject {
    let rows = try await databases.query(
      .intake,
      """
      SELECT household, merged_into FROM dossier
      WHERE household = \(household) OR merged_into = \(household) ORDER BY household
      """)
    guard let own = try rows.first(where: { try $0.uuid("household") == household }) else {
      throw OperatorError("no dossier has this identifier")
    }
    if let root = try own.uuidIfPresent("merged_into") {
      throw OperatorError("this dossier is joined to \(root): erase that one, and it goes with it")
    }
    let closed = try await databases.query(
      .sagaOrchestrator, "SELECT closed_on FROM dossier WHERE household = \(household)"
    ).first?.dayIfPresent("closed_on")
    let all = try rows.map { try $0.uuid("household") }
    let claim = try await databases.query(.courtLiaison, CompensationClaim.query(of: all)).first
    return Subject(
      household: household, joined: all.filter { $0 != household },
      retention: closed.flatMap { Retention(closedOn: $0, by: delays) },
      claim: try claim.map { try CompensationClaim($0) } ?? CompensationClaim())
  }

  /// Why it may not be erased on that day; `nil` where it may.
  ///
  /// - Parameter order: Who orders it, where somebody does. A court or the CNIL may order anything;
  ///   the household may not end a procedure that runs, or the proof of a claim (RGPD art. 17 § 3).
  static func objection(
    to subject: Subject, on day: Day, ordered order: ErasureOrder? = nil
  ) -> String? {
    let beyond = "; --order tribunal or --order cnil erases it all the same"
    switch order {
    case .tribunal, .cnil: return nil
    case .menage, nil: break
    }
    guard let retention = subject.retention else {
      return "the dossier is not closed (RGPD art. 17 § 3 b and e)" + beyond
    }
    if subject.claim.isPending {
      return "the landlord's claim against the State is not decided (RGPD art. 17 § 3 e; "
        + "loi 68-1250)" + beyond
    }
    if order == .menage { return nil }
    guard let end = Day(retention.archiveUntil), end < day else {
      return "the dossier is kept until \(retention.archiveUntil) (\(retention.article)): "
        + "--order WHO erases it before"
    }
    return nil
  }

  /// Erases it.
  ///
  /// - Parameters:
  ///   - purpose: Who erases it, and why.
  ///   - basis: What it rests on, in French.
  /// - Throws: `OperatorError` while messages about it are under way; what a database refuses.
  func erase(
    _ subject: Subject, by purpose: ReadingPurpose, basis: String, on day: Day
  ) async throws -> ErasureCertificate {
    let writers = try await writers()
    do {
      for (service, writer) in writers {
        let count = try await Erasure.underWay(of: subject.households, in: writer)
        guard count == 0 else {
          throw OperatorError(
            "\(count) messages of \(service.rawValue) about it are on their way: try again, or see "
              + "amontctl outbox")
        }
      }
      let events = try await Erasure.events(of: subject.households, in: writers[0].writer)
      let all = subject.households + events
      try register.append(all, on: day)
      let done = try await destroy(all, on: day, writers)
      await close(writers)
      return ErasureCertificate(
        dossier: subject.household.description, dossiers_joints: subject.joined.map(\.description),
        efface_le: day, par: purpose.agent.description, motif: purpose.why, fondement: basis,
        cles_detruites: done.keys,
        valeurs_illisibles: done.lines)
    } catch {
      await close(writers)
      throw error
    }
  }

  /// Destroys again whatever the register names: after a backup was restored.
  ///
  /// - Returns: How many keys had come back.
  /// - Throws: as above.
  func again() async throws -> Int {
    let known = try register.read()
    let writers = try await writers()
    do {
      var keys = 0
      for (day, subjects) in Dictionary(grouping: known.keys, by: { known[$0] }) {
        guard let day else { continue }
        for part in subjects.sorted().chunked(by: Self.portion) {
          keys += try await destroy(part, on: day, writers).keys
        }
      }
      await close(writers)
      return keys
    } catch {
      await close(writers)
      throw error
    }
  }

  /// Keys that are destroyed in one transaction.
  private static let portion = 500

  private typealias Writer = (service: ServiceName, writer: PostgresConnection)

  private func destroy(
    _ subjects: [HouseholdID], on day: Day, _ writers: [Writer]
  ) async throws -> (keys: Int, lines: [ErasureCertificate.Line]) {
    var (keys, lines): (Int, [ErasureCertificate.Line]) = (0, [])
    for (service, writer) in writers {
      let erasure = try await Erasure.destroy(subjects, on: day, in: writer, of: service)
      keys += erasure.keys
      lines += erasure.unreadable.sorted { $0.key < $1.key }.map {
        .init(service: service.rawValue, colonne: $0.key, valeurs: $0.value)
      }
    }
    return (keys, lines)
  }

  /// Intake first: it is what would send more.
  private func writers() async throws -> [Writer] {
    var writers: [Writer] = []
    for service in ServiceName.allCases.sorted(by: { a, _ in a == .intake }) {
      writers.append((service, try await settings.writer(of: service)))
    }
    return writers
  }

  private func close(_ writers: [Writer]) async {
    for (_, writer) in writers { await writer.close() }
  }
}

extension Array {
  fileprivate func chunked(by size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
