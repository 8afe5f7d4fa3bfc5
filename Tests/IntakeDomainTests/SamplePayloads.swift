import Contracts

/// One sound payload of each event, as received on 5 February 2018.
enum Sample {
  static func fields(_ kind: EventKind) -> String { kind.declaration.example }
}
