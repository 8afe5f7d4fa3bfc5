import Configuration
import Foundation
import Settings
import Testing

@Suite("Secrets")
struct SecretTests {
  @Test(
    "A secret comes from its file, without the newline at its end",
    arguments: [
      ("hunter2", "hunter2"), ("hunter2\n", "hunter2"), ("hunter2\r\n", "hunter2"),
      ("hunter2\n\n", "hunter2\n"), (" hunter2 \n", " hunter2 "), ("pâté\n", "pâté"),
    ])
  func aSecretComesFromItsFile(_ row: (content: String, secret: String)) throws {
    let file = try temporaryFile(Data(row.content.utf8))
    defer { try? FileManager.default.removeItem(atPath: file) }
    let settings = try ServiceSettings(
      environment(["AMONT_DATABASE_PASSWORD": "", "AMONT_DATABASE_PASSWORD_FILE": file]))
    #expect(settings.database.password.revealed == row.secret)
  }

  @Test(
    "A file that holds no secret is refused, with the reason",
    arguments: [
      (Data(), "is empty"), (Data("\n".utf8), "is empty"), (Data([0xFF, 0xFE]), "is not UTF-8"),
      (Data(repeating: 0x61, count: 70_000), "is too long"),
    ])
  func aFileWithoutASecretIsRefused(_ row: (content: Data, complaint: String)) throws {
    let file = try temporaryFile(row.content)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let complaint = complaint(about: file)
    #expect(complaint.contains(row.complaint))
    #expect(!complaint.contains(file))
  }

  @Test(
    "A file that cannot be read is refused, with the reason",
    arguments: [("/nowhere/at/all", "does not exist"), ("/", "cannot be read")])
  func aFileThatCannotBeReadIsRefused(_ row: (path: String, complaint: String)) {
    #expect(complaint(about: row.path).contains(row.complaint))
  }

  @Test("A secret given twice is refused, whatever the two are")
  func aSecretGivenTwiceIsRefused() {
    let error = #expect(throws: SettingsError.self) {
      try ServiceSettings(environment(["AMONT_DATABASE_PASSWORD_FILE": "/run/secrets/password"]))
    }
    #expect(error?.problems.map(\.name) == ["AMONT_DATABASE_PASSWORD"])
    #expect(error?.description.contains("are both set") == true)
  }

  @Test("A secret shows in no description, dump or mirror")
  func aSecretShowsNowhere() throws {
    let settings = try ServiceSettings(environment())
    var dumped = ""
    dump(settings, to: &dumped)
    let texts = [
      "\(settings)", String(reflecting: settings), dumped, "\(settings.database.password)",
      "\(Mirror(reflecting: settings.broker.password).children.map { $0 })",
    ]
    for text in texts {
      #expect(!text.contains("hunter2"))
      #expect(!text.contains("s3cret"))
    }
    #expect(dumped.contains(Secret.mask))
  }

  private func complaint(about file: String) -> String {
    let error = #expect(throws: SettingsError.self) {
      try ServiceSettings(
        environment(["AMONT_DATABASE_PASSWORD": "", "AMONT_DATABASE_PASSWORD_FILE": file]))
    }
    #expect(error?.problems.map(\.name) == ["AMONT_DATABASE_PASSWORD_FILE"])
    return error?.description ?? ""
  }
}
