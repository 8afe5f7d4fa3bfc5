/// Where theatres open one after the other: they share servers, and the names of their databases.
actor House {
  private var last: Task<Void, Never>?

  /// Does something once all that came before it has ended.
  func alone<Outcome: Sendable>(
    _ body: @escaping @Sendable () async throws -> Outcome
  ) async throws -> Outcome {
    let before = last
    let mine = Task {
      await before?.value
      return try await body()
    }
    last = Task { _ = await mine.result }
    return try await mine.value
  }
}
