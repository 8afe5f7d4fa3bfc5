import Contracts
import PostgreSQL
import RehousingDomain
import Vocabulary

// How the states of the domain stand in columns, and come back.

extension Demand {
  var columns: (state: String, day: Day?, reminders: Int) {
    switch self {
    case .none: ("none", nil, 0)
    case .open(let day, let reminders): ("open", day, reminders)
    case .stopped(let day): ("stopped", day, 0)
    case .rehoused(let day): ("rehoused", day, 0)
    }
  }

  init(_ row: Row) throws(PostgresError) {
    switch try row.text("demand") {
    case "none": self = .none
    case "open":
      self = .open(since: try row.day("demand_on"), reminders: try row.int("demand_reminders"))
    case "stopped": self = .stopped(on: try row.day("demand_on"))
    case "rehoused": self = .rehoused(on: try row.day("demand_on"))
    default: throw unknown("demand")
    }
  }
}

extension DALORight {
  var columns: (state: String, day: Day?, isOffered: Bool) {
    switch self {
    case .none: ("none", nil, false)
    case .filed(let day): ("filed", day, false)
    case .refused(let day): ("refused", day, false)
    case .priority(let day, let isOffered): ("priority", day, isOffered)
    case .lost(let day): ("lost", day, false)
    }
  }

  init(_ row: Row) throws(PostgresError) {
    switch try row.text("dalo") {
    case "none": self = .none
    case "filed": self = .filed(on: try row.day("dalo_on"))
    case "refused": self = .refused(on: try row.day("dalo_on"))
    case "priority":
      self = .priority(on: try row.day("dalo_on"), isOffered: try row.bool("dalo_offered"))
    case "lost": self = .lost(on: try row.day("dalo_on"))
    default: throw unknown("dalo")
    }
  }
}

extension DAHORight {
  var columns: (state: String, day: Day?, isOffered: Bool) {
    switch self {
    case .none: ("none", nil, false)
    case .filed(let day): ("filed", day, false)
    case .refused(let day): ("refused", day, false)
    case .priority(let day, let isOffered): ("priority", day, isOffered)
    }
  }

  init(_ row: Row) throws(PostgresError) {
    switch try row.text("daho") {
    case "none": self = .none
    case "filed": self = .filed(on: try row.day("daho_on"))
    case "refused": self = .refused(on: try row.day("daho_on"))
    case "priority":
      self = .priority(on: try row.day("daho_on"), isOffered: try row.bool("daho_offered"))
    default: throw unknown("daho")
    }
  }
}

extension Decline {
  init(_ row: Row) throws(PostgresError) {
    self.init(
      on: try row.day("declined_on"), sender: try row.text("sender"),
      offer: try row.textIfPresent("offer"), motive: try row.text("motive"))
  }
}

extension Accommodation {
  var columns: (state: String, day: Day?, reminders: Int) {
    switch self {
    case .none: ("none", nil, 0)
    case .asked(let day, let reminders): ("asked", day, reminders)
    case .offered(let day): ("offered", day, 0)
    case .accommodated(let day): ("accommodated", day, 0)
    case .stopped(let day): ("stopped", day, 0)
    }
  }

  init(_ row: Row) throws(PostgresError) {
    switch try row.text("accommodation") {
    case "none": self = .none
    case "asked":
      self = .asked(
        on: try row.day("accommodation_on"), reminders: try row.int("accommodation_reminders"))
    case "offered": self = .offered(on: try row.day("accommodation_on"))
    case "accommodated": self = .accommodated(on: try row.day("accommodation_on"))
    case "stopped": self = .stopped(on: try row.day("accommodation_on"))
    default: throw unknown("accommodation")
    }
  }
}

extension OfferState {
  var columns: (state: String, day: Day, isReminded: Bool, motive: String?) {
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

  init(_ row: Row) throws(PostgresError) {
    let day = try row.day("state_on")
    switch try row.text("state") {
    case "queued": self = .queued(on: day)
    case "transmitted": self = .transmitted(on: day, isReminded: try row.bool("reminded"))
    case "unsuitable": self = .unsuitable(on: day)
    case "refused": self = .refused(on: day, motive: try row.textIfPresent("motive"))
    case "unanswered": self = .unanswered(on: day)
    case "accepted": self = .accepted(on: day, isReminded: try row.bool("reminded"))
    case "lapsed": self = .lapsed(on: day)
    case "leased": self = .leased(on: day)
    case "withdrawn": self = .withdrawn(on: day)
    default: throw unknown("state")
    }
  }
}

extension RehousingFile {
  init(_ row: Row) throws(PostgresError) {
    guard let urgency = Urgency(rawValue: try row.text("urgency")) else {
      throw unknown("urgency")
    }
    self.init(
      landlord: try row.textIfPresent("landlord").flatMap(Landlord.Kind.init(rawValue:)),
      demand: try Demand(row), urgency: urgency,
      evictionFrom: try row.dayIfPresent("eviction_from"), dalo: try DALORight(row),
      daho: try DAHORight(row),
      registration: try row.dayIfPresent("registered_on").map { day throws(PostgresError) in
        Registration(number: try row.textIfPresent("registration"), on: day)
      },
      accommodation: try Accommodation(row))
  }
}

extension Offer {
  init(_ row: Row) throws(PostgresError) {
    self.init(
      reference: try row.text("reference"), sender: try row.textIfPresent("sender"),
      path: try row.textIfPresent("path").flatMap(RelogementProposition.Voie.init(rawValue:)),
      offeredOn: try row.day("offered_on"), isSuitable: try row.bool("suitable"),
      rent: try row.centsIfPresent("rent_cents"), state: try OfferState(row))
  }
}

/// A column holds a word that this build does not know: a newer release wrote it.
private func unknown(_ column: String) -> PostgresError {
  PostgresError(
    code: .unexpectedResult, column: column,
    message: "the column holds a state of a newer release: upgrade this service")
}
