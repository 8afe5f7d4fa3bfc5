import Contracts
import OperatorReading
import Testing
import Vocabulary

@testable import amontctl

@Suite("What came from outside, on a terminal") struct PrintableTests {
  @Test(
    "A line keeps its letters and shows what is no letter",
    arguments: [
      ("Noël, n° 12 – « 5 € » 東京 العربية", "Noël, n° 12 – « 5 € » 東京 العربية"),
      ("a\u{1B}[2Jb", #"a\u{1b}[2Jb"#), ("a\nb\tc\r", #"a\u{a}b\u{9}c\u{d}"#),
      ("\u{0}", #"\u{0}"#), ("\u{9B}31m", #"\u{9b}31m"#), ("\u{7F}", #"\u{7f}"#),
      ("x\u{202E}gnp.exe", #"x\u{202e}gnp.exe"#), ("\u{2028}\u{FEFF}", #"\u{2028}\u{feff}"#),
      ("\u{E000}", #"\u{e000}"#), ("", ""),
    ])
  func aLine(_ row: (text: String, shown: String)) {
    #expect(Printable.line(row.text) == row.shown)
  }

  @Test(
    "A payload keeps its lines; bytes that are no text are written as numbers",
    arguments: [
      (Array("{\n\t\"nom\": \"Zoé\"\n}".utf8), "{\n\t\"nom\": \"Zoé\"\n}"),
      ([0x61, 0xFF, 0x62], #"a\xffb"#), ([0xC3], #"\xc3"#), ([0xE2, 0x82], #"\xe2\x82"#),
      ([0xED, 0xA0, 0x80, 0x7A], #"\xed\xa0\x80z"#), ([0x1B, 0x5D, 0x07], #"\u{1b}]\u{7}"#),
      ([0xC3, 0xA9, 0xC3], #"é\xc3"#), ([], ""),
    ] as [([UInt8], String)])
  func aPayload(_ row: (bytes: [UInt8], shown: String)) {
    #expect(Printable.lines(row.bytes) == row.shown)
  }

  @Test("No byte whatever reaches the terminal as a control character")
  func noControlCharacter() {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        let shown = Printable.lines([first, second, 0x41])
        #expect(
          shown.unicodeScalars.allSatisfy {
            $0 == "\n" || $0 == "\t" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
          })
      }
    }
  }

  @Test("Quarantine says in French what it is, from which queue and how often delivered")
  func quarantine() throws {
    let one = Quarantined(
      service: .rehousing, id: 12, state: "waiting", source: "amont/\u{1B}[31m", messageID: "M\n1",
      identity: "M\n1",
      type: "amont.fact.v1", sender: nil, household: nil, occurredOn: try day("2026-11-26"),
      reason: "livraisons épuisées", history: "2026-11-29: livraisons épuisées\n2026-11-30: vu",
      queue: "amont.rehousing.dead", deliveries: 7, body: Array("{\"a\":\u{7}1}".utf8))
    #expect(
      one.sheet == """
        état : à regarder
        source : amont/\\u{1b}[31m
        identifiant : M\\u{a}1
        type : amont.fact.v1
        expéditeur : -
        dossier : -
        jour de l'acte : 2026-11-26
        file : amont.rehousing.dead (lettres mortes : le courtier l'y a mis après trop de livraisons)
        livraisons : 7
        référence : \(one.reference)
        motif : livraisons épuisées
        historique :
          2026-11-29: livraisons épuisées
          2026-11-30: vu
        contenu, 8 octets :
        {"a":\\u{7}1}
        """)
    let table = Quarantined.table([one]).split(separator: "\n")
    #expect(table.count == 2)
    #expect(
      table[1].contains("amont.rehousing.dead           7  \(one.reference)  livraisons épuisées"))
    #expect(one.reference.hasPrefix("rehousing-"))
  }
}
