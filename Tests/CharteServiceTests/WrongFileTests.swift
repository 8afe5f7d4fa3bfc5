import Casework
import Contracts
import Foundation
import LegalCalendar
import RehousingDomain
import ServiceHost
import Testing
import Vocabulary

@testable import intake
@testable import rehousing

/// A service that is started with a Charte that it cannot use.
@Suite("A wrong Charte") struct WrongFileTests {
  @Test("Ends the service with status 78, and says everything that is wrong")
  func aWrongFileIsSaidWhole() async throws {
    let result = await #expect(
      processExitsWith: .exitCode(78), observing: [\.standardErrorContent]
    ) {
      let path = NSTemporaryDirectory() + "charte-\(UUID().uuidString).yaml"
      let text = """
        departement: {code: "93", nom: Essai}
        versions:
          - depuis: hier
            instances:
              centrale: {nom: Centrale, portee-par: [prefecture]}
              cellule-technique: {nom: Cellule, portee-par: [prefecture]}
            parametres: {relogement: {bail: 45}}
        """
      try Data(text.utf8).write(to: URL(filePath: path))
      await WrongFileTests.serve(charte: path)
    }
    let said = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(said.contains(".yaml:3: versions[1].depuis : « hier » ne convient pas"))
    #expect(said.contains(".yaml:7: versions[1].parametres.relogement.bail : « 45 » ne convient"))
  }

  @Test("So does the Charte of another département, or none where one is named")
  func aFileOfAnotherDepartement() async {
    await #expect(processExitsWith: .exitCode(78)) {
      await WrongFileTests.serve(charte: "/nothing.yaml")
    }
    await #expect(processExitsWith: .exitCode(78)) {
      let deploy = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../deploy/chartes/48.yaml").standardizedFileURL.path
      await WrongFileTests.serve(charte: deploy)
    }
  }

  @Test("An intake without the key of its digests ends with status 78, and says so")
  func intakeWithoutItsKey() async throws {
    let result = await #expect(
      processExitsWith: .exitCode(78), observing: [\.standardErrorContent]
    ) {
      let deploy = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../deploy").standardizedFileURL.path
      WrongFileTests.set(charte: deploy + "/chartes/93.yaml")
      setenv("AMONT_DIGEST_KEY", "too short", 1)
      exit(
        await ServiceHost.run(.intake, migrations: [], arguments: ["intake"]) {
          Intake(desk: try Tables.fromEnvironment().desk($0))
        })
    }
    let said = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(said.contains("AMONT_DIGEST_KEY is shorter than 16 bytes"))
    #expect(!said.contains("too short"))
  }

  /// Starts rehousing in this process, and leaves with its status.
  private static func serve(charte path: String) async {
    set(charte: path)
    exit(
      await ServiceHost.run(.rehousing, migrations: [], arguments: ["rehousing"]) {
        Rehousing(
          rules: $0.rules { calendar, version in
            RehousingRules(
              calendar: calendar, charter: version.map(RehousingCharter.init) ?? RehousingCharter())
          })
      })
  }

  /// Sets what a service must know, in this process.
  private static func set(charte path: String) {
    let settings = [
      "DEPARTEMENT": "93", "CHARTE_FILE": path, "DATABASE_HOST": "127.0.0.1",
      "DATABASE_PORT": "1", "DATABASE_NAME": "none", "DATABASE_USER": "none",
      "DATABASE_PASSWORD": "none", "BROKER_HOST": "127.0.0.1", "BROKER_PORT": "1",
      "BROKER_USER": "none", "BROKER_PASSWORD": "none", "HTTP_PORT": "0",
      "MASTER_KEY": "1 " + String(repeating: "0", count: 64),
    ]
    for (name, value) in settings { setenv("AMONT_" + name, value, 1) }
  }
}
