import Contracts
import Messaging
import PostgreSQL
import RehousingDomain
import Vocabulary

/// The tables in which rehousing keeps its files.
enum RehousingTables {
  static let all = HouseholdTables<RehousingFile>(
    .file(file), .list(offer, \.offers, place: "entry"),
    .list(decline, \.declines, place: "entry", isAppendOnly: true))

  /// Why the others of text are not sealed.
  static let plain: [String: [PlainText: [String]]] = [
    "rehousing_file": [.word: ["landlord", "demand", "urgency", "dalo", "daho", "accommodation"]],
    "offer": [.reference: ["reference"], .account: ["sender"], .word: ["path", "state"]],
    "decline": [.account: ["sender"], .reference: ["offer"]],
  ]

  private static let file = Table("rehousing_file", from: RehousingFile()) {
    Column(word: "landlord", \.landlord)
    Column(
      \.demand, HousingDemand.init(stored:on:reminders:), Field("demand", \.stored.state),
      Field("demand_on", \.stored.day), Field("demand_reminders", \.stored.reminders))
    Column(word: "urgency", \.urgency)
    // The queue of those who are to be housed is ordered by it.
    Column(writing: "rank") { $0.rank }
    Column("eviction_from", \.evictionFrom)
    Column(\.profile, profile)
    Column("health_asked_on", \.healthAskedOn)
    Column(
      \.dalo, DALORight.init(stored:on:isOffered:), Field("dalo", \.stored.state),
      Field("dalo_on", \.stored.day), Field("dalo_offered", \.stored.isOffered))
    Column(
      \.daho, DAHORight.init(stored:on:isOffered:), Field("daho", \.stored.state),
      Field("daho_on", \.stored.day), Field("daho_offered", \.stored.isOffered))
    Column(
      ifPresent: \.registration, { Registration(number: $1, on: $0) },
      Field("registered_on", \.on), Field(sealed: "registration", \.number))
    Column(
      \.accommodation, Accommodation.init(stored:on:reminders:),
      Field("accommodation", \.stored.state), Field("accommodation_on", \.stored.day),
      Field("accommodation_reminders", \.stored.reminders))
  }

  private static let profile = Table("", from: ProfilLogement()) {
    Column("adults", \.adultes)
    Column("children", \.enfants)
    Column(sealed: "ages", \.ages)
    Column("budget", \.budget)
    Column(sealed: "communes", \.communes)
    Column(sealed: "mobility", \.mobilite)
  }

  private static let offer = Table(
    "offer", Offer.init(reference:sender:path:offeredOn:isSuitable:rent:state:),
    Field("reference", \.reference), Field("sender", \.sender), Field(word: "path", \.path),
    Field("offered_on", \.offeredOn), Field("suitable", \.isSuitable),
    Field("rent_cents", \.rent),
    Field(
      \.state, OfferState.init(stored:on:isReminded:motive:), Field("state", \.stored.state),
      Field("state_on", \.stored.day), Field("reminded", \.stored.isReminded),
      Field(sealed: "motive", \.stored.motive)))

  private static let decline = Table(
    "decline", Decline.init(on:sender:offer:motive:), Field("declined_on", \.on),
    Field("sender", \.sender), Field("offer", \.offer), Field(sealed: "motive", \.motive))
}

// How the states of the domain stand in columns, and come back.

extension HousingDemand {
  fileprivate var stored: (state: String, day: Day?, reminders: Int) {
    switch self {
    case .none: ("none", nil, 0)
    case .open(let day, let reminders): ("open", day, reminders)
    case .stopped(let day): ("stopped", day, 0)
    case .rehoused(let day): ("rehoused", day, 0)
    }
  }

  fileprivate init(stored state: String, on day: Day?, reminders: Int) throws {
    switch state {
    case "none": self = .none
    case "open":
      self = .open(since: try known(day, "demand_on"), reminders: reminders)
    case "stopped": self = .stopped(on: try known(day, "demand_on"))
    case "rehoused": self = .rehoused(on: try known(day, "demand_on"))
    default: throw PostgresError.unknownName(in: "demand")
    }
  }
}

