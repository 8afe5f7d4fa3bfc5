import Contracts
import Messaging
import PostgreSQL
import RehousingDomain
import Vocabulary

/// Rehousing to the runtime: its rows, and the domain that decides on them.
struct Rehousing: HouseholdParticipant {
  let service = ServiceName.rehousing
  /// What decides, by the version of the Charte of the day on which a dossier was opened.
  private let rules: ByVersion<RehousingRules>

  init(rules: ByVersion<RehousingRules>) { self.rules = rules }

  func decide(
    _ message: Message, about household: HouseholdID, on day: Day, openedOn opened: Day,
    file: inout RehousingFile?
  ) throws -> Decision {
    try rules[opened].decide(message, about: household, on: day, file: &file)
  }

  func select(_ households: [HouseholdID]) -> [Query] {
    [
      """
      SELECT household, landlord, demand, demand_on, demand_reminders, urgency, eviction_from, dalo,
        dalo_on, dalo_offered, daho, daho_on, daho_offered, registration, registered_on,
        accommodation, accommodation_on, accommodation_reminders
      FROM rehousing_file WHERE household = ANY(\(households)::uuid[])
      """,
      """
      SELECT household, reference, sender, path, offered_on, suitable, rent_cents, state, state_on,
        reminded, motive
      FROM offer WHERE household = ANY(\(households)::uuid[]) ORDER BY household, entry
      """,
      """
      SELECT household, declined_on, sender, offer, motive
      FROM decline WHERE household = ANY(\(households)::uuid[]) ORDER BY household, entry
      """,
    ]
  }

  func files(from results: [Rows]) throws -> [HouseholdID: RehousingFile] {
    var files: [HouseholdID: RehousingFile] = [:]
    guard results.count == 3 else { return files }
    for row in results[0] { files[try row.uuid("household")] = try RehousingFile(row) }
    for row in results[1] { files[try row.uuid("household")]?.offers.append(try Offer(row)) }
    for row in results[2] { files[try row.uuid("household")]?.declines.append(try Decline(row)) }
    return files
  }

  func erase(_ households: [HouseholdID]) -> [Query] {
    ["DELETE FROM rehousing_file WHERE household = ANY(\(households)::uuid[])"]
  }

  func save(_ files: [(household: HouseholdID, file: RehousingFile)]) -> [Query] {
    let offers = files.flatMap { household, file in
      file.offers.enumerated().map {
        (household: household, entry: $0.offset + 1, offer: $0.element)
      }
    }
    let declines = files.flatMap { household, file in
      file.declines.enumerated().map {
        (household: household, entry: $0.offset + 1, decline: $0.element)
      }
    }
    return [saveFiles(files)] + (offers.isEmpty ? [] : [saveOffers(offers)])
      + (declines.isEmpty ? [] : [saveDeclines(declines)])
  }

  private func saveFiles(_ files: [(household: HouseholdID, file: RehousingFile)]) -> Query {
    let demands = files.map(\.file.demand.columns)
    let rights = files.map(\.file.dalo.columns)
    let claims = files.map(\.file.daho.columns)
    let places = files.map(\.file.accommodation.columns)
    return """
      INSERT INTO rehousing_file (household, landlord, demand, demand_on, demand_reminders, urgency,
        rank, eviction_from, dalo, dalo_on, dalo_offered, daho, daho_on, daho_offered, registration,
        registered_on, accommodation, accommodation_on, accommodation_reminders)
      SELECT * FROM unnest(\(files.map(\.household))::uuid[],
        \(files.map(\.file.landlord?.rawValue))::text[], \(demands.map(\.state))::text[],
        \(demands.map(\.day))::date[], \(demands.map(\.reminders))::integer[],
        \(files.map(\.file.urgency.rawValue))::text[], \(files.map(\.file.rank))::integer[],
        \(files.map(\.file.evictionFrom))::date[], \(rights.map(\.state))::text[],
        \(rights.map(\.day))::date[], \(rights.map(\.isOffered))::boolean[],
        \(claims.map(\.state))::text[], \(claims.map(\.day))::date[],
        \(claims.map(\.isOffered))::boolean[], \(files.map(\.file.registration?.number))::text[],
        \(files.map(\.file.registration?.on))::date[], \(places.map(\.state))::text[], \(places.map(\.day))::date[],
        \(places.map(\.reminders))::integer[])
      ON CONFLICT (household) DO UPDATE SET landlord = excluded.landlord,
        demand = excluded.demand, demand_on = excluded.demand_on,
        demand_reminders = excluded.demand_reminders, urgency = excluded.urgency,
        rank = excluded.rank, eviction_from = excluded.eviction_from, dalo = excluded.dalo,
        dalo_on = excluded.dalo_on, dalo_offered = excluded.dalo_offered, daho = excluded.daho,
        daho_on = excluded.daho_on, daho_offered = excluded.daho_offered,
        registration = excluded.registration, registered_on = excluded.registered_on,
        accommodation = excluded.accommodation, accommodation_on = excluded.accommodation_on,
        accommodation_reminders = excluded.accommodation_reminders
      """
  }

  private func saveOffers(
    _ rows: [(household: HouseholdID, entry: Int, offer: Offer)]
  ) -> Query {
    let states = rows.map(\.offer.state.columns)
    return """
      INSERT INTO offer (household, entry, reference, sender, path, offered_on, suitable, rent_cents,
        state, state_on, reminded, motive)
      SELECT * FROM unnest(\(rows.map(\.household))::uuid[], \(rows.map(\.entry))::integer[],
        \(rows.map(\.offer.reference))::text[], \(rows.map(\.offer.sender))::text[],
        \(rows.map(\.offer.path?.rawValue))::text[], \(rows.map(\.offer.offeredOn))::date[], \(rows.map(\.offer.isSuitable))::boolean[],
        \(rows.map(\.offer.rent?.value))::bigint[], \(states.map(\.state))::text[],
        \(states.map(\.day))::date[], \(states.map(\.isReminded))::boolean[],
        \(states.map(\.motive))::text[])
      ON CONFLICT (household, entry) DO UPDATE SET sender = excluded.sender, path = excluded.path,
        offered_on = excluded.offered_on, suitable = excluded.suitable,
        rent_cents = excluded.rent_cents, state = excluded.state, state_on = excluded.state_on,
        reminded = excluded.reminded, motive = excluded.motive
      WHERE (offer.sender, offer.offered_on, offer.suitable, offer.rent_cents, offer.state,
          offer.state_on, offer.reminded, offer.motive)
        IS DISTINCT FROM (excluded.sender, excluded.offered_on, excluded.suitable,
          excluded.rent_cents, excluded.state, excluded.state_on, excluded.reminded,
          excluded.motive)
      """
  }

  private func saveDeclines(
    _ rows: [(household: HouseholdID, entry: Int, decline: Decline)]
  ) -> Query {
    """
    INSERT INTO decline (household, entry, declined_on, sender, offer, motive)
    SELECT * FROM unnest(\(rows.map(\.household))::uuid[], \(rows.map(\.entry))::integer[],
      \(rows.map(\.decline.on))::date[], \(rows.map(\.decline.sender))::text[],
      \(rows.map(\.decline.offer))::text[], \(rows.map(\.decline.motive))::text[])
    ON CONFLICT (household, entry) DO NOTHING
    """
  }
}
