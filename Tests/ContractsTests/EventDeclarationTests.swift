import Testing
import Vocabulary

@testable import Contracts

/// What is declared of events: of each, once, and whole.
@Suite struct EventDeclarationTests {
  @Test(arguments: EventKind.allCases)
  func everyKindIsDeclaredAsItself(_ kind: EventKind) throws {
    let declaration = kind.declaration
    #expect(declaration.kind == kind)
    #expect(!declaration.title.isEmpty && !declaration.title.hasSuffix("."))
    #expect(!declaration.basis.isEmpty)
    #expect(!declaration.senders.isEmpty)
    let event = try PartnerEvent(kind, read: JSONValueReader(try example(of: kind)))
    #expect(event.kind == kind)
  }

  @Test func noTwoKindsHaveTheSameTitle() {
    #expect(Set(EventKind.allCases.map(\.declaration.title)).count == EventKind.allCases.count)
  }

  @Test(arguments: EventKind.allCases)
  func everyMemberHasOneLineInTheOrderOfItsSwiftType(_ kind: EventKind) {
    let members = kind.declaration.fields.all.flatMap(\.withMembers)
    let lines = Identification.declared() + kind.declaration.members
    #expect(members.map(\.path) == lines.map(\.path))
    for line in lines {
      #expect(!line.title.isEmpty && !line.title.hasSuffix("."), "\(line.path)")
    }
  }

  @Test(arguments: EventKind.allCases)
  func everyNumberSaysWhatItCounts(_ kind: EventKind) {
    for member in kind.declaration.fields.all.flatMap(\.withMembers) {
      let isNumber = member.type == .wholeNumber || member.type == .cents
      #expect((member.unit != nil) == isNumber, "\(member.path)")
    }
  }

  /// What the services keep may come before its dossier; what they do not keep is answered at once.
  @Test(arguments: EventKind.allCases)
  func whatNoServiceOwnsDoesNotWait(_ kind: EventKind) {
    #expect(kind.owners.isEmpty == !(kind.mayWait || kind.opensDossier))
    #expect(Set(kind.owners).count == kind.owners.count)
    #expect(!kind.owners.contains(.intake))
  }

  @Test(arguments: EventKind.allCases)
  func anEventOpensADossierIfItIsDeclaredTo(_ kind: EventKind) throws {
    let event = try PartnerEvent(kind, read: JSONValueReader(try example(of: kind)))
    #expect((event.opening != nil) == kind.opensDossier)
  }

  @Test(arguments: EventKind.allCases)
  func aServiceReadsWhatIntakeForwards(_ kind: EventKind) throws {
    let event = try PartnerEvent(kind, read: JSONValueReader(try example(of: kind)))
    let forwarded = ForwardedEvent(event, sender: "compte", kind: .huissier, isInformation: true)
    let message = Message(
      id: "1", source: ServiceName.intake.source, type: kind.type, occurredOn: Day(ordinal: 0),
      data: Array(try forwarded.encoded().utf8))
    #expect(try ForwardedEvent(message) == forwarded)
  }

  private func example(of kind: EventKind) throws -> JSONValue {
    try JSONValue.read(Array("{\(kind.declaration.example)}".utf8))
  }
}