extension DALORight {
  fileprivate var stored: (state: String, day: Day?, isOffered: Bool) {
    switch self {
    case .none: ("none", nil, false)
    case .filed(let day): ("filed", day, false)
    case .refused(let day): ("refused", day, false)
    case .priority(let day, let isOffered): ("priority", day, isOffered)
    case .lost(let day): ("lost", day, false)
    }
  }

  fileprivate init(stored state: String, on day: Day?, isOffered: Bool) throws {
    switch state {
    case "none": self = .none
    case "filed": self = .filed(on: try known(day, "dalo_on"))
    case "refused": self = .refused(on: try known(day, "dalo_on"))
    case "priority":
      self = .priority(on: try known(day, "dalo_on"), isOffered: isOffered)
    case "lost": self = .lost(on: try known(day, "dalo_on"))
    default: throw PostgresError.unknownName(in: "dalo")
    }
  }
}

extension DAHORight {
  fileprivate var stored: (state: String, day: Day?, isOffered: Bool) {
    switch self {
    case .none: ("none", nil, false)
    case .filed(let day): ("filed", day, false)
    case .refused(let day): ("refused", day, false)
    case .priority(let day, let isOffered): ("priority", day, isOffered)
    }
  }

  fileprivate init(stored state: String, on day: Day?, isOffered: Bool) throws {
    switch state {
    case "none": self = .none
    case "filed": self = .filed(on: try known(day, "daho_on"))
    case "refused": self = .refused(on: try known(day, "daho_on"))
    case "priority":
      self = .priority(on: try known(day, "daho_on"), isOffered: isOffered)
    default: throw PostgresError.unknownName(in: "daho")
    }
  }
}

extension Accommodation {
  fileprivate var stored: (state: String, day: Day?, reminders: Int) {
    switch self {
    case .none: ("none", nil, 0)
    case .asked(let day, let reminders): ("asked", day, reminders)
    case .offered(let day): ("offered", day, 0)
    case .accommodated(let day): ("accommodated", day, 0)
    case .stopped(let day): ("stopped", day, 0)
    }
  }

  fileprivate init(stored state: String, on day: Day?, reminders: Int) throws {
    switch state {
    case "none": self = .none
    case "asked":
      self = .asked(
        on: try known(day, "accommodation_on"), reminders: reminders)
    case "offered": self = .offered(on: try known(day, "accommodation_on"))
    case "accommodated": self = .accommodated(on: try known(day, "accommodation_on"))
    case "stopped": self = .stopped(on: try known(day, "accommodation_on"))
    default: throw PostgresError.unknownName(in: "accommodation")
    }
  }
}

extension OfferState {
  fileprivate var stored: (state: String, day: Day, isReminded: Bool, motive: String?) {
    switch self {
    case .queued(let day): ("queued", day, false, nil)
    case .transmitted(let day, let isReminded): ("transmitted", day, isReminded, nil)
    case .unsuitable(let day): ("unsuitable", day, false, nil)
    case .refused(let day, let motive): ("refused", day, false, motive)
    case .unanswered(let day): ("unanswered", day, false, nil)
    case .accepted(let day, let isReminded): ("accepted", day, isReminded, nil)
    case .lapsed(let day): ("lapsed", day, false, nil)
    case .leased(let day): ("leased", day, false, nil)
    case .withdrawn(let day): ("withdrawn", day, false, nil)
    }
  }

  fileprivate init(
    stored state: String, on day: Day, isReminded: Bool, motive: String?
  ) throws {
    switch state {
    case "queued": self = .queued(on: day)
    case "transmitted": self = .transmitted(on: day, isReminded: isReminded)
    case "unsuitable": self = .unsuitable(on: day)
    case "refused": self = .refused(on: day, motive: motive)
    case "unanswered": self = .unanswered(on: day)
    case "accepted": self = .accepted(on: day, isReminded: isReminded)
    case "lapsed": self = .lapsed(on: day)
    case "leased": self = .leased(on: day)
    case "withdrawn": self = .withdrawn(on: day)
    default: throw PostgresError.unknownName(in: "state")
    }
  }
}

/// The day of a state that has one.
private func known(_ day: Day?, _ column: String) throws(PostgresError) -> Day {
  guard let day else {
    throw PostgresError(code: .unexpectedResult, column: column, message: "the column is NULL")
  }
  return day
}
