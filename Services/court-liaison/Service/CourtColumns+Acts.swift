import Contracts
import CourtLiaisonDomain
import PostgreSQL
import Vocabulary

// The assignation and the decision in their columns.

extension Summons {
  var columns: ActColumns {
    ActColumns(
      outcome: isForDebt ? "debt" : outcome, prefectToldOn: notifiedOn, hearingOn: hearing,
      filedOn: filedOn, reason: mode?.rawValue)
  }

  private var outcome: String {
    switch motive {
    case .conge, .troubles: motive.rawValue
    case .impaye, .autre: "other-motive"
    }
  }

  init(_ row: Row) throws(PostgresError) {
    let outcome = try row.text("outcome")
    self.init(
      notifiedOn: try row.day("prefect_told_on"), hearing: try row.day("hearing_on"),
      isForDebt: outcome == "debt", motive: Motif(rawValue: outcome),
      mode: try row.wordIfPresent("reason"), filedOn: try row.dayIfPresent("filed_on"))
  }
}

extension Ruling {
  var columns: ActColumns {
    ActColumns(
      outcome: sens.rawValue, instalments: instalments, firstInstalmentOn: first,
      delaysEndOn: end, amount: instalment, findings: findings.column)
  }

  init(_ row: Row) throws(PostgresError) {
    self.init(
      sens: try row.word("outcome"), instalments: try row.intIfPresent("instalments"),
      first: try row.dayIfPresent("first_instalment_on"),
      end: try row.dayIfPresent("delays_end_on"),
      instalment: try row.intIfPresent("amount").map { Cents($0) },
      findings: try row.words("findings"))
  }
}

extension Act {
  init(_ row: Row) throws(PostgresError) {
    self.init(
      date: try row.day("act_on"), receivedOn: try row.day("received_on"),
      sender: try row.text("sender"), content: try ActContent(row),
      standing: try row.word("standing"), told: try row.words("irregularities"))
  }
}
