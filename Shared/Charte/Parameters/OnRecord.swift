extension CharteParameter {
  /// Whether the Charte only puts it on record: people read it, and no service applies it.
  ///
  /// A value that an agent changes and that changes nothing must say so; whoever makes a service
  /// read one takes it out of this list.
  public var isOnRecord: Bool { ParameterList.onRecord.contains(rawValue) }
}

extension ParameterList {
  static let onRecord: Set<String> = {
    let counts: [CountParameter] = [
      .complexSessions, .quorum, .aidArrearsMonths,
    ]
    // The formulas of the bodies are told to the partners; a plan is computed by that of the FSL.
    let choices: [ChoiceParameter] = [
      .fslEffort, .fslLeft, .cafEffort, .cafLeft, .cafCapacity, .landlordEffort, .landlordLeft,
      .landlordCapacity, .bankEffort, .bankLeft, .bankCapacity, .courtEffort, .courtLeft,
      .courtCapacity, .article24, .tacitRenewal, .signal2026, .exchange, .statistics, .laterTexts,
      .instruction2012,
    ]
    let switches: [SwitchParameter] = [
      .refusalOfAll, .competence, .territories, .memberRefusal, .vulnerability, .noticeExtended,
    ]
    let amounts: [AmountParameter] = [.fslResourceCeiling, .aidArrears]
    let others = [DelayParameter.landlordSaisine.rawValue]
    return Set(
      counts.map { $0.rawValue } + choices.map { $0.rawValue } + switches.map { $0.rawValue }
        + amounts.map { $0.rawValue } + DateParameter.allCases.map { $0.rawValue } + others)
  }()
}
