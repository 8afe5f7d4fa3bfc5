import Casework
import Contracts
import CourtLiaisonDomain
import DebtSettlementDomain
import RehousingDomain
import SocialDiagnosisDomain
import Testing

/// What is sent to a service is what it takes: nothing is missing in it, nothing too much.
@Suite struct OwnershipTests {
  /// The services that do casework.
  private static let services: [any CaseworkService.Type] = [
    SocialDiagnosisCasework.self, DebtSettlementCasework.self, RehousingCasework.self,
    CourtCasework.self,
  ]

  @Test func aServiceTakesTheEventsThatItOwns() {
    for service in Self.services {
      let owned = EventKind.allCases.filter { $0.owners.contains(Self.name(of: service)) }
      let taken = Self.payloads(of: service).keys
      #expect(
        Set(taken) == Set(owned),
        "declare in \(Self.name(of: service).rawValue) what it owns and only that")
    }
  }

  @Test func aServiceSaysOnceWhatItDoesWithAnEvent() {
    for service in Self.services {
      let kinds = Self.kinds(of: service)
      #expect(kinds.count == Set(kinds).count, "\(Self.name(of: service).rawValue)")
    }
  }

  @Test func anEventIsReadAsTheTypeThatItsKindHas() {
    for service in Self.services {
      for (kind, payload) in Self.payloads(of: service) {
        #expect(
          ObjectIdentifier(payload) == Self.payload(of: kind), "\(Self.name(of: service)): \(kind)")
      }
    }
  }

  @Test func aServiceObeysTheOrdersThatAreItsOwn() {
    for service in Self.services {
      let own = Order.allCases.filter { $0.service == Self.name(of: service) }.map(\.rawValue)
      #expect(Set(Self.orders(of: service)) == Set(own), "\(Self.name(of: service).rawValue)")
    }
  }

  @Test func noOrderAndNoEventBelongsToAServiceThatIsNotLookedAt() {
    let known = Set(Self.services.map { Self.name(of: $0) })
    #expect(Set(Order.allCases.map(\.service)) == known)
    #expect(Set(EventKind.allCases.flatMap(\.owners)) == known.union([.sagaOrchestrator]))
  }

  private static func name<Service: CaseworkService>(of service: Service.Type) -> ServiceName {
    Service.start.service
  }

  private static func kinds<Service: CaseworkService>(of service: Service.Type) -> [EventKind] {
    Service.events.kinds
  }

  private static func payloads<Service: CaseworkService>(
    of service: Service.Type
  ) -> [EventKind: any (Codable & Sendable & Hashable).Type] { Service.events.payloads }

  private static func orders<Service: CaseworkService>(of service: Service.Type) -> [String] {
    Service.OwnOrder.allCases.map(\.rawValue)
  }

  /// The type that `PartnerEvent` reads for that kind.
  private static func payload(of kind: EventKind) -> ObjectIdentifier? {
    struct Asked: Error { let type: ObjectIdentifier }
    struct Reader: PartnerEvent.Reader {
      func callAsFunction<Body: Codable & Sendable & Hashable>(as type: Body.Type) throws -> Body {
        throw Asked(type: ObjectIdentifier(type))
      }
    }
    do {
      _ = try PartnerEvent(kind, read: Reader())
      return nil
    } catch { return (error as? Asked)?.type }
  }
}
