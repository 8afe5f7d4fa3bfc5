extension Notice {
  /// Its members in their order, each with what it holds.
  public static let fields = EventFields(sentAs: Notice.self, declared())

  @DeclaredMembers private static func declared() -> [DeclaredMember] {
    line("code", "Code de l'avis")
    line("dossier", "Référence du dossier, à rappeler dans toute réponse")
    line("texte", "Ce qu'il y a à faire ou à savoir, en une phrase")
    line("article", "Texte qui le demande")
    line("echeance", "Jour avant la fin duquel il faut agir")
    line("audience", "Jour de l'audience")
    EventDeclaration.tribunalAssignation.members.filter { $0.path.hasPrefix("lieu") }
      .map { DeclaredMember($0.path, $0.title) }
    line("montant", "Montant dont il s'agit")
    line("nombre", "Nombre d'échéances", in: .echeances)
    line("offre", "Référence de l'offre de logement")
    line("menage", "Le ménage et son logement, pour qui doit le rencontrer")
    Identification.declared().map { DeclaredMember($0.path, $0.title, in: $0.unit) }
    line("diagnostic", "Contenu du diagnostic social et financier")
    EventDeclaration.dsfTransmis.members.map { $0.inside("diagnostic") }
    line("carence", "Ce sur quoi repose un diagnostic de carence")
    EventDeclaration.dsfCarence.members.map { $0.inside("carence") }
    line("elements", "Ce qui est connu quand le diagnostic social et financier manque")
    EventDeclaration.dsfCarence.members.map { $0.inside("elements") }
    line("copie", "Copie du diagnostic pour le bailleur")
    EventDeclaration.dsfTransmis.members.map { $0.inside("copie") }
    // What the landlord's copy has at its top stands in a section of the diagnosis.
    EventDeclaration.dsfTransmis.members.filter { $0.path.hasPrefix("rubriques.") }
      .map { DeclaredMember($0.path.replacing("rubriques.", with: "copie."), $0.title) }
    line("profil", "Ce que doit savoir qui cherche un logement")
    EventDeclaration.relogementDemande.members.filter { $0.path.hasPrefix("profil.") }
      .map { DeclaredMember($0.path, $0.title, in: $0.unit) }
    line("numero_unique", "Numéro national de demande de logement social")
    line("annule", "Code de l'avis devenu sans objet")
    line("commission", "Sous-commission destinataire, ou ccapex-centrale")
    line("instance", "Instance qui devrait l'examiner d'abord")
    line("priorite", "Rang proposé dans une file, le plus grand d'abord ; il ne décide de rien")
    line("departement", "Autre département d'un transfert")
    line("stade", "Étape de la procédure, dans un transfert")
    line("autre", "À rappeler comme « autre » dans une fusion ou une séparation")
  }

  private static func line(
    _ path: String, _ title: String, in unit: FieldUnit? = nil
  ) -> DeclaredMember {
    DeclaredMember(path, title, in: unit)
  }
}
