public import Vocabulary

/// Whether, and how, a debt can be paid in monthly instalments.
public enum BearablePlan {
  /// The longest plan, in monthly instalments: the judge's (loi 89-462 art. 24 V) and that of the
  /// last resort of the housing aid (CCH R351-30, then R824-12).
  public static let longest = 36

  /// Whether a debt can be paid in `longest` instalments at most that a capacity bears.
  public static func exists(for debt: Cents, capacity: Cents) -> Bool {
    rounded(debt, by: longest) <= Means.bounded(capacity)
  }

  /// The number of instalments of a debt where each is near an amount: 1 to `longest`.
  ///
  /// - Parameters:
  ///   - usual: The instalment that the département proposes where nothing else is known.
  ///   - capacity: What the household can pay, where it is known: no instalment is above it, unless
  ///     even the longest plan would be.
  public static func count(for debt: Cents, usual: Cents, capacity: Cents?) -> Int {
    let bearable = capacity.map { min(usual.value, $0.value) } ?? usual.value
    guard debt > .zero, bearable > 0 else { return longest }
    return min(max(rounded(debt, by: bearable), 1), longest)
  }

  private static func rounded(_ debt: Cents, by parts: Int) -> Int {
    let debt = Means.bounded(debt)
    return debt / parts + (debt % parts == 0 ? 0 : 1)
  }
}
