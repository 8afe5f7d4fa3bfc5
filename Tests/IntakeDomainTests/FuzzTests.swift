import Contracts
import TestSupport
import Testing
import Vocabulary

@testable import IntakeDomain

@Suite struct FuzzTests {
  private static let messages = 1_500

  @Test(arguments: [UInt64](1...4))
  func whateverTheBytesThereIsOneReceipt(_ seed: UInt64) throws {
    var generator = Seeded(seed: seed)
    let desk = try Fixture.desk()
    var register = Register()
    var accepted = 0
    var early: Set<String> = []
    for number in 0..<Self.messages {
      let kind = EventKind.allCases.randomElement(using: &generator) ?? .signalementCDP
      let sender =
        kind.senders.map(\.rawValue).sorted().randomElement(using: &generator) ?? "huissier"
      let message = Message(
        id: "f\(number)", source: "partner/" + sender, type: kind.type,
        occurredOn: day("2018-02-05"), sender: sender,
        data: Self.payload(kind, &generator))
      let event = desk.read(message)
      #expect((event.references?.locks.count ?? 0) <= 6)
      let answer = Answered(desk.decide(event, on: day("2018-02-05"), in: &register))
      #expect(answer.receipts.first?.evenement == message.id)
      for second in answer.receipts.dropFirst() {
        #expect(early.remove(second.evenement) != nil, "seed \(seed), message \(number)")
      }
      // What waits, or is held when its dossier opens, is answered once more.
      early.formUnion(
        answer.receipts.filter { ["accepte.en-attente", "accepte.en-examen"].contains($0.code) }
          .map(\.evenement))
      if answer.receipts.first?.statut == .accepte { accepted += 1 }
    }
    // Some mutations are harmless: without them the fuzz would only ever see the first refusal.
    #expect(accepted > Self.messages / 50, "seed \(seed)")
    #expect(accepted < Self.messages, "seed \(seed)")
  }

  private static func payload(
    _ kind: EventKind, _ generator: inout Seeded
  ) -> [UInt8] {
    if Int.random(in: 0..<10, using: &generator) == 0 {
      return (0..<Int.random(in: 0...200, using: &generator)).map { _ in
        UInt8.random(in: .min ... .max, using: &generator)
      }
    }
    let menage = [
      Fixture.bail, Fixture.allocataire, Fixture.commandement, Fixture.household, Fixture.landlord,
    ].filter { _ in Bool.random(using: &generator) }.joined(separator: ",")
    var bytes = Array("{\"menage\":{\(menage)},\(Sample.fields(kind))}".utf8)
    for _ in 0..<Int.random(in: 0...3, using: &generator) { mutate(&bytes, &generator) }
    return bytes
  }

  private static func mutate(_ bytes: inout [UInt8], _ generator: inout Seeded) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: bytes[place] = .random(in: .min ... .max, using: &generator)
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(contentsOf: Array("\"\\u0000\u{301}{[-9".utf8), at: place)
    case 3: bytes.removeSubrange(place..<min(bytes.count, place + 20))
    case 4:
      // A digit becomes many: amounts, dates and counts out of every bound.
      if let digit = bytes[place...].firstIndex(where: { (48...57).contains($0) }) {
        bytes.insert(contentsOf: Array(repeating: 57, count: 30), at: digit)
      }
    default:
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
      bytes.insert(contentsOf: Array(bytes[place..<end]), at: end)
    }
  }
}
