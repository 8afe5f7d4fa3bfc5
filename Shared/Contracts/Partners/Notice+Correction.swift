public import Vocabulary

// What becomes of a notice when the dossier is decided again.

extension Notice {
  /// Whether it is too late to send it for the first time: the hearing was held, or the day of
  /// which it reminds has passed. The dossier notes that the day passed; nobody is reminded of it.
  public func isOutdated(on day: Day) -> Bool {
    if let audience, audience < day { return true }
    return code.declaration.isReminder && isPast(on: day)
  }

  /// Whether the day before whose end something must be done has passed.
  public func isPast(on day: Day) -> Bool {
    [echeance, audience].compactMap(\.self).contains { $0 < day }
  }

  /// Whether it asks its reader for the same thing as that one: only an amount, a day or a detail
  /// may have become known or have moved. A reminder is that of its own day.
  public func asksTheSame(as other: Notice) -> Bool {
    demand == other.demand && (!code.declaration.isReminder || echeance == other.echeance)
  }

  /// Whether it says more than how the law is cited, beside one that asks for the same thing.
  public func tellsMore(than other: Notice?) -> Bool {
    guard let other else { return true }
    var (one, that) = (self, other)
    (one.article, that.article) = (nil, nil)
    return one != that
  }

  /// What is asked, without what may become known or move.
  private var demand: Notice {
    var demand = self
    (demand.article, demand.montant, demand.nombre) = (nil, nil, nil)
    (demand.echeance, demand.lieu, demand.menage) = (nil, nil, nil)
    (demand.profil, demand.numero_unique) = (nil, nil)
    return demand
  }

  /// The notice that takes this one back; `nil` where nothing needs to be taken back any more.
  public func withdrawal(on day: Day) -> Notice? {
    guard code != .avisSansObjet, !isOutdated(on: day) else { return nil }
    var withdrawal = Notice(
      .avisSansObjet, dossier: dossier,
      texte: "Un avis précédent (\(code.rawValue)) est sans objet : n'y donnez pas suite.",
      article: article, echeance: echeance, audience: audience, offre: offre)
    withdrawal.annule = code
    withdrawal.commission = commission
    return withdrawal
  }
}
