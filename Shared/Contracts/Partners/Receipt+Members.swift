extension Receipt {
  /// Its members in their order, each with what it holds.
  public static let fields = EventFields(sentAs: Receipt.self, declared())

  @DeclaredMembers private static func declared() -> [DeclaredMember] {
    line("evenement", "Identifiant de l'événement auquel il est répondu")
    line("type", "Type de cet événement")
    line("statut", "Ce qu'il est devenu")
    line("code", "Code, pour un programme")
    line("texte", "Ce qui a été fait, ou ce qu'il faut corriger et où")
    line("dossier", "Référence du dossier, quand l'événement en a atteint un")
    line("recu", "Jour de la première réception : la preuve d'une saisine")
    line("erreurs", "Tout ce qui est à corriger")
    line("erreurs[].champ", "Où : un pointeur JSON (RFC 6901), ou le nom d'un attribut")
    line("erreurs[].code", "Code de l'erreur")
    line("erreurs[].texte", "Ce qu'il faut corriger")
    line("erreurs[].attendu", "Ce qui est attendu là")
    line("erreurs[].valeurs_admises", "Les valeurs admises, quand elles sont une liste")
    line("erreurs[].borne", "Entre quelles bornes, comprises")
    line("erreurs[].borne.minimum", "La plus petite valeur : nombre, centimes ou date")
    line("erreurs[].borne.maximum", "La plus grande valeur : nombre, centimes ou date")
    line("avertissements", "Ce qu'il faut relire")
    line("avertissements[].code", "Code de l'avertissement")
    line("avertissements[].champ", "Où, comme dans une erreur")
    line("avertissements[].texte", "Ce qu'il faut relire")
    line("avertissements[].proche", "Ce qui en est proche : le membre connu, l'autre dossier")
    line("message_id", "message_id d'un événement dont l'identifiant ne peut être cité en entier")
    line("correlation_id", "correlation_id d'un tel événement")
    line("reference", "À citer quand un exploitant d'Amont doit regarder")
  }

  private static func line(_ path: String, _ title: String) -> DeclaredMember {
    DeclaredMember(path, title)
  }
}
