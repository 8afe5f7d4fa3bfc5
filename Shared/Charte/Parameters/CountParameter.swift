import LegalCalendar

/// Whole numbers of one unit: days, months, rents, sessions.
public enum CountParameter: CaseIterable, Sendable {
  case signalMonths, signalRents, complexSessions, complexRents, urgentHearing, urgentNotice,
    transferReceipt, waiting, examination, examinationReminder, protectedWeight, privateWeight,
    contactRetry, diagnosisAfterMeeting, dsfMargin, dsfObservations, longestPlan, planReply,
    fslReply,
    urgentFSLReply, aidReply, surendettement, grace,
    sufficientShare, largeDebt, landlordReply, urgentLandlordReply, prefectureReview,
    offerReminder, leaseSigning, registration, accommodation, ruling, seizureTolerance,
    refusalReview, activeBase, archive, openWithoutAct, readingLog, quorum, aidArrearsMonths
}

extension CountParameter: CharteParameter {
  // swift-format-ignore
  /// The table: place in the file, default, meaning, source, certainty.
  public var row: ParameterRow<Int> {
    switch self {
    case .signalMonths: ParameterRow("signalement.seuil-mois", 3, "mois d'impayé ininterrompu qui font signaler un commandement signifié avant le 29 juillet 2023", "arrêté du préfet, loi 89-462 art. 24 I", .parameter)
    case .signalRents: ParameterRow("signalement.seuil-loyers", 3, "dette, en loyers hors charges, qui fait signaler un commandement signifié avant le 29 juillet 2023", "arrêté du préfet, loi 89-462 art. 24 I", .parameter)
    case .complexSessions: ParameterRow("complexite.seances-sans-solution", 2, "séances sans solution après lesquelles la CCAPEX centrale est saisie", "instruction § 1.2.1 ; critère proposé", .parameter)
    case .complexRents: ParameterRow("complexite.dette-en-loyers", 18, "dette au-delà de laquelle un dossier est complexe", "instruction § 1.2.1 ; critère proposé", .parameter)
    case .urgentHearing: ParameterRow("urgence.audience", 30, "audience proche sans DSF : cellule technique", "instruction § 1.2.3 ; critère proposé", .parameter)
    case .urgentNotice: ParameterRow("urgence.fin-du-commandement", 15, "fin proche du commandement, FSL ou surendettement possible : cellule technique", "instruction § 1.2.3 ; critère proposé", .parameter)
    case .transferReceipt: ParameterRow("signalement.accuse-transfert", 30, "accusé de réception d'un transfert par un autre département", "instruction § 1.2 ; usage proposé", .parameter)
    case .waiting: ParameterRow("signalement.attente-dossier", 60, "garde d'un événement reçu avant le signalement qui ouvre son dossier", "usage proposé", .parameter)
    case .examination: ParameterRow("signalement.examen-premier-signalement", 15, "garde d'un premier signalement que les locataires ou l'adresse d'un dossier contredisent, avant qu'il ouvre le sien", "usage proposé ; loi 89-462 art. 24 I, le commandement court", .parameter)
    case .examinationReminder: ParameterRow("signalement.examen-rappel", 15, "rappel à la commission qui n'a pas examiné un autre événement gardé à part", "usage proposé", .parameter)
    case .protectedWeight: ParameterRow("priorite.majeur-protege", 2, "poids d'un majeur protégé dans la file d'une commission", "critère proposé", .parameter)
    case .privateWeight: ParameterRow("priorite.bailleur-prive", 2, "poids du signalement d'un bailleur privé avant l'assignation", "instruction § 2.1 (1)", .parameter)
    case .contactRetry: ParameterRow("diagnostic.relance", 10, "nouvelle tentative après une relance", "instruction § 2.1", .parameter)
    case .diagnosisAfterMeeting: ParameterRow("diagnostic.apres-entretien", 15, "diagnostic après l'entretien", "instruction § 2.1", .parameter)
    case .dsfMargin: ParameterRow("diagnostic.marge-avant-audience", 7, "avant l'audience, envoi au juge de ce qui est connu quand le DSF manque", "instruction § 2.1 (2)", .parameter)
    case .dsfObservations: ParameterRow("diagnostic.observations", 8, "observations du ménage sur le DSF, avant son envoi au juge", "décret 2021-8 : l'auteur en fixe le délai", .parameter)
    case .longestPlan: ParameterRow("capacite.plan-le-plus-long", 36, "mensualités d'un plan au plus", "loi 89-462 art. 24 V", .high)
    case .planReply: ParameterRow("apurement.reponse-bailleur", 1, "réponse du bailleur à un plan", "engagement du bailleur", .parameter)
    case .fslReply: ParameterRow("fsl.reponse", 2, "décision du FSL", "règlement intérieur du FSL", .parameter)
    case .urgentFSLReply: ParameterRow("fsl.reponse-urgente", 1, "décision du FSL par la procédure urgente", "instruction § 2.2 (2)", .parameter)
    case .aidReply: ParameterRow("apurement.reponse-caf", 2, "réponse de la CAF ou de la MSA", "engagement de la CAF", .parameter)
    case .surendettement: ParameterRow("apurement.surendettement-propose", 4, "durée pendant laquelle un surendettement proposé tient l'apurement ouvert", "C. consom. R721-4", .parameter)
    case .grace: ParameterRow("apurement.tolerance-echeance", 5, "retard au-delà duquel une échéance impayée rompt l'échéancier", "T10", .parameter)
    case .sufficientShare: ParameterRow("apurement.part-suffisante", 90, "part d'une échéance qui compte pour l'échéance", "usage local", .parameter)
    case .largeDebt: ParameterRow("apurement.dette-importante", 6, "dette à partir de laquelle le FSL est saisi avant le bailleur", "instruction § 2.2", .parameter)
    case .landlordReply: ParameterRow("relogement.reponse-reservataires", 30, "proposition par les bailleurs et réservataires", "instruction § 2.2", .parameter)
    case .urgentLandlordReply: ParameterRow("relogement.reponse-urgente", 15, "la même après un jugement d'expulsion", "instruction § 2.2", .parameter)
    case .prefectureReview: ParameterRow("relogement.rappel-prefecture", 30, "rappel à la préfecture qui doit attribuer elle-même", "instruction § 2.2", .parameter)
    case .offerReminder: ParameterRow("relogement.relance-menage", 5, "réponse du ménage après une relance", "instruction § 2.2", .parameter)
    case .leaseSigning: ParameterRow("relogement.bail", 45, "bail après acceptation", "instruction § 2.2", .parameter)
    case .registration: ParameterRow("relogement.validite-demande", 12, "validité d'une demande de logement social", "CCH R441-2-7", .high)
    case .accommodation: ParameterRow("relogement.hebergement", 10, "proposition d'une place par le SIAO", "instruction § 3.2", .parameter)
    case .ruling: ParameterRow("justice.decision-sans-date", 60, "décision attendue quand le juge n'a pas donné de date", "instruction § 3.1", .parameter)
    case .seizureTolerance: ParameterRow("justice.tolerance-saisine-prefet", 3, "saisine du préfet après le CQL, sans rappel à l'étude", "CPCE L412-5", .parameter)
    case .refusalReview: ParameterRow("justice.reexamen-du-concours", 1, "entre deux examens d'un concours refusé", "instruction § 3.2", .parameter)
    case .activeBase: ParameterRow("conservation.base-active", 24, "base active après la clôture", "durée du décret 2025-348 non vérifiée", .parameter)
    case .archive: ParameterRow("conservation.archive", 60, "archive intermédiaire après la clôture, cinq ans au moins, puis données pseudonymes pour les dénombrements", "loi 68-1250", .parameter)
    case .openWithoutAct: ParameterRow("conservation.ouvert-sans-acte", 24, "durée sans aucun acte après laquelle un dossier ouvert est à revoir", "RGPD art. 5", .parameter)
    case .readingLog: ParameterRow("conservation.journal-des-lectures", 12, "conservation du journal des lectures, un an au moins", "RGPD art. 5 ; CNIL, délibération 2021-122 (six mois à un an) ; durée du décret 2025-348 non lue", .parameter)
    case .quorum: ParameterRow("points-incertains.decret-2026-83.quorum", 50, "quorum d'une séance, en part des membres", "décret 2026-83, texte non lu", .low)
    case .aidArrearsMonths: ParameterRow("points-incertains.decret-2026-84.mois-apres-defaut", 3, "mois après un premier défaut qui constituent l'impayé d'APL, quel que soit le montant", "décret 2026-84", .medium)
    }
  }

