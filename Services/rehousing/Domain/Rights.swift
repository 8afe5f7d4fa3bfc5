public import Vocabulary

/// Where the right to accommodation stands (CCH L441-2-3 III, R441-18).
public enum DAHORight: Sendable, Hashable {
  /// No recours.
  case none
  /// The commission de médiation received the recours on that day.
  case filed(on: Day)
  /// The commission refused.
  case refused(on: Day)
  /// A place is owed; `isOffered` once one was proposed that day or later.
  case priority(on: Day, isOffered: Bool)
}

/// The registration of a demand for social housing: its number is national, and it ends each year
/// unless it is renewed (CCH R441-2-7).
public struct Registration: Sendable, Hashable {
  /// The national number: an opaque text.
  public var number: String?
  /// The day of the registration or of its last renewal.
  public var on: Day

  /// A registration of that day.
  public init(number: String?, on day: Day) {
    self.number = number
    on = day
  }
}

/// A landlord, its commission or a réservataire does not house the household: the préfet may have to
/// attribute in its place (instruction § 2.2).
public struct Decline: Sendable, Hashable {
  /// The day.
  public var on: Day
  /// The broker account that declines.
  public var sender: String
  /// The offer, where one was made.
  public var offer: String?
  /// Why, as a short code.
  public var motive: String

  /// A decline made of its parts.
  public init(on day: Day, sender: String, offer: String?, motive: String) {
    on = day
    self.sender = sender
    self.offer = offer
    self.motive = motive
  }
}
