import Foundation
import Testing

/// What the images are built from. Whether they build is shown on a real Docker; these find at once
/// what would break there.
@Suite("The images") struct ImageTests {
  private static func read(_ path: String) throws -> String {
    try String(contentsOf: Repository.shared.top.appending(path: path), encoding: .utf8)
  }

  @Test("The Dockerfile needs no BuildKit, and no frontend from a registry")
  func eitherBuilderReadsIt() throws {
    let dockerfile = try Dockerfile(Self.read("deploy/Dockerfile"))
    #expect(dockerfile.instructions.count > 10)
    expectNone(dockerfile.breaches)
  }

  @Test(
    "What only BuildKit knows is found",
    arguments: [
      "# syntax=docker/dockerfile:1\nFROM x", "#Syntax = docker/dockerfile:1\nFROM x",
      "FROM x\nCOPY --chmod=755 a /a", "FROM x\nCOPY --link a /a",
      "FROM x\nRUN --mount=type=cache,target=/c \\\n  make", "FROM x\nRUN <<END\nmake\nEND",
    ])
  func whatNeedsBuildKitIsFound(_ text: String) {
    #expect(Dockerfile(text).breaches.count == 1)
    #expect(Dockerfile("FROM x AS y\nCOPY --from=y --chown=1:1 a /a\nRUN a << b").breaches == [])
  }

  @Test("The image holds the services and the operator's tool, and nothing that makes load")
  func whatTheImageHolds() throws {
    let words = try Dockerfile(Self.read("deploy/Dockerfile")).instructions.flatMap(\.words)
    let programs = words.drop { $0 != "in" }.dropFirst().map { $0.trimmingSuffix(";") }
      .prefix { $0 != "do" }.filter { $0 != "\\" }
    #expect(
      Set(programs) == [
        "intake", "social-diagnosis", "debt-settlement", "rehousing", "court-liaison",
        "saga-orchestrator", "amontctl",
      ])
    for path in ["deploy/Dockerfile", "docker-compose.yml", "deploy/compose/setup"] {
      #expect(try !Self.read(path).contains("amont-simulator"), "\(path) names the simulator")
    }
  }

  @Test("The builder gets what the Dockerfile copies")
  func whatIsCopiedTravels() throws {
    let ignore = try DockerIgnore(Self.read(".dockerignore"))
    let copied = try Dockerfile(Self.read("deploy/Dockerfile")).copied
    #expect(copied.contains("Shared") && copied.contains("deploy/compose/setup"))
    for path in copied { #expect(!ignore.hides(path), "\(path) does not reach the builder") }
  }

  @Test(
    "Passwords, builds and history never reach the builder",
    arguments: [
      "deploy/secrets", "deploy/secrets/database/postgres", "deploy/secrets/definitions.json",
      "secrets/partners/caf", "deploy/lib/secrets/x", ".git", ".git/config", ".build",
      ".build/release/intake", ".build-2/x", ".build_x/y", "Shared/.build/x", ".env",
      "deploy/.env", "override.yml", "backup.sql", "deploy/compose/make-secrets",
    ])
  func whatStaysHere(_ path: String) throws {
    #expect(try DockerIgnore(Self.read(".dockerignore")).hides(path))
  }

  @Test("Patterns are read as Docker reads them")
  func patternsAreRead() {
    let ignore = DockerIgnore("# c\n*\n!a\n!b/c\n**/.k*\n/d/\n")
    for path in ["x", "b", "b/d", "a/.k", "a/x/.kept/y", "d", ".k"] {
      #expect(ignore.hides(path), "\(path)")
    }
    for path in ["a", "a/x/y", "b/c", "b/c/d"] { #expect(!ignore.hides(path), "\(path)") }
  }
}

extension String {
  fileprivate func trimmingSuffix(_ end: String) -> String {
    hasSuffix(end) ? String(dropLast(end.count)) : self
  }
}

/// A Dockerfile as its instructions, each on one line.
private struct Dockerfile {
  /// Options that the classic builder refuses.
  private static let options = ["--chmod", "--link", "--mount", "--network", "--security"]

  let text: String
  let instructions: [(line: Int, words: [String])]

  init(_ text: String) {
    self.text = text
    var found: [(line: Int, words: [String])] = []
    var isOpen = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      if isOpen { found[found.count - 1].words += words } else { found.append((index + 1, words)) }
      isOpen = line.hasSuffix("\\")
    }
    instructions = found
  }

  /// Places that only BuildKit understands, or that ask a registry for a frontend.
  var breaches: [Breach] {
    func breach(_ line: Int, _ what: String) -> Breach {
      Breach(
        path: "deploy/Dockerfile", line: line,
        advice: "\(what) needs BuildKit or a registry; the classic builder must do")
    }
    let syntax = text.split(separator: "\n").prefix { $0.hasPrefix("#") }.enumerated().filter {
      $0.element.dropFirst().filter { !$0.isWhitespace }.lowercased().hasPrefix("syntax=")
    }
    return syntax.map { breach($0.offset + 1, "# syntax") }
      + instructions.flatMap { line, words in
        words.dropFirst().filter { word in
          Self.options.contains { word == $0 || word.hasPrefix($0 + "=") }
            || word.hasPrefix("<<") && word.count > 2
        }.map { breach(line, $0) }
      }
  }

  /// What is copied from the folder that travels to the builder.
  var copied: [String] {
    instructions.flatMap { _, words -> [String] in
      guard ["COPY", "ADD"].contains(words.first),
        !words.contains(where: { $0.hasPrefix("--from") })
      else { return [] }
      return words.dropFirst().dropLast().filter { !$0.hasPrefix("--") }
    }
  }
}

/// The rules of a `.dockerignore`: the last pattern that names a path, or a folder above it,
/// decides.
private struct DockerIgnore {
  private let rules: [(pattern: String, hides: Bool)]

  init(_ text: String) {
    rules = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let pattern = line.drop { $0 == "!" }.trimmingPrefix("/")
      return (String(pattern.hasSuffix("/") ? pattern.dropLast() : pattern), !line.hasPrefix("!"))
    }
  }

  func hides(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    let above = parts.indices.map { parts[...$0].map(String.init) }
    return rules.last { rule in
      let pattern = rule.pattern.split(separator: "/").map(String.init)
      return above.contains { Self.matches(pattern[...], $0[...]) }
    }?.hides ?? false
  }

  private static func matches(_ pattern: ArraySlice<String>, _ path: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return path.isEmpty }
    if first == "**" {
      return matches(pattern.dropFirst(), path)
        || !path.isEmpty && matches(pattern, path.dropFirst())
    }
    guard let name = path.first else { return false }
    return matches(part: first[...], name[...]) && matches(pattern.dropFirst(), path.dropFirst())
  }

  private static func matches(part: Substring, _ name: Substring) -> Bool {
    guard let first = part.first else { return name.isEmpty }
    if first == "*" {
      return matches(part: part.dropFirst(), name)
        || !name.isEmpty && matches(part: part, name.dropFirst())
    }
    return name.first == first && matches(part: part.dropFirst(), name.dropFirst())
  }
}
