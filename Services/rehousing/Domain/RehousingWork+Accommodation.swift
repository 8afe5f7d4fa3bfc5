import Contracts
import Vocabulary

// Accommodation with support, when rehousing is too late (instruction § 3.2).

extension RehousingWork {
  /// Asks the SIAO for a place, once.
  mutating func openAccommodation(_ command: Command) throws {
    switch file.accommodation {
    case .asked, .offered, .accommodated: return
    case .none, .stopped: break
    }
    guard !file.demand.isRehoused else { return }
    try askForPlace(
      "Recherchez un hébergement avec un accompagnement adapté et proposez-le au ménage avant toute"
        + " expulsion.", reminders: 0)
  }

  mutating func askForPlace(_ text: String, reminders: Int) throws {
    file.accommodation = .asked(on: today, reminders: reminders)
    let due = try arm(
      .accommodationReply,
      days: ReminderPace.days(first: rules.charter.accommodationDays, after: reminders))
    try tell(
      .hebergementARechercher, to: .kind(.siao), text, article: Basis.accommodation, due: due)
  }

  /// The SIAO proposes a place, or says what the household answered.
  mutating func receive(_ orientation: HebergementOrientation) throws {
    guard !file.demand.isRehoused, !isOvertaken(orientation) else { return }
    switch orientation.etape {
    case .proposee:
      file.accommodation = .offered(on: orientation.date)
      try arm(.accommodationReply, days: rules.charter.accommodationDays)
      try noticeDAHOPlace(on: orientation.date)
      try report(
        .accommodationOffered, on: orientation.date,
        "Un hébergement accompagné est proposé au ménage.", article: Basis.accommodation)
    case .acceptee:
      file.accommodation = .accommodated(on: orientation.date)
      disarm(.accommodationReply)
      try noticeDAHOPlace(on: orientation.date)
      try report(
        .accommodated, on: orientation.date, "Le ménage entre dans l'hébergement proposé.",
        article: Basis.accommodation)
    case .refusee:
      try askForPlace(
        "Le ménage a refusé la place proposée : recherchez-en une autre et proposez-la.",
        reminders: 0)
    }
  }

  /// Whether what is known already goes further, or says the same.
  private func isOvertaken(_ orientation: HebergementOrientation) -> Bool {
    switch (file.accommodation, orientation.etape) {
    case (.accommodated, _): true
    case (.offered(let day), .proposee): orientation.date <= day
    case (.offered(let day), .refusee): orientation.date < day
    case (.offered, .acceptee), (.none, .proposee), (.none, .acceptee), (.asked, .proposee),
      (.asked, .acceptee), (.stopped, .acceptee):
      false
    // A refusal with nothing on offer: another place is already being sought, or none is.
    case (.asked, .refusee), (.none, .refusee), (.stopped, .refusee), (.stopped, .proposee): true
    }
  }

  /// The SIAO did not answer, or did not say what the household answered.
  mutating func accommodationReplyExpired() throws {
    switch file.accommodation {
    case .none, .accommodated, .stopped: return
    case .offered:
      let due = try arm(.accommodationReply, days: rules.charter.accommodationDays)
      try tell(
        .hebergementARechercher, to: .kind(.siao),
        "Une place a été proposée au ménage : dites s'il l'a acceptée, ou proposez-en une autre.",
        article: Basis.accommodation, due: due)
    case .asked(_, let reminders):
      try askForPlace(
        "Rappel : aucun hébergement n'a été proposé à ce ménage menacé d'expulsion. Proposez-en un.",
        reminders: reminders + 1)
      try tell(
        .hebergementARechercher, to: .kind(.prefecture),
        "Le SIAO n'a pas proposé d'hébergement : veillez à ce qu'une proposition soit faite avant"
          + " toute expulsion.", article: Basis.accommodation)
    }
  }
}
