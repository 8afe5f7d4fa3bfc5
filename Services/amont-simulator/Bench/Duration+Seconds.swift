extension Duration {
  /// The duration in seconds.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }

  /// The duration in seconds, with two decimals.
  var inHundredthsOfSeconds: Double { Double(Int(inSeconds * 100)) / 100 }

  /// The duration in milliseconds, with one decimal.
  var inTenthsOfMilliseconds: Double { (inSeconds * 10_000).rounded() / 10 }
}
