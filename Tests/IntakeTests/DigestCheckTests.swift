import Contracts
import Digest
import Messaging
import PostgreSQL
import Testing

@testable import IntakeDomain
@testable import intake

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A key of the digests that is not the one of the tables is noticed by `migrate` and by the service:
/// on a real server.
@Suite(.enabled(if: getenv("AMONT_TEST_PG_HOST") != nil), .serialized)
struct DigestCheckTests {
  private static let own = "0123456789abcdef", another = "0123456789abcdeg"

  @Test func anotherKeyOfTheDigestsIsNoticed() async throws {
    let own = try #require(KeyedDigest(key: Self.own))
    let another = try #require(KeyedDigest(key: Self.another))
    try await Store.lent { store in
      let check = try #require(store.intake.check)
      #expect(try await store.connection.query(check).isEmpty, "nothing was kept yet")
      try await DigestCheck.keep(own, in: store.connection)
      try await DigestCheck.keep(own, in: store.connection)
      let problem = await #expect(throws: KeyProblem.self) {
        try await DigestCheck.keep(another, in: store.connection)
      }
      #expect(problem?.description.contains("AMONT_DIGEST_KEY") == true)
      #expect(try await store.count("digest_check") == 1)
      for (digest, isKnown) in [(own, true), (another, false)] {
        let rows = try await store.connection.query(DigestCheck.compare(digest("")))
        #expect(rows.isEmpty == isKnown)
      }
      // The desk of the store has a key of its own.
      let rows = try await store.connection.query(check)
      #expect(try rows.first?.text("problem").contains("AMONT_DIGEST_KEY") == true)
    }
  }
}
