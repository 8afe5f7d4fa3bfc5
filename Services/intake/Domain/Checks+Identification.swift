import Contracts
import Vocabulary

extension Checks {
  /// Checks how the event says which household it is about.
  func check(_ menage: Identification) throws(Refusal) {
    if let bail = menage.bail {
      try form(CompanyNumber.isSIRET(bail.siret), "menage.bail.siret", .siret)
      try readable(bail.contrat, "menage.bail.contrat", NormalForm.reference)
    }
    if let allocataire = menage.allocataire {
      try readable(
        allocataire.caisse, "menage.allocataire.caisse", limit: Bounds.caisse,
        NormalForm.reference)
      try form(
        Bounds.isDigits(allocataire.numero, Bounds.allocataire), "menage.allocataire.numero",
        .allocataire)
    }
    if let rg = menage.rg {
      try readable(rg.tribunal, "menage.rg.tribunal", NormalForm.name)
      try form(Bounds.isRG(rg.numero), "menage.rg.numero", .rg)
    }
    if let exploc = menage.exploc {
      try readable(exploc, "menage.exploc", NormalForm.reference)
    }
    if let commandement = menage.commandement {
      try readable(commandement.etude, "menage.commandement.etude", NormalForm.name)
      try readable(commandement.reference, "menage.commandement.reference", NormalForm.reference)
    }
    if let siren = menage.bailleur?.siren {
      try form(CompanyNumber.isSIREN(siren), "menage.bailleur.siren", .siren)
    }
    try check(menage.locataires)
    try check(menage.logement)
    guard menage.hasReference || menage.locataires != nil && menage.logement != nil else {
      throw .identificationMissing
    }
  }

  private func check(_ tenants: [Person]?) throws(Refusal) {
    guard let tenants else { return }
    guard Bounds.tenants.contains(tenants.count) else {
      throw .fieldInvalid("menage.locataires", .count(Bounds.tenants))
    }
    for (index, tenant) in tenants.enumerated() {
      let path = "menage.locataires[\(index)]"
      try readable(tenant.nom, path + ".nom", NormalForm.name)
      try readable(tenant.prenom, path + ".prenom", NormalForm.name)
      if let birth = tenant.naissance { try past(birth, path + ".naissance") }
    }
  }

  private func check(_ dwelling: Dwelling?) throws(Refusal) {
    guard let dwelling else { return }
    try form(Bounds.isINSEE(dwelling.insee), "menage.logement.insee", .insee)
    try readable(
      dwelling.voie, "menage.logement.voie", limit: Bounds.longText, NormalForm.street)
    try text(dwelling.complement, "menage.logement.complement", limit: Bounds.longText)
  }
}

extension Identification {
  /// Whether one of the strong references is there.
  var hasReference: Bool {
    dossier != nil || bail != nil || allocataire != nil || rg != nil || exploc != nil
      || commandement != nil
  }
}
