import Casework
import Contracts
import LegalCalendar
public import Vocabulary

/// The demand of accommodation with support (instruction § 3.2).
public enum Accommodation: Sendable, Hashable {
  /// Nobody asked for it.
  case none
  /// The SIAO looks for a place; `reminders` counts the reply delays that brought nothing.
  case asked(on: Day, reminders: Int)
  /// The SIAO proposed a place on that day.
  case offered(on: Day)
  /// The household entered it.
  case accommodated(on: Day)
  case stopped(on: Day)

  /// Whether the household is in its place.
  public var isEntered: Bool {
    switch self {
    case .accommodated: true
    case .none, .asked, .offered, .stopped: false
    }
  }

  /// Whether the SIAO is expected to do something.
  public var isUnderWay: Bool {
    switch self {
    case .asked, .offered: true
    case .none, .accommodated, .stopped: false
    }
  }
}

// Accommodation with support, when rehousing is too late (instruction § 3.2).

extension RehousingContext {
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
    try tell(
      .hebergementARechercher, to: .ccas,
      "Le ménage, menacé d'expulsion, doit recevoir une proposition d'hébergement accompagné :"
        + " associez-vous à celle du SIAO.", article: RehousingBasis.accommodation)
  }

  mutating func askForPlace(_ text: String, reminders: Int) throws {
    file.accommodation = .asked(on: today, reminders: reminders)
    let due = try arm(
      .accommodationReply,
      after: .days(ReminderPace.days(first: rules.charter.accommodationDays, after: reminders)))
    try tell(
      .hebergementARechercher, to: .siao, text, article: RehousingBasis.accommodation, due: due)
  }

  /// The SIAO proposes a place, or says what the household answered.
  mutating func receive(_ orientation: HebergementOrientation) throws {
    guard !file.demand.isRehoused, !isOvertaken(orientation) else { return }
    switch orientation.etape {
    case .proposee:
      file.accommodation = .offered(on: orientation.date)
      try arm(.accommodationReply, after: .days(rules.charter.accommodationDays))
      try noticeDAHOPlace(on: orientation.date)
      try report(
        .accommodationOffered, on: orientation.date,
        "Un hébergement accompagné est proposé au ménage.", article: RehousingBasis.accommodation)
    case .acceptee:
      file.accommodation = .accommodated(on: orientation.date)
      disarm(.accommodationReply)
      try noticeDAHOPlace(on: orientation.date)
      try report(
        .accommodated, on: orientation.date, "Le ménage entre dans l'hébergement proposé.",
        article: RehousingBasis.accommodation)
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
      let due = try arm(.accommodationReply, after: .days(rules.charter.accommodationDays))
      try tell(
        .hebergementARechercher, to: .siao,
        "Une place a été proposée au ménage : dites s'il l'a acceptée, ou proposez-en une autre.",
        article: RehousingBasis.accommodation, due: due)
    case .asked(_, let reminders):
      try askForPlace(
        "Rappel : aucun hébergement n'a été proposé à ce ménage menacé d'expulsion. Proposez-en un.",
        reminders: reminders + 1)
      try tell(
        .hebergementARechercher, to: .prefecture,
        "Le SIAO n'a pas proposé d'hébergement : veillez à ce qu'une proposition soit faite avant"
          + " toute expulsion.", article: RehousingBasis.accommodation)
    }
  }

  /// The household asks for a place itself, at any time.
  mutating func receive(_ demand: HebergementDemande) throws {
    try associateHealth(demand)
    guard !file.demand.isRehoused, !file.accommodation.isUnderWay, !file.accommodation.isEntered
    else { return }
    try askForPlace(
      "Le ménage, menacé d'expulsion, demande un hébergement : proposez-lui une place avec un"
        + " accompagnement adapté.", reminders: 0)
  }

  /// A partner of health is associated where the household asks for it, and never otherwise; once.
  private mutating func associateHealth(_ demand: HebergementDemande) throws {
    guard demand.sante == true, file.healthAskedOn == nil, !file.demand.isRehoused else { return }
    file.healthAskedOn = demand.date
    try tell(
      .hebergementARechercher, to: .sante,
      "Le ménage, menacé d'expulsion, demande votre appui : associez-vous, avec le SIAO et le service"
        + " social, à la proposition d'hébergement accompagné.",
      article: RehousingBasis.accommodation)
  }
}
