import Contracts
import Vocabulary

extension EventCheck {
  /// The first thing that is wrong with a member of the right type.
  func problem(
    of value: SoundValue, _ field: EventField, within place: [JSONPointer.Step]
  ) -> FieldProblem? {
    if field.path == "menage.dossier", let subject, value != .dossier(subject) {
      return .otherSubject
    }
    for rule in field.rules where holds(rule.condition) {
      if let problem = problem(of: value, asking: rule, depth: Self.longestChain) { return problem }
    }
    return nil
  }

  /// What is wrong with a value by one rule.
  ///
  /// - Parameter depth: How many other members may be asked in turn.
  func problem(
    of value: SoundValue, asking rule: FieldRule, depth: Int
  ) -> FieldProblem? {
    switch value {
    case .day(let day): problem(of: day, rule.demand, depth: depth)
    // The first day that it may be: a year that has begun is no future.
    case .birth(let birth): problem(of: birth.first, rule.demand, depth: depth)
    case .cents(let amount): problem(of: amount, rule.demand, depth: depth)
    case .number(let number):
      if case .number(let range) = rule.demand, !range.contains(number) {
        .range(range)
      } else {
        nil
      }
    case .text(let text): problem(of: text, rule.demand)
    case .dossier, .boolean: nil
    }
  }

  // MARK: - Dates

  private func problem(
    of day: Day, _ demand: FieldRule.Demand, depth: Int
  ) -> FieldProblem? {
    switch demand {
    case .act: return past(day) ?? notBarred(day)
    case .past: return past(day)
    case .ahead: return notBarred(day) ?? notFar(day)
    case .since(let field, let days, let years):
      guard case .day(let start) = other(field, depth: depth) else { return nil }
      if day < start.adding(days: days) { return .before(field, days: days) }
      return day > start.adding(years: years) ? .tooFar(years: years, after: field) : nil
    case .notBefore(let field):
      guard case .day(let start) = other(field, depth: depth), day < start else { return nil }
      return .before(field, days: 0)
    case .notAfter(let field):
      guard case .day(let end) = other(field, depth: depth), day > end else { return nil }
      return .after(field)
    case .present, .amount, .usual, .usualDebt, .number, .count, .text, .prose, .name, .person,
      .agent,
      .reference, .street, .siret, .siren, .commune, .rg, .allocataire, .hour, .eventName,
      .payload:
      return nil
    }
  }

  private func past(_ day: Day) -> FieldProblem? {
    if let today, day > today { return .future }
    return day < MemberForms.earliest ? .tooEarly : nil
  }

  private func notBarred(_ day: Day) -> FieldProblem? {
    guard let today, day < today.adding(years: -FieldBounds.yearsOfPrescription) else { return nil }
    return .tooOld
  }

  private func notFar(_ day: Day) -> FieldProblem? {
    guard let today, day > today.adding(years: FieldBounds.yearsAhead) else { return nil }
    return .tooFar(years: FieldBounds.yearsAhead, after: nil)
  }

  // MARK: - Amounts

  private func problem(
    of amount: Cents, _ demand: FieldRule.Demand, depth: Int
  ) -> FieldProblem? {
    switch demand {
    case .amount(let range): return range.contains(amount.value) ? nil : .amount(range, amount)
    case .usualDebt(_, let months?):
      // Less than an euro a month is no rent unpaid: the amount was written in something else.
      guard case .number(let months) = other(months, depth: depth),
        amount.value < months * UsualDebt.leastCentsAMonth
      else { return nil }
      return .noDebt(amount)
    case .present, .act, .past, .ahead, .since, .notBefore, .notAfter, .usual, .usualDebt, .number,
      .count, .text, .prose, .name, .person, .agent, .reference, .street, .siret, .siren, .commune,
      .rg,
      .allocataire, .hour, .eventName, .payload:
      return nil
    }
  }

  // MARK: - Texts

