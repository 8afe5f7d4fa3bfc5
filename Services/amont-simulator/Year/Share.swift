/// So many out of so many.
struct Share: Sendable {
  let part: Int
  let whole: Int

  init(_ part: Int, of whole: Int) {
    self.part = max(0, part)
    self.whole = max(1, whole)
  }

  /// The share as a number from 0 to 1.
  var value: Double { Double(part) / Double(whole) }
}

extension Dice {
  /// Whether something that happens to that share happens now.
  mutating func happens(_ share: Share) -> Bool { number(1...share.whole) <= share.part }
}

/// How often each step follows another: all derived from the table of volumes, so that the lives
/// drawn add up to it. A number of our own stands where the table is silent.
enum Rates {
  private static func aYear(_ volume: Volume) -> Int { volume.aYear }

  /// Who brings a dossier in: what remains of the dossiers is known by the CAF's file alone.
  static let origins: [(Life.Origin, weight: Int)] = [
    (.huissier, weight: aYear(.commandement)), (.landlord, weight: aYear(.saisine)),
    (.caf, weight: onlyCAF),
  ]
  private static let onlyCAF = Volume.dossiers - aYear(.commandement) - aYear(.saisine)
  private static let landlords = aYear(.commandement) + aYear(.saisine)
  /// Households that the CAF's file names too.
  static let alsoCAF = Share(aYear(.aplArrears) - onlyCAF, of: landlords)
  /// Households that are met in the end: ours.
  static let reachable = Share(85, of: 100)
  /// The first signals whose commune is in no table.
  static let badAddress = Share(3, of: 100)
  /// Events that are published twice.
  static let duplicate = Share(20, of: 100)
  /// Events that arrive after the next one of the same household.
  static let outOfOrder = Share(5, of: 100)

  static let summoned = Share(aYear(.summons), of: landlords)
  private static let held = aYear(.hearing) - aYear(.postponement)
  static let heard = Share(held, of: aYear(.summons))
  static let postponed = Share(aYear(.postponement), of: held)
  static let decided = Share(aYear(.decision), of: held)

  /// What judges decide, out of all decisions. One claim in ten is dismissed: ours.
  static let delays = Share(aYear(.delays), of: aYear(.decision))
  private static let dismissals = aYear(.decision) / 10
  static let dismissed = Share(dismissals, of: aYear(.decision) - aYear(.delays))
  private static let evictions = aYear(.decision) - aYear(.delays) - dismissals
  /// Eviction orders that come with delays of CPCE art. L412-3: ours.
  static let withDelays = Share(15, of: 100)
  /// Judges' schedules that are broken: ours.
  static let broken = Share(35, of: 100)
  private static let brokenSchedules = aYear(.delays) * broken.part / broken.whole
  static let quitOrder = Share(aYear(.quitOrder) - brokenSchedules, of: evictions)
  static let policeAid = Share(aYear(.policeAidRequest), of: aYear(.quitOrder))
  static let granted = Share(aYear(.policeAidGrant), of: aYear(.policeAidRequest))
  static let carriedOut = Share(aYear(.eviction), of: aYear(.policeAidGrant))
  /// Requests that the préfet refuses in words, out of those not granted; the others meet silence.
  static let refusedInWords = Share(50, of: 100)

  /// Households that claim the DALO, out of those against whom the CFP is asked.
  static let dalo = Share(aYear(.dalo), of: aYear(.policeAidRequest))
  /// Priority ones, out of those that claim and are not evicted: half of all.
  static let priority = Share(
    aYear(.dalo) / 2,
    of: aYear(.dalo) * (aYear(.policeAidRequest) - aYear(.eviction)) / aYear(.policeAidRequest))
  /// First offers that are refused, and followed by a second one: ours.
  static let refusedOffer = Share(25, of: 100)
  private static let daloOffers = aYear(.dalo) / 2 * (100 + refusedOffer.part) / 100
  private static let withoutCourt = Volume.dossiers - aYear(.summons)
  /// Households to whom a dwelling is offered before any court.
  static let rehoused = Share(
    (aYear(.offer) - daloOffers) * 100 / (100 + refusedOffer.part), of: withoutCourt)
  /// Households with a surendettement file: three events each.
  static let surendettement = Share(
    aYear(.surendettement) / 3, of: withoutCourt - rehoused.part)
}
