import Contracts

// What may be wrong, one line each: the event, what is wrong, the sound text and the one that
// replaces it, the code of the refusal, and what its sentence names.
extension BadInput {
  static let all = amounts + dates + future + counts + court + households

  // swift-format-ignore
  static let amounts: [BadInput] = [
    .cdp("negative debt", "298500", "-1", "champ.invalide", "dette"),
    .cdp("no debt", "298500", "0", "champ.invalide", "dette"),
    .cdp("absurd debt", "298500", "50000001", "champ.invalide", "dette"),
    .cdp("debt beyond an integer", "298500", "99999999999999999999", "champ.invalide", "dette"),
    .cdp("debt as text", "298500", #""2985""#, "champ.invalide", "dette"),
    .cdp("debt with cents", "298500", "2985.5", "champ.invalide", "dette"),
    .cdp("debt null", "298500", "null", "champ.absent", "dette"),
    .cdp("no rent", "60000", "0", "champ.invalide", "loyer"),
    .cdp("negative charges", "9000", "-9000", "champ.invalide", "charges"),
    .of(.signalementImpayeAPL, from: "caf", "negative aid", "9000", #"9000,"aide":-1"#, "champ.invalide", "aide"),
    .of(.apurementDecision, from: "fsl", "help of nothing", "100000", "0", "champ.invalide", "montant"),
    .of(.apurementDecision, from: "fsl", "refusal that pays", "true", "false", "champ.invalide", "montant"),
    .of(.apurementVersement, from: "bailleur-social", "negative payment", "7000", "-7000", "champ.invalide", "montant"),
    .of(.relogementProposition, from: "reservataire", "free dwelling", "40000", "0", "champ.invalide", "loyer"),
    .of(.diagnosticInitial, from: "ccas", "negative resources", "150000", "-1", "champ.invalide", "ressources"),
    .of(.diagnosticInitial, from: "ccas", "negative aid", "20000", "-1", "champ.invalide", "aide"),
    .of(.diagnosticInitial, from: "ccas", "no rent", "60000", "0", "champ.invalide", "loyer"),
    .of(.diagnosticInitial, from: "ccas", "absurd charges", "\"charges\":9000", "\"charges\":99999999", "champ.invalide", "charges"),
    .of(.diagnosticInitial, from: "ccas", "negative fixed charges", "30000", "-1", "champ.invalide", "charges_fixes"),
    .of(.diagnosticInitial, from: "ccas", "negative debt", "290000", "-1", "champ.invalide", "dette"),
    .of(.diagnosticInitial, from: "ccas", "negative other debts", #""autres_dettes":0"#, #""autres_dettes":-1"#, "champ.invalide", "autres_dettes"),
  ]

  // swift-format-ignore
  static let dates: [BadInput] = [
    .cdp("act that is not a date", "2018-02-02", "2 février", "champ.invalide", "acte"),
    .cdp("act on 30 February", "2018-02-02", "2018-02-30", "champ.invalide", "acte"),
    .cdp("act with a time", "2018-02-02", "2018-02-02T10:00:00Z", "champ.invalide", "acte"),
    .cdp("act tomorrow", "2018-02-02", "2018-02-06", "champ.invalide", "acte"),
    .cdp("act older than three years", "2018-02-02", "2015-02-04", "champ.invalide", "89-462"),
    .cdp("act absent", #""acte":"2018-02-02","#, "", "champ.absent", "acte"),
    .cdp("lease after the act", #""mois_impayes":4"#, #""mois_impayes":4,"bail_du":"2018-02-03""#, "champ.invalide", "bail_du"),
    .cdp("lease of another age", #""mois_impayes":4"#, #""mois_impayes":4,"bail_du":"0018-02-03""#, "champ.invalide", "bail_du"),
    .of(.surendettementMesures, from: "banque-de-france", "moratoire of three years", "2020-01-31", "2021-01-31", "champ.invalide", "fin"),
    .of(.surendettementMesures, from: "banque-de-france", "moratoire without end", #","fin":"2020-01-31""#, "", "champ.absent", "fin"),
    .of(.surendettementMesures, from: "banque-de-france", "plan of ten years", #""moratoire","fin":"2020-01-31""#, #""plan","fin":"2028-01-31""#, "champ.invalide", "fin"),
    .of(.relogementBail, from: "bailleur-social", "lease in the year 9999", "2018-05-01", "9999-12-31", "champ.invalide", "date"),
    .of(.apurementPlan, from: "bailleur-prive", "first instalment before the plan", "2018-03-10", "2018-01-10", "champ.invalide", "premiere"),
    .of(.apurementPlan, from: "bailleur-prive", "plan without first instalment", #","premiere":"2018-03-10""#, "", "champ.absent", "premiere"),
  ]

  /// Each event whose act would be tomorrow.
  static let future: [BadInput] = EventKind.allCases.compactMap { kind in
    guard Sample.fields(kind).contains("2018-02-01"),
      let sender = kind.senders.map(\.rawValue).min()
    else {
      return nil
    }
    return .of(
      kind, from: sender, "in the future", "2018-02-01", "2018-02-06", "champ.invalide", "date est")
  }

  // swift-format-ignore
  static let counts: [BadInput] = [
    .cdp("negative months", #""mois_impayes":4"#, #""mois_impayes":-1"#, "champ.invalide", "mois_impayes"),
    .cdp("a thousand months", #""mois_impayes":4"#, #""mois_impayes":1000"#, "champ.invalide", "mois_impayes"),
    .cdp("months absent", #","mois_impayes":4"#, "", "champ.absent", "mois_impayes"),
    .of(.apurementPlan, from: "bailleur-prive", "no instalment", "24", "0", "champ.invalide", "nombre"),
    .of(.apurementPlan, from: "bailleur-prive", "37 instalments", "24", "37", "champ.invalide", "nombre"),
    .of(.apurementPlan, from: "bailleur-prive", "37 instalments refused", #"true,"nombre":24"#, #"false,"nombre":37"#, "champ.invalide", "nombre"),
    .of(.apurementPlan, from: "bailleur-prive", "plan without number", #""nombre":24,"#, "", "champ.absent", "nombre"),
    .of(.apurementVersement, from: "bailleur-prive", "rank zero", #""echeance":1"#, #""echeance":0"#, "champ.invalide", "echeance"),
    .of(.diagnosticInitial, from: "ccas", "nobody", #""adultes":2"#, #""adultes":0"#, "champ.invalide", "adultes"),
    .of(.dsfTransmis, from: "operateur-dsf", "99 children", #""enfants":1"#, #""enfants":99"#, "champ.invalide", "enfants"),
    .of(.contactResultat, from: "ccas", "unknown channel", "courrier", "pigeon", "champ.invalide", "canal"),
    .of(.contactResultat, from: "ccas", "unknown result", "sans-reponse", "peut-etre", "champ.invalide", "resultat"),
    .of(.relogementProposition, from: "reservataire", "offer without name", "R-12", "  ", "champ.invalide", "offre"),
    .of(.relogementReponse, from: "menage", "endless reason", "trop-loin", String(repeating: "x", count: 81), "champ.invalide", "motif"),
    .of(.relogementReponse, from: "menage", "reason with a control character", "trop-loin", #"a\u0000b"#, "champ.invalide", "motif"),
    .of(.relogementBail, from: "bailleur-social", "offer of punctuation", "R-12", "--", "champ.invalide", "offre"),
    .of(.hebergementOrientation, from: "siao", "unknown stage", "proposee", "revee", "champ.invalide", "etape"),
  ]

  // swift-format-ignore
  static let court: [BadInput] = [
    .of(.tribunalAssignation, from: "huissier", "hearing on the day of the act", "2018-04-17", "2018-01-30", "champ.invalide", "audience"),
    .of(.tribunalAssignation, from: "huissier", "hearing in ten years", "2018-04-17", "2028-04-17", "champ.invalide", "audience"),
    .of(.tribunalAssignation, from: "huissier", "notified before it was served", "2018-01-31", "2018-01-29", "champ.invalide", "notification"),
    .of(.tribunalAssignation, from: "huissier", "notified tomorrow", "2018-01-31", "2018-02-06", "champ.invalide", "notification"),
    .of(.tribunalAssignation, from: "huissier", "served tomorrow", "2018-01-30", "2018-02-06", "champ.invalide", "acte"),
    .of(.tribunalAssignation, from: "huissier", "motive as text", "true", #""oui""#, "champ.invalide", "dette_locative"),
    .of(.tribunalAudience, from: "tribunal", "decided before it was heard", "2018-03-20", "2018-01-20", "champ.invalide", "delibere"),
    .of(.tribunalRenvoi, from: "tribunal", "postponed backwards", "2018-05-15", "2018-02-20", "champ.invalide", "nouvelle"),
    .of(.tribunalRenvoi, from: "tribunal", "postponed from the year 9999", "2018-02-20", "9999-02-20", "champ.invalide", "date"),
    .of(.tribunalDecision, from: "tribunal", "unknown decision", "delais-suspensifs", "grace", "champ.invalide", "sens"),
    .of(.tribunalDecision, from: "tribunal", "37 instalments", "36", "37", "champ.invalide", "nombre"),
    .of(.tribunalDecision, from: "tribunal", "delays without number", #""nombre":36,"#, "", "champ.absent", "nombre"),
    .of(.tribunalDecision, from: "tribunal", "delays without first day", #","premiere":"2018-03-10""#, "", "champ.absent", "premiere"),
    .of(.tribunalDecision, from: "tribunal", "delays without end", "delais-suspensifs", "expulsion-avec-delais", "champ.absent", "fin_delais"),
    .of(.tribunalDecision, from: "tribunal", "delays of four years", #"delais-suspensifs""#, #"expulsion-avec-delais","fin_delais":"2022-02-01""#, "champ.invalide", "fin_delais"),
    .of(.executionCQL, from: "huissier", "préfet seized before", "2018-02-02", "2018-01-31", "champ.invalide", "prefet_saisi"),
    .of(.executionCQL, from: "huissier", "préfet seized tomorrow", "2018-02-02", "2018-02-06", "champ.invalide", "prefet_saisi"),
    .of(.executionDelaisJEX, from: "tribunal", "end before the decision", "2018-09-01", "2018-01-01", "champ.invalide", "fin"),
  ]

  private static func people(_ tenant: String, _ dwelling: String = Fixture.dwelling) -> String {
    #""locataires":[\#(tenant)],\#(dwelling)"#
  }

  // swift-format-ignore
  static let households: [BadInput] = [
    .household("nothing", "", "menage.incomplet", "menage"),
    .household("tenants without dwelling", #""locataires":[\#(Fixture.tenant)]"#, "menage.incomplet", "logement"),
    .household("dwelling without tenants", Fixture.dwelling, "menage.incomplet", "locataires"),
    .household("nobody", #""locataires":[],\#(Fixture.dwelling)"#, "champ.invalide", "menage.locataires"),
    .household("thirteen tenants", people(Array(repeating: Fixture.tenant, count: 13).joined(separator: ",")), "champ.invalide", "menage.locataires"),
    .household("lease that nobody knows", Fixture.bail, "dossier.inconnu", "menage.locataires"),
    .household("unknown dossier", #""dossier":"00000000-0000-8000-8000-000000000001","# + Fixture.household, "dossier.inconnu", "dossier"),
    .household("dossier that is no UUID", #""dossier":"12","# + Fixture.household, "champ.invalide", "menage.dossier"),
    .household("wrong key of a SIRET", #""bail":{"siret":"73282932000075","contrat":"1"}"#, "champ.invalide", "menage.bail.siret"),
    .household("SIRET with a space", #""bail":{"siret":"732829320 00074","contrat":"1"}"#, "champ.invalide", "menage.bail.siret"),
    .household("lease without contract", #""bail":{"siret":"73282932000074"}"#, "champ.absent", "menage.bail.contrat"),
    .household("empty contract", #""bail":{"siret":"73282932000074","contrat":""}"#, "champ.invalide", "menage.bail.contrat"),
    .household("wrong key of a SIREN", #""bailleur":{"type":"personne-morale-sociale","siren":"732829321"},"# + Fixture.household, "champ.invalide", "menage.bailleur.siren"),
    .household("unknown kind of landlord", #""bailleur":{"type":"seigneur"},"# + Fixture.household, "champ.invalide", "menage.bailleur.type"),
    .household("allocataire of eight digits", #""allocataire":{"caisse":"931","numero":"0012345678"}"#, "champ.invalide", "menage.allocataire.numero"),
    .household("allocataire of zeros", #""allocataire":{"caisse":"931","numero":"0000000"}"#, "champ.invalide", "menage.allocataire.numero"),
    .household("a NIR for an allocataire", #""allocataire":{"caisse":"931","numero":"185057800608491"}"#, "champ.invalide", "NIR"),
    .household("a NIR with spaces", #""allocataire":{"caisse":"931","numero":"1 85 05 78 006 084 91"}"#, "champ.invalide", "NIR"),
    .household("a NIR without its key", #""allocataire":{"caisse":"931","numero":"1850578006084"}"#, "champ.invalide", "NIR"),
    .household("a NIR padded with zeros", #""allocataire":{"caisse":"931","numero":"0001850578006084"}"#, "champ.invalide", "NIR"),
    .household("a NIR for a caisse", #""allocataire":{"caisse":"1850578006084","numero":"1"}"#, "champ.invalide", "NIR"),
    .household("a NIR for a contract", #""bail":{"siret":"73282932000074","contrat":"1850578006084 91"}"#, "champ.invalide", "NIR"),
    .household("a NIR for a SIRET", #""bail":{"siret":"185057800608491","contrat":"1"}"#, "champ.invalide", "NIR"),
    .household("a NIR for an act", #""commandement":{"etude":"E","reference":"185057800608491"}"#, "champ.invalide", "NIR"),
    .household("a NIR for a dossier of EXPLOC", #""exploc":"185057800608491""#, "champ.invalide", "NIR"),
    .household("a NIR for an RG", #""rg":{"tribunal":"Bobigny","numero":"1850578006084"}"#, "champ.invalide", "NIR"),
    .household("a NIR in a name", people(#"{"nom":"A 1 85 05 78","prenom":"185057800608491"}"#), "champ.invalide", "NIR"),
    .household("a NIR in a member that nobody knows", Fixture.household + #","nir":"185057800608491""#, "champ.invalide", "NIR"),
    .household("endless caisse", #""allocataire":{"caisse":"\#(String(repeating: "9", count: 21))","numero":"1"}"#, "champ.invalide", "menage.allocataire.caisse"),
    .household("RG of another form", #""rg":{"tribunal":"Bobigny","numero":"2018/123"}"#, "champ.invalide", "menage.rg.numero"),
    .household("court without name", #""rg":{"tribunal":" ","numero":"18/00123"}"#, "champ.invalide", "menage.rg.tribunal"),
    .household("étude of punctuation", #""commandement":{"etude":"?","reference":"1"}"#, "champ.invalide", "menage.commandement.etude"),
    .household("endless reference", #""commandement":{"etude":"E","reference":"\#(String(repeating: "9", count: 81))"}"#, "champ.invalide", "menage.commandement.reference"),
    .household("name of punctuation", people(#"{"nom":"???","prenom":"A"}"#), "champ.invalide", "menage.locataires[0].nom"),
    .household("name absent", people(#"{"prenom":"A"}"#), "champ.absent", "menage.locataires[0].nom"),
    .household("second tenant without first name", people(Fixture.tenant + #",{"nom":"B","prenom":""}"#), "champ.invalide", "menage.locataires[1].prenom"),
    .household("born tomorrow", people(#"{"nom":"A","prenom":"B","naissance":"2018-02-06"}"#), "champ.invalide", "menage.locataires[0].naissance"),
    .household("born in 1850", people(#"{"nom":"A","prenom":"B","naissance":"1850-02-06"}"#), "champ.invalide", "menage.locataires[0].naissance"),
    .household("name with a line break", people(#"{"nom":"A\nB","prenom":"B"}"#), "champ.invalide", "menage.locataires[0].nom"),
    .household("a name of a million marks", people("{\"nom\":\"A\(String(repeating: "\u{301}", count: 100_000))\",\"prenom\":\"B\"}"), "champ.invalide", "menage.locataires[0].nom"),
    .household("postal code of four digits", people(Fixture.tenant, #""logement":{"insee":"9306","voie":"1 rue A"}"#), "champ.invalide", "menage.logement.insee"),
    .household("commune in words", people(Fixture.tenant, #""logement":{"insee":"Saint","voie":"1 rue A"}"#), "champ.invalide", "menage.logement.insee"),
    .household("street of punctuation", people(Fixture.tenant, #""logement":{"insee":"93066","voie":"-"}"#), "champ.invalide", "menage.logement.voie"),
    .household("endless street", people(Fixture.tenant, #""logement":{"insee":"93066","voie":"\#(String(repeating: "a ", count: 101))"}"#), "champ.invalide", "menage.logement.voie"),
    .household("endless door", people(Fixture.tenant, #""logement":{"insee":"93066","voie":"1 rue A","complement":"\#(String(repeating: "a ", count: 101))"}"#), "champ.invalide", "menage.logement.complement"),
    .household("no commune", people(Fixture.tenant, #""logement":{"insee":"00000","voie":"1 rue A"}"#), "champ.invalide", "aucune commune de France"),
    .household("born abroad", people(Fixture.tenant, #""logement":{"insee":"99100","voie":"1 rue A"}"#), "champ.invalide", "aucune commune de France"),
    .household("no commune of another département", people(Fixture.tenant, #""logement":{"insee":"75999","voie":"1 rue A"}"#), "champ.invalide", "menage.logement.insee"),
    .household("a postcode", people(Fixture.tenant, #""logement":{"insee":"93200","voie":"1 rue A"}"#), "champ.invalide", "93066 (Saint-Denis)"),
    .household("a postcode of a commune that ended", people(Fixture.tenant, #""logement":{"insee":"93380","voie":"1 rue A"}"#), "champ.invalide", "93059 (Pierrefitte-sur-Seine)"),
    .household("a birth without month but with a day", people(#"{"nom":"A","prenom":"B","naissance":"1980-00-15"}"#), "champ.invalide", "menage.locataires[0].naissance"),
    .household("a birth of the coming year", people(#"{"nom":"A","prenom":"B","naissance":"2019-00-00"}"#), "champ.invalide", "menage.locataires[0].naissance"),
    .household("tenants as text", #""locataires":"Martin",\#(Fixture.dwelling)"#, "champ.invalide", "menage.locataires"),
  ]
}
