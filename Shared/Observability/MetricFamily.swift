/// The series that share one name.
struct MetricFamily {
  /// What the family measures; all its series are of one kind.
  enum Kind: String { case counter, gauge, histogram }

  /// One series of a family.
  enum Series {
    case counter(CounterCell)
    case gauge(GaugeCell)
    case histogram(HistogramCell)
  }

  let kind: Kind
  var series: [String: Series] = [:]

  /// Every line of the family, sorted by label.
  func lines(named name: String, help: String?) -> String {
    var text = PrometheusText.header(name, help: help, type: kind.rawValue)
    for (labels, series) in series.sorted(by: { $0.key < $1.key }) {
      switch series {
      case .counter(let cell):
        text += PrometheusText.line(name, labels, PrometheusText.number(cell.value))
      case .gauge(let cell):
        text += PrometheusText.line(name, labels, PrometheusText.number(cell.value))
      case .histogram(let cell):
        text += Self.lines(of: cell.reading, bounds: cell.bounds, name, labels)
      }
    }
    return text
  }

  private static func lines(
    of reading: HistogramCell.Reading, bounds: [Double], _ name: String, _ labels: String
  ) -> String {
    let prefix = labels.isEmpty ? "" : labels + ","
    var text = ""
    var total: UInt64 = 0
    for (bound, count) in zip(bounds + [.infinity], reading.counts) {
      total += count
      let bucket = prefix + "le=\"\(PrometheusText.number(bound))\""
      text += PrometheusText.line(name + "_bucket", bucket, String(total))
    }
    text += PrometheusText.line(name + "_sum", labels, PrometheusText.number(reading.sum))
    return text + PrometheusText.line(name + "_count", labels, String(total))
  }
}
