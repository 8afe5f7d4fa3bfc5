public import Contracts
public import Vocabulary

/// What a receipt would say of an event's data by themselves: no account, no dossier and no table
/// of communes is asked. For whoever writes events, and to compare the schemas with intake.
public enum OfflineCheck {
  /// What is wrong and what should be read again.
  ///
  /// - Parameters:
  ///   - data: The data as bytes of JSON.
  ///   - today: The day of reception; rules that need it are not asked without it.
  public static func answer(
    to data: [UInt8], as kind: EventKind, on today: Day?
  ) -> (problems: [Receipt.Problem], warnings: [Receipt.Warning]) {
    do throws(Refusal) {
      var check = EventCheck(kind, try ReadPayload(data).content.get().value, on: today)
      check.run()
      return (check.problems, check.warnings)
    } catch {
      return (
        error.problems ?? [Receipt.Problem(champ: "", code: error.code, texte: error.sentence)], []
      )
    }
  }
}