  /// The unit of a count.
  enum Unit: String, Sendable {
    case days = "jours"
    case months = "mois"
    case rents = "loyers"
    case sessions = "séances"
    case instalments = "mensualités"
    case points = "points"
    case percent = "%"

    var singular: String {
      switch self {
      case .days: "jour"
      case .months: "mois"
      case .rents: "loyer"
      case .sessions: "séance"
      case .instalments: "mensualité"
      case .points: "point"
      case .percent: "%"
      }
    }
  }

  // swift-format-ignore
  /// The unit, and what the domain that uses the number allows.
  var bounds: (unit: Unit, range: ClosedRange<Int>) {
    switch self {
    case .signalMonths: (.months, 3...6)
    case .signalRents: (.rents, 3...6)
    case .complexSessions: (.sessions, 1...12)
    case .complexRents: (.rents, 1...120)
    case .protectedWeight, .privateWeight: (.points, 1...10)
    case .sufficientShare: (.percent, 1...100)
    case .transferReceipt, .waiting, .examination, .examinationReminder, .urgentHearing, .urgentNotice, .contactRetry, .diagnosisAfterMeeting, .dsfMargin, .dsfObservations, .landlordReply,
      .urgentLandlordReply, .prefectureReview, .offerReminder, .leaseSigning, .accommodation: (.days, 1...365)
    case .ruling, .seizureTolerance: (.days, 0...365)
    case .longestPlan: (.instalments, 1...36)
    case .planReply, .fslReply, .urgentFSLReply, .aidReply, .surendettement, .aidArrearsMonths, .refusalReview: (.months, 1...12)
    case .registration: (.months, 1...36)
    case .grace: (.days, 0...30)
    case .largeDebt: (.months, 1...1_000)
    case .activeBase, .openWithoutAct, .readingLog: (.months, 1...240)
    // The State may be asked to pay for four years from the next 1 January (loi 68-1250 art. 1).
    case .archive: (.months, 60...240)
    case .quorum: (.percent, 0...100)
    }
  }

  /// A number within its bounds, with its unit.
  public var expected: String {
    let range = bounds.range
    return "un nombre entier de \(range.lowerBound) à \(range.upperBound) et son unité :"
      + " « \(text(of: row.standard)) »"
  }

  /// Reads `30 jours`.
  public func value(of text: String) -> Int? {
    let (unit, range) = bounds
    guard let (count, written) = WrittenQuantity.parts(of: text), range.contains(count),
      written == unit.rawValue || written == unit.singular
    else { return nil }
    return count
  }

  /// Writes `30 jours`.
  public func text(of value: Int) -> String {
    "\(value) \(value > 1 ? bounds.unit.rawValue : bounds.unit.singular)"
  }
}
