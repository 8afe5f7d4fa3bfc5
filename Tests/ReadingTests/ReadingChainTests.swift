import Testing
import Vocabulary

@testable import amontctl

/// The chain of the reading log, and every way in which a line may be lost.
@Suite struct ReadingChainTests {
  private static let beginning = ReadingChain.End.beginning

  /// A log of five lines.
  private static let log = make(1...5, behind: beginning)

  private static func make(_ numbers: ClosedRange<Int>, behind end: ReadingChain.End) -> [Reading] {
    var lines: [Reading] = []
    for number in numbers {
      lines.append(
        written(
          Reading(
            number: number, at: "2026-05-03T08:00:0\(number).000000Z", agent: "Camille Martin",
            osUser: "root (uid 0)", command: "dossier show",
            dossiers: [HouseholdID(high: 1, low: UInt64(number))], isWhole: false, scope: "",
            why: "appel du ménage", previous: lines.last?.hash ?? end.hash, hash: [])))
    }
    return lines
  }

  /// The same line with the hash that it must have.
  private static func written(_ line: Reading) -> Reading {
    line.with(hash: line.expectedHash)
  }

  private static func end(_ lines: [Reading]) -> ReadingChain.End {
    lines.last.map { ReadingChain.End(number: $0.number, hash: $0.hash) } ?? beginning
  }

  private static func faults(
    _ lines: [Reading], behind anchor: ReadingChain.End = beginning,
    head: ReadingChain.End = end(log), noted: ReadingChain.End? = nil
  ) -> [ReadingChain.Fault] {
    var chain = ReadingChain(behind: anchor, noted: noted)
    for line in lines { chain.take(line) }
    chain.end(at: head)
    return chain.faults
  }

  @Test func aLogAsItWasWrittenHasNoFault() {
    #expect(Self.faults(Self.log) == [])
    #expect(Self.faults([], head: Self.beginning) == [])
  }

  @Test(arguments: 0..<5) func aRemovedLineIsFound(_ place: Int) {
    var lines = Self.log
    lines.remove(at: place)
    let expected: [ReadingChain.Fault] =
      place == 4 ? [.headDiffers(kept: 5, found: 4)] : [.missing(place + 1...place + 1)]
    #expect(Self.faults(lines) == expected)
  }

  @Test(arguments: 0..<5) func aChangedLineIsFoundWhateverWasChanged(_ place: Int) {
    let line = Self.log[place]
    let changes = [
      line.with(agent: "Dominique Petit"), line.with(at: "2026-05-04T08:00:00.000000Z"),
      line.with(osUser: "root (uid 1)"), line.with(command: "deadlines"), line.with(dossiers: []),
      line.with(isWhole: true), line.with(scope: "rien"), line.with(why: "un autre motif"),
    ]
    for changed in changes {
      var lines = Self.log
      lines[place] = changed
      #expect(Self.faults(lines) == [.changed(place + 1)])
    }
  }

  @Test(arguments: 0..<4) func reorderedLinesAreFound(_ place: Int) {
    var lines = Self.log
    let (one, other) = (lines[place], lines[place + 1])
    // As they stand, and with their numbers put right, and with new hashes for these two.
    lines.swapAt(place, place + 1)
    #expect(!Self.faults(lines).isEmpty)
    lines[place] = other.with(number: one.number)
    lines[place + 1] = one.with(number: other.number)
    #expect(Self.faults(lines).contains(.changed(one.number)))
    lines[place] = Self.written(lines[place])
    lines[place + 1] = Self.written(lines[place + 1])
    #expect(!Self.faults(lines).isEmpty)
  }

  @Test func aLineThatWasWrittenAnewDoesNotFollow() {
    var lines = Self.log
    lines[2] = Self.written(lines[2].with(why: "un autre motif"))
    #expect(Self.faults(lines) == [.unlinked(4)])
  }

  @Test func aLogThatWasWrittenAnewAsAWholeIsFoundByANotedHead() {
    let noted = ReadingChain.End(number: 3, hash: Self.log[2].hash)
    #expect(Self.faults(Self.log, noted: noted) == [])
    var lines = Self.log
    lines[1] = Self.written(lines[1].with(why: "un autre motif"))
    for place in 2...4 {
      lines[place] = Self.written(lines[place].with(previous: lines[place - 1].hash))
    }
    #expect(Self.faults(lines, head: Self.end(lines)) == [])
    #expect(Self.faults(lines, head: Self.end(lines), noted: noted) == [.noteDiffers(3)])
    // Cut short with its head.
    let short = Array(Self.log.prefix(2))
    #expect(Self.faults(short, head: Self.end(short)) == [])
    #expect(Self.faults(short, head: Self.end(short), noted: noted) == [.noteDiffers(3)])
  }

  @Test func aPurgedLogBeginsBehindItsAnchor() {
    let anchor = ReadingChain.End(number: 2, hash: Self.log[1].hash)
    let rest = Array(Self.log.dropFirst(2))
    #expect(Self.faults(rest, behind: anchor) == [])
    // A head that was noted before the purge is gone, and one that is the anchor still stands.
    let gone = ReadingChain.End(number: 1, hash: Self.log[0].hash)
    #expect(Self.faults(rest, behind: anchor, noted: gone) == [])
    #expect(Self.faults(rest, behind: anchor, noted: anchor) == [])
    #expect(
      Self.faults(rest, behind: ReadingChain.End(number: 2, hash: Self.log[0].hash)) == [
        .unlinked(3)
      ])
    #expect(Self.faults(Array(rest.dropFirst()), behind: anchor) == [.missing(3...3)])
  }

  @Test func aHeadIsReadAsItWasPrinted() throws {
    let head = Self.end(Self.log)
    #expect(ReadingChain.End(head.text) == head)
    for text in ["", "5", "5:", "x:" + head.text, "-1:" + String(repeating: "0", count: 64)] {
      #expect(ReadingChain.End(text) == nil, "\(text)")
    }
    #expect(ReadingChain.End("5:" + String(repeating: "é", count: 32)) == nil)
  }
}

extension Reading {
  fileprivate func with(
    number: Int? = nil, at: String? = nil, agent: String? = nil, osUser: String? = nil,
    command: String? = nil, dossiers: [HouseholdID]? = nil, isWhole: Bool? = nil,
    scope: String? = nil, why: String? = nil, previous: [UInt8]? = nil, hash: [UInt8]? = nil
  ) -> Reading {
    Reading(
      number: number ?? self.number, at: at ?? self.at, agent: agent ?? self.agent,
      osUser: osUser ?? self.osUser, command: command ?? self.command,
      dossiers: dossiers ?? self.dossiers, isWhole: isWhole ?? self.isWhole,
      scope: scope ?? self.scope, why: why ?? self.why, previous: previous ?? self.previous,
      hash: hash ?? self.hash)
  }
}
