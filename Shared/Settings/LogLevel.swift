/// How much a service logs; the names are those of swift-log's levels.
public enum LogLevel: String, CaseIterable, Sendable {
  case trace, debug, info, notice, warning, error, critical
}
