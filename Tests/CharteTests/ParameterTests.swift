import Charte
import Testing
import Vocabulary

/// The table of parameters.
@Suite("The parameters of a Charte") struct ParameterTests {
  @Test("No two parameters have one place, and each default is read as it is written")
  func everyDefaultIsWritable() {
    let keys = ParameterList.all.map { $0.rawValue }
    #expect(Set(keys).count == keys.count)
    for parameter in ParameterList.all { expectWritable(parameter) }
  }

  private func expectWritable<P: CharteParameter>(_ parameter: P) {
    let row = parameter.row
    #expect(parameter.value(of: parameter.text(of: row.standard)) == row.standard)
    #expect(!row.meaning.isEmpty && !row.source.isEmpty)
  }

  @Test(
    "A part of a whole is written with a comma or a point",
    arguments: [
      (text: "33 %", rate: 3_300), (text: "33%", rate: 3_300), (text: "33,5 %", rate: 3_350),
      (text: "33.05 %", rate: 3_305), (text: "0 %", rate: 0), (text: "100 %", rate: 10_000),
      (text: "100,01 %", rate: nil), (text: "33", rate: nil), (text: "-1 %", rate: nil),
      (text: "1,234 %", rate: nil), (text: ", %", rate: nil),
      (text: "99999999999999999999 %", rate: nil),
    ])
  func rates(_ row: (text: String, rate: Int?)) {
    #expect(RateParameter.highestEffort.value(of: row.text) == row.rate)
  }

  @Test(
    "An amount is written in euros",
    arguments: [
      (text: "12,50 €", cents: 1_250), (text: "1 200 euros", cents: 120_000),
      (text: "5000€", cents: 500_000),
      (text: "0 €", cents: nil), (text: "1000001 €", cents: nil), (text: "5000", cents: nil),
    ])
  func amounts(_ row: (text: String, cents: Int?)) {
    #expect(AmountParameter.fslDebtCeiling.value(of: row.text) == row.cents.map { Cents($0) })
  }

  @Test(
    "A number has the unit of its parameter, in the singular or the plural",
    arguments: [
      (text: "1 jour", days: 1), (text: "30 jours", days: 30), (text: "30", days: nil),
      (text: "30 mois", days: nil), (text: "0 jour", days: nil), (text: "366 jours", days: nil),
      (text: "30jours", days: nil), (text: "١ jour", days: nil),
    ])
  func counts(_ row: (text: String, days: Int?)) {
    #expect(CountParameter.landlordReply.value(of: row.text) == row.days)
  }
}