  private func problem(of text: String, _ demand: FieldRule.Demand) -> FieldProblem? {
    switch demand {
    case .text(let most): return line(text, most)
    case .prose(let most): return long(text, most) ?? empty(text) ?? control(text, but: "\n\r\t")
    case .name(let most), .person(let most): return readable(text, most, NormalForm.name)
    case .agent(let most):
      return readable(text, most, NormalForm.name) ?? (AgentName(text) == nil ? .noAgent : nil)
    case .reference(let most): return readable(text, most, NormalForm.reference)
    case .street(let most): return readable(text, most, NormalForm.street)
    case .siret: return CompanyNumber.isSIRET(text) ? nil : .siret
    case .siren: return CompanyNumber.isSIREN(text) ? nil : .siren
    case .commune: return MemberForms.isINSEE(text) ? territory?.problem(of: text) : .commune
    case .rg: return MemberForms.isRG(text) ? nil : .rg
    case .allocataire: return MemberForms.isAllocataire(text) ? nil : .allocataire
    case .hour: return MemberForms.isHour(text) ? nil : .hour
    case .eventName: return EventKind(rawValue: text) == nil ? .eventName : nil
    case .present, .act, .past, .ahead, .since, .notBefore, .notAfter, .amount, .usual, .usualDebt,
      .number, .count, .payload:
      return nil
    }
  }

  private func line(_ text: String, _ most: Int) -> FieldProblem? {
    long(text, most) ?? empty(text) ?? control(text, but: "")
  }

  private func readable(
    _ text: String, _ most: Int, _ normal: (String) -> String
  ) -> FieldProblem? {
    line(text, most) ?? (normal(text).isEmpty ? .noLetter : nil)
  }

  private func long(_ text: String, _ most: Int) -> FieldProblem? {
    // The bytes first: a single character may be made of any number of them.
    text.utf8.count > most * 4 || text.unicodeScalars.count > most ? .tooLong(most) : nil
  }

  private func empty(_ text: String) -> FieldProblem? {
    text.allSatisfy(\.isWhitespace) ? .empty : nil
  }

  private func control(_ text: String, but allowed: String) -> FieldProblem? {
    text.unicodeScalars.contains {
      $0.properties.generalCategory == .control && !allowed.unicodeScalars.contains($0)
    } ? .controlCharacters : nil
  }

  // MARK: - Warnings

  /// Warns of a value that is sound, and probably not what was meant.
  mutating func warn(
    of value: SoundValue, writtenAs text: JSONValue, _ field: EventField,
    at place: [JSONPointer.Step]
  ) {
    for rule in field.rules where holds(rule.condition) {
      switch (value, rule.demand) {
      case (.cents(let amount), .usual(let range))
      where amount != .zero && !range.contains(amount.value):
        warnUnusual(at: place, "vaut \(amount), ce qui n'est pas un montant usuel")
        return
      case (.cents(let amount), .usualDebt(let rent, let months)):
        if let reason = unusual(amount, rent: rent, months: months) {
          warnUnusual(at: place, reason)
          return
        }
      case (.text(let text), .person):
        if SuspectName.isSuspect(text) {
          warn(
            .suspectName, at: place,
            "Le champ \(JSONPointer(place).dotted) ne semble pas être le nom d'une personne : "
              + "vérifiez-le, et publiez une rectification s'il est faux.")
        }
      default: break
      }
    }
    if case .cents(let amount) = value, Euros.isWritten(as: text) {
      warnUnusual(at: place, "est écrit avec deux décimales, et vaut \(amount)")
    }
  }

  private mutating func warnUnusual(at place: [JSONPointer.Step], _ reason: String) {
    warn(
      .unusualAmount, at: place,
      "Le champ \(JSONPointer(place).dotted) \(reason). Les montants s'écrivent en centimes : "
        + "vérifiez-le, et publiez une rectification s'il est faux.")
  }

  /// Why a debt does not fit the rent, as the end of a sentence; `nil` where it does.
  private func unusual(_ debt: Cents, rent: String, months name: String?) -> String? {
    guard debt != .zero, case .cents(let rent) = other(rent) else { return nil }
    guard let name, case .number(let months) = other(name), months > 0 else {
      guard debt.value > rent.value * UsualDebt.mostMonths else { return nil }
      return "vaut \(debt), plus de \(UsualDebt.mostMonths) mois d'un loyer de \(rent)"
    }
    let due = rent.value * months
    let rents = "\(months) mois impayés d'un loyer de \(rent)"
    if debt.value < due / UsualDebt.leastPart { return "vaut \(debt), trop peu pour \(rents)" }
    return debt.value > due * UsualDebt.mostTimes ? "vaut \(debt), trop pour \(rents)" : nil
  }
}

extension Day {
  /// The day `years` years later (earlier when negative); 29 February becomes 28.
  func adding(years: Int) -> Day {
    let (year, month, number) = components
    let length = Day.length(ofMonth: month, year: year + years)
    return Day(year: year + years, month: month, day: min(number, length)) ?? self
  }
}
