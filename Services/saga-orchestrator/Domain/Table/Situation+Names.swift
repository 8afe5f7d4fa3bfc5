extension Situation {
  /// A situation from the names under which it is stored; `nil` where this build does not know one.
  public init?(
    contact: String, debt: String, housing: String, procedure: String,
    circumstances names: some Sequence<String>
  ) {
    guard let contact = ContactPhase(rawValue: contact), let debt = DebtPhase(rawValue: debt),
      let housing = HousingPhase(rawValue: housing),
      let procedure = ProcedurePhase(rawValue: procedure)
    else { return nil }
    self.init()
    self.contact = contact
    self.debt = debt
    self.housing = housing
    self.procedure = procedure
    circumstances = []
    for name in names {
      guard let circumstance = Circumstance(rawValue: name) else { return nil }
      circumstances.insert(circumstance)
    }
  }
}
