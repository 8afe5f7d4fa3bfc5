/// What the Swift type of a member cannot say: between which bounds it lies, which form it has,
/// what other members ask of it. Data, so that what checks an event and what describes it read the
/// same.
public struct FieldRule: Sendable, Hashable {
  /// The member, as `menage.locataires[].nom`.
  public let path: String
  public let demand: Demand
  /// When it is asked; always, where absent.
  public let condition: Condition?

  /// What may be asked of a member. A member that is absent is asked for nothing but its presence.
  public enum Demand: Sendable, Hashable {
    case present

    // Dates
    /// The day of an act: it has come, and what it claims is not barred.
    case act
    /// A day that has come, in this century or the last.
    case past
    /// A day that may lie ahead, though not far.
    case ahead
    /// Not before another member plus so many days, nor after it plus so many years.
    case since(String, days: Int, years: Int)
    /// Not before another member.
    case notBefore(String)
    /// Not after another member.
    case notAfter(String)

    // Numbers
    /// Between these amounts, in cents.
    case amount(ClosedRange<Int>)
    /// Outside of these amounts, in cents, it is accepted with a warning; zero never is.
    case usual(ClosedRange<Int>)
    /// A debt that fits the rent, and the months unpaid where they are told (`UsualDebt`).
    case usualDebt(rent: String, months: String?)
    case number(ClosedRange<Int>)
    /// So many elements.
    case count(ClosedRange<Int>)

    // Texts: at most so many characters, none of them a control character
    case text(Int)
    /// A text of several lines.
    case prose(Int)
    /// A name: it has a letter or a digit.
    case name(Int)
    case person(Int)
    /// Who decides: one person, by first name and name (`AgentName`).
    case agent(Int)
    /// A reference: it has a letter or a digit, and spaces and hyphens do not count.
    case reference(Int)
    case street(Int)

    // Forms
    case siret
    case siren
    /// The INSEE code of a commune.
    case commune
    /// A number of the répertoire général.
    case rg
    case allocataire
    /// An hour of the day: `HH:MM`.
    case hour
    /// The name of an event, as `signalement.cdp`.
    case eventName
    /// The payload of another event, as JSON text.
    case payload
  }

  /// That another member has one of these values.
  public struct Condition: Sendable, Hashable {
    /// The other member, at the top of the event.
    public let field: String
    public let values: [Value]

    /// A value, or none.
    public enum Value: Sendable, Hashable {
      case text(String)
      case boolean(Bool)
      case absent
    }
  }

  init(_ path: String, _ demand: Demand, when condition: Condition? = nil) {
    (self.path, self.demand, self.condition) = (path, demand, condition)
  }
}

/// The bounds beyond which a value is a mistake of typing, not a case. Amounts are in cents.
public enum FieldBounds {
  /// Rent debt, and what is paid on it: up to 500 000 €.
  public static let debt = 1...50_000_000
  /// The same where there may be none.
  public static let anyDebt = 0...50_000_000
  /// What a refusal pays.
  public static let nothing = 0...0
  /// Monthly rent without charges: up to 20 000 €.
  public static let rent = 1...2_000_000
  /// Monthly charges, housing aid: up to 10 000 €.
  public static let monthly = 0...1_000_000
  /// Monthly resources and fixed charges of a household: up to 100 000 €.
  public static let resources = 0...10_000_000
  /// Debts other than rent: up to 10 000 000 €.
  public static let otherDebts = 0...1_000_000_000

  /// Months of arrears: ten years.
  public static let months = 0...120
  /// Instalments of a plan or of a judge's schedule (loi 89-462 art. 24 V: three years).
  public static let instalments = 1...36
  /// What a judge may leave of the two months of the commandement de quitter les lieux (CPCE art.
  /// L412-1): less than two months.
  public static let quitMonths = 0...1
  public static let quitDays = 0...59
  /// Persons of 14 or more.
  public static let adults = 1...20
  /// Children under 14.
  public static let children = 0...20
  /// Tenants named in an act.
  public static let tenants = 1...12
  /// Attempts to meet a household, as a DSF of carence lists them.
  public static let attempts = 1...20
  /// Digits of an allocataire's number, without the zeros before it.
  public static let allocataire = 1...7

  /// Surname, first name, étude, court, reference, contract, reason.
  public static let shortText = 80
  /// Number and street, stairs and door.
  public static let longText = 200
  public static let section = 10_000
  public static let caisse = 20
  /// Code of a département.
  public static let departement = 3

  /// No act older than this is received: what it claims is barred (loi 89-462 art. 7-1).
  public static let yearsOfPrescription = 3
  /// Delays of the judge end at most this long after the decision (loi 89-462 art. 24 V, CPCE
  /// art. L412-4 as in force in 2017).
  static let yearsOfDelays = 3
  /// A moratoire lasts at most two years (C. consom. art. L733-1).
  static let yearsOfMoratoire = 2
  /// The measures of a surendettement last at most seven years (C. consom. art. L733-1).
  static let yearsOfPlan = 7
  /// A protocole de cohésion sociale lasts at most two years, its amendment three (CCH L353-15-2).
  static let yearsOfProtocol = 2
  static let yearsOfAmendment = 3
  /// A measure of protection of an adult is reviewed within twenty years (Code civil art. 441,
  /// 442).
  static let yearsOfProtection = 20
  /// A hearing, a délibéré or a first instalment lies at most this far ahead.
  public static let yearsAhead = 3
  /// The guarantor is served within fifteen days of the tenant (loi 89-462 art. 24 I), often late,
  /// now and then first.
  static let daysGuarantorFirst = 31
  static let yearsGuarantorLate = 1
}

/// What debts are usual for a rent: the one place of these parameters. Outside of them an amount
/// was probably written in euros, or in the wrong member.
public enum UsualDebt {
  /// A debt below one part in so many of the months unpaid: a partial payment or the aid paid to
  /// the landlord explains no more.
  public static let leastPart = 10
  /// A debt above so many times the months unpaid: older arrears explain no more.
  public static let mostTimes = 20
  /// Months of rent beyond which a debt is unusual where no months are told.
  public static let mostMonths = 120
  /// Cents a month below which no rent is unpaid at all: such a debt is refused.
  public static let leastCentsAMonth = 100
}

/// What amounts are usual, in cents.
enum UsualAmounts {
  static let rent = 5_000...500_000
  static let monthly = 500...200_000
  static let income = 1_000...2_000_000
  static let debt = 1_000...10_000_000
  static let otherDebts = 1_000...100_000_000
  static let payment = 500...5_000_000
}
