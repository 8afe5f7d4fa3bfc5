public import Vocabulary

// What becomes of a notice when the dossier is decided again.

extension Notice {
  /// Whether it is too late to send it for the first time: the hearing was held, or the day of
  /// which it reminds has passed. The dossier notes that the day passed; nobody is reminded of it.
  public func isOutdated(on day: Day) -> Bool {
    if let audience, audience < day { return true }
    guard code.declaration.isReminder, let echeance else { return false }
    return echeance < day
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
