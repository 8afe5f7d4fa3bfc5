import Contracts
import Vocabulary

// Lives whose acts all lie between 2017 and 2019: one calendar is short for all of them, and no act
// is older than what intake receives.
extension Life {
  static let all = [
    Life(HappyPaths.sc01), Life(HappyPaths.sc02), Life(HappyPaths.sc05),
    Life(IntakeDifficulties.sc14), Life(SettlementDifficulties.sc21, household: "B"),
    Life(SettlementDifficulties.sc23), Life(SettlementDifficulties.sc26),
    Life(JudgmentDifficulties.sc28, household: "B"), Life(untilPoliceAid),
  ]

  /// Every stage of the procedure, a change of hearing, and a rehousing at the last moment.
  private static let untilPoliceAid = Scenario("CFP", "Jusqu'au concours de la force publique") {
    le("2017-09-14", .huissier, .commandement(du: "2017-09-12"))
    le("2017-09-26", .serviceSocial, .sansReponse(.courrier))
    le("2017-12-06", .huissier, .assignation(du: "2017-12-05", audience: "2018-03-20"))
    le("2018-03-20", .tribunal, .renvoi(au: "2018-05-15"))
    le("2018-05-02", .operateurDSF, .dsf(.tropCher))
    le("2018-05-15", .tribunal, .audience(present: false, delibere: "2018-06-12"))
    le("2018-06-12", .tribunal, .juge(.expulsionFerme))
    le("2018-07-03", .huissier, .cql(du: "2018-07-02", prefetSaisi: "2018-07-03"))
    le("2018-07-20", .menage, .recours(.dalo))
    le("2018-09-10", .huissier, .demandeCFP)
    le("2018-10-02", .commissionMediation, .prioritaire(.dalo))
    le("2019-04-15", .prefecture, .accordCFP())
    le("2019-05-02", .bailleurSocial, .proposition("OFFRE-1", .mutation))
    le("2019-05-07", .menage, .accepte("OFFRE-1"))
    le("2019-06-14", .bailleurSocial, .bailSigne("OFFRE-1"))
  }
}
