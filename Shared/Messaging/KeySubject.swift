import Contracts
import Digest
import Vocabulary

extension Message {
  /// Whose key seals it: that of its household; else one of its own, which can be destroyed by
  /// itself.
  var keySubject: HouseholdID {
    household ?? ownKeySubject
  }

  /// The key of the message itself.
  var ownKeySubject: HouseholdID { Self.keySubject(source: source, identity: identity) }

  /// Whose key seals a message without a household.
  static func keySubject(source: String, identity: String) -> HouseholdID {
    HouseholdID(derivedFrom: "message\u{1F}\(source)\u{1F}\(identity)")
  }
}

extension Emission {
  /// Whose key seals it: that of the household that it tells of, else that of its cause.
  var keySubject: HouseholdID {
    isSealedApart
      ? HouseholdID(derivedFrom: "answer\u{1F}\(id)") : outgoing.household ?? cause.keySubject
  }
}
