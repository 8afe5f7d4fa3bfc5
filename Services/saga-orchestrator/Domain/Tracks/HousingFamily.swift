import Contracts

/// The families of the phases of this track: what holds in every phase of a family, unless the
/// phase says otherwise. One line, one rule: when | the track goes to | and we | because of.
public enum HousingFamily: String, PhaseFamily {
  case staying, search, closed

  /// Its name, in French, and what its phases answer.
  public var sheet: FamilySheet<HousingPhase> {
    switch self {
    case .staying: FamilySheet("Sans recherche de logement") { Self.staying(HousingAct($0)) }
    case .search: FamilySheet("Relogement en cours") { Self.search(HousingAct($0)) }
    case .closed: .closed { $0.reopening.map(Self.reopened) }
    }
  }

  /// No other dwelling is sought: the household should stay, or gave the keys back.
  // swift-format-ignore
  private static func staying(_ act: HousingAct) -> TableCell<HousingPhase> {
    switch act {
    case .always(let cell):               cell
    case .otherMotiveReported:            either(.arrearsKnown, ignore("la dette peut être apurée"), either(.diagnosed, go(.sought, [.openRehousing], "instruction II ; 2.2 : sans dette à apurer, un relogement"), ignore("le diagnostic dira s'il faut reloger")))
    case .canStay:                        either(.otherMotive, either(.arrearsKnown, ignore("le contact ne change pas le relogement"), go(.sought, [.openRehousing], "instruction II ; 2.2 : sans dette à apurer, un relogement")), ignore("le contact ne change pas le relogement"))
    case .diagnosedMustMove:              go(.sought, [.openRehousing], "instruction 2.2")
    case .settlementExhausted:            go(.sought, [.openRehousing], "instruction 2.2 ; rester n'est plus possible")
    case .searchOrRefusal:                go(.sought, [], "instruction 2.2")
    case .daloFiled, .daloPriority:       go(.sought, [.openRehousing], "CCH L441-2-3 ; instruction 2.2")
    case .daho:                           go(.sought, [.openRehousing, .openAccommodation], "CCH L441-2-3 III")
    case .accommodated:                   go(.sheltered, [.openRehousing], "instruction 3.2")
    case .scheduleBroken, .eviction:      go(.sought, [.openRehousing], "instruction 3.2")
    case .policeAid:                      either(.accommodationOffered, go(.sought, [.openRehousing], "instruction 3.2"), go(.sought, [.openRehousing, .openAccommodation], "instruction 3.2 ; aucune expulsion sans proposition d'hébergement"))
    case .left:                           go(.vacated, [], "CPCE L451-1 ; le logement est rendu")
    case .reviewDue:                      either(.settlementUnderWay, stay([], "instruction 2.2 ; l'apurement est en cours"), either(.debtCleared, stay([], "instruction 2.2 ; rien n'est plus dû"), go(.sought, [.openRehousing], "instruction 2.2")))
    case .householdGone:                  ignore("aucun logement n'est recherché")
    case .violenceReported:               ignore("la victime peut rester : C. civ. 515-9")
    }
  }

  /// A dwelling is sought, offered or awaited.
  // swift-format-ignore
  private static func search(_ act: HousingAct) -> TableCell<HousingPhase> {
    switch act {
    case .always(let cell):               cell
    case .violenceReported:               stay([.raiseRehousingPriority], "CCH L441-1 ; violences dans le ménage")
    case .daloPriority:                   stay([.raiseRehousingPriority], "CCH L441-2-3 ; instruction 3.2")
    case .daho:                           either(.accommodationOffered, ignore("un hébergement est déjà proposé"), stay([.openAccommodation], "CCH L441-2-3 III"))
    case .accommodated:                   go(.sheltered, [], "instruction 3.2")
    case .eviction:                       stay([.raiseRehousingPriority], "instruction 3.2")
    case .policeAid:                      either(.accommodationOffered, stay([.raiseRehousingPriority], "instruction 3.2"), stay([.raiseRehousingPriority, .openAccommodation], "instruction 3.2 ; aucune expulsion sans proposition d'hébergement"))
    case .householdGone:                  stay([.reachHousehold], "instruction 2.2 ; le relogement continue")
    case .left:                           either(.daloPriorityWithoutOffer, stay([.reachHousehold], "CCH L441-2-3 ; le relogement reste dû"), go(.vacated, [.stopRehousing], "CPCE L451-1 ; le logement est rendu"))
    case .reviewDue:                      either(.surendettementSuspension, stay([], "C. consom. L722-6 à L722-9 ; l'expulsion est suspendue"), stay([.raiseRehousingPriority], "instruction 2.2 ; le préfet procède à l'attribution"))
    case .otherMotiveReported:            ignore("le motif ne change pas le relogement")
    case .canStay, .diagnosedMustMove:    ignore("le contact ne change pas le relogement")
    case .settlementExhausted:            ignore("l'apurement se poursuit à côté du relogement")
    case .searchOrRefusal, .daloFiled:    ignore("cette étape du relogement est déjà dépassée")
    case .scheduleBroken:                 ignore("cet acte ne change pas le relogement")
    }
  }

  /// The dossier is closed; an act opens it again.
  // swift-format-ignore
  private static func reopened(_ act: Reopening) -> TableCell<HousingPhase> {
    switch act {
    case .arrearsReported, .noticeServed, .noticeBelowThreshold, .summonsServed, .delaysGranted:
                                          go(.notSought, [], "instruction 1.2 ; le dossier se rouvre")
    case .otherMotiveReported:            go(.notSought, [], "instruction II : tous les motifs ; le dossier se rouvre")
    case .scheduleBySurendettement:       go(.notSought, [], "loi 89-462, art. 24 VI ; le dossier se rouvre")
    case .evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay, .quitOrderServed, .quitOrderUnnotified,
      .evictionReported:                  go(.sought, [.openRehousing], "instruction 3.2 ; le dossier se rouvre")
    case .policeAidRequested, .policeAidPremature, .policeAidGranted:
                                          either(.accommodationOffered, go(.sought, [.openRehousing], "instruction 3.2 ; le dossier se rouvre"), go(.sought, [.openRehousing, .openAccommodation], "instruction 3.2 ; le dossier se rouvre"))
    case .judgmentReversed:               either(.restitutionDue, go(.notSought, [], "CPCE L111-10"), ignore("le dossier est clos"))
    }
  }
}
