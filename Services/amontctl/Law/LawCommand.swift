import ArgumentParser
import Contracts
import LegalCalendar
import OperatorReading
import Vocabulary

/// The law as Amont applies it, for jurists and for checks; no server is needed.
struct LawCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "law", abstract: "The legal calendar and its rules; needs no server.",
    subcommands: [Holidays.self, Deadline.self, Rules.self, Article.self, Timeline.self])

  /// The public holidays of a year.
  struct Holidays: ParsableCommand, DeclaredCommand {
    static let data = ShownData.nothingPersonal("the calendar")
    static let configuration = CommandConfiguration(
      abstract: "The public holidays of a year, or of several.")
    @Option(help: "The département; the métropole's without it.") var departement: String?
    @Option(help: "The year, 2000 to 2100.") var year: Int
    @Option(help: "The last year, where more than one is wanted.") var through: Int?
    @Flag(help: "Print JSON.") var json = false

    private struct Line: Encodable { let date: String, name: String }

    func run() throws {
      let span = LegalCalendar.span
      let known = span.lowerBound.components.year...span.upperBound.components.year
      guard known.contains(year), known.contains(through ?? year), year <= through ?? year else {
        throw ValidationError("--year and --through want years from 2000 to 2100, in order")
      }
      let calendar = try law { try departement.map { try LegalCalendar(departement: $0) } }
      let lines = (year...(through ?? year)).flatMap { (calendar ?? .metropole).holidays(in: $0) }
        .map { Line(date: $0.day.description, name: $0.name) }
      if json { return print(try Wire.encode(lines)) }
      for line in lines { print("\(line.date)  \(line.name)") }
    }
  }

  /// The last day of a delay.
  struct Deadline: ParsableCommand, DeclaredCommand {
    static let data = ShownData.nothingPersonal("the law")
    static let configuration = CommandConfiguration(
      abstract: "The last day of a delay, and why.",
      discussion: """
        With --stdin, one JSON request a line: {"origin":"2017-09-12","count":2,"unit":"months",
        "departement":"93","before":false}; one JSON answer a line: raw, due, reason, or error.
        """)
    @Option(help: "The day from which it is counted, YYYY-MM-DD.") var origin: String?
    @Option(help: "How many units.") var count: Int?
    @Option(
      name: [.long, .customLong("units")], help: "months, weeks, days or working-days.")
    var unit: DeadlineRequest.Unit = .months
    @Option(help: "The département; the métropole's holidays without it.") var departement: String?
    @Flag(help: "Count back from the origin, as before a hearing.") var before = false
    @Flag(help: "Print JSON.") var json = false
    @Flag(help: "Read requests, one a line.") var stdin = false

    func run() throws {
      if stdin { return try answerLines() }
      guard let origin = origin.flatMap({ Day($0) }), let count else {
        throw ValidationError("--origin wants YYYY-MM-DD, --count a whole number; or use --stdin")
      }
      let request = DeadlineRequest(
        origin: origin, count: count, unit: unit, departement: departement, before: before)
      let answer = try law { try request.answer() }
      if json { return print(try Wire.encode(answer)) }
      print(answer.due + (answer.reason.isEmpty ? "" : "  (\(answer.raw), \(answer.reason))"))
    }

    private struct Refusal: Encodable { let error: String }

    /// Whatever a line holds, it gets its answer, in its place.
    private func answerLines() throws {
      while let line = readLine() {
        do {
          let request = try Wire.decode(DeadlineRequest.self, from: Array(line.utf8))
          print(try Wire.encode(request.answer()))
        } catch let error as RuleError {
          print(try Wire.encode(Refusal(error: error.description)))
        } catch let error as DelayError {
          print(try Wire.encode(Refusal(error: error.description)))
        } catch {
          print(
            try Wire.encode(
              Refusal(
                error: "not a request: origin, count and unit (months, weeks, days, "
                  + "working-days) are wanted, as JSON on one line")))
        }
      }
    }
  }

  /// Every version of every rule.
  struct Rules: ParsableCommand, DeclaredCommand {
    static let data = ShownData.nothingPersonal("the law")
    static let configuration = CommandConfiguration(
      abstract: "Every rule with its versions, articles and sources.")
    @Option(help: "Only the versions in force on that day, YYYY-MM-DD.") var on: String?
    @Flag(help: "Print JSON.") var json = false

    private struct Line: Encodable {
      let rule: String, from: String?, through: String?, value: String, origin: String
      let decidedBy: String, article: String, source: String, certainty: String, note: String
      let days: String

      init(_ rule: Rule) {
        self.rule = rule.id.rawValue
        from = rule.from?.description
        through = rule.through?.description
        value = rule.value.description
        origin = rule.origin.rawValue
        decidedBy = rule.scope.rawValue
        article = rule.article
        source = rule.source
        certainty = rule.certainty.rawValue
        note = rule.note
        days = rule.days
      }
    }

    func run() throws {
      var rules = RuleBook.rules
      if let on {
        guard let day = Day(on) else { throw ValidationError("--on wants YYYY-MM-DD") }
        rules = rules.filter { $0.covers(day) }
      }
      let lines = rules.map(Line.init)
      if json { return print(try Wire.encode(lines)) }
      let rows = lines.map {
        [$0.rule, $0.from ?? "", $0.through ?? "", $0.value, $0.article, $0.source, $0.certainty]
      }
      let head = ["règle", "du", "au", "valeur", "texte", "lu dans", "certitude"]
      print(TextTable([head] + rows, leading: Set(head.indices)).text, terminator: "")
    }
  }
}

extension LawCommand {
  /// The versions of an article.
  struct Article: ParsableCommand, DeclaredCommand {
    static let data = ShownData.nothingPersonal("the law")
    static let configuration = CommandConfiguration(
      abstract: "The versions of an article, and the rules that rest on each.")
    @Argument(help: "The article, as in \"CPCE L412-1\" or \"loi 89-462, art. 24\".")
    var article: String
    @Option(help: "Only what was in force on that day, YYYY-MM-DD.") var on: String?
    @Flag(help: "Print JSON.") var json = false

    func run() throws {
      let day = try on.map { text in
        guard let day = Day(text) else { throw ValidationError("--on wants YYYY-MM-DD") }
        return day
      }
      let lines = try law { try ArticleReport(article).lines(on: day) }
      if json { return print(try Wire.encode(lines)) }
      let head = ["du", "au", "empreinte", "copie", "règles"]
      let rows = lines.map {
        [
          $0.from, $0.through ?? "", $0.digest ?? "", $0.source, $0.rules.joined(separator: ", "),
        ]
      }
      print(TextTable([head] + rows, leading: Set(head.indices)).text, terminator: "")
    }
  }

  /// Every date of a procedure.
  struct Timeline: ParsableCommand, DeclaredCommand {
    static let data = ShownData.nothingPersonal("reckons with days that are given to it")
    static let configuration = CommandConfiguration(
      abstract: "Every date that follows from the known days of a procedure.")
    @Option(help: "The lease, YYYY-MM-DD.") var lease: String?
    @Option(help: "The signal to the CCAPEX.") var signal: String?
    @Option(help: "The landlord's referral to the CCAPEX.") var saisine: String?
    @Option(help: "The commandement de payer.") var commandement: String?
    @Option(help: "The assignation.") var assignation: String?
    @Option(help: "The préfet's request to the operator of the DSF.") var operatorAsked: String?
    @Option(help: "The hearing.") var hearing: String?
    @Option(help: "The judge's decision.") var decision: String?
    @Option(help: "The notification of the decision.") var notification: String?
    @Flag(help: "The decision is an ordonnance de référé.") var summary = false
    @Option(help: "The commandement de quitter les lieux.") var cql: String?
    @Option(help: "The request of concours de la force publique.") var cfp: String?
    @Option(help: "The département; the métropole's holidays without it.") var departement: String?
    @Flag(help: "Print JSON.") var json = false

    func run() throws {
      let given: [(Milestone, String?)] = [
        (.bail, lease), (.signalement, signal), (.saisineCCAPEX, saisine),
        (.commandement, commandement), (.assignation, assignation),
        (.demandeOperateur, operatorAsked), (.audience, hearing),
        (.decision, decision), (.notification, notification), (.cql, cql), (.demandeCFP, cfp),
      ]
      var days: [Milestone: Day] = [:]
      for case (let milestone, let text?) in given {
        guard let day = Day(text) else {
          throw ValidationError("\(milestone.rawValue): expected YYYY-MM-DD")
        }
        days[milestone] = day
      }
      let lines = try law {
        let calendar = try departement.map { try LegalCalendar(departement: $0) } ?? .metropole
        return try ProcedureTimeline(calendar: calendar, days: days, isSummary: summary).lines()
      }
      if json { return print(try Wire.encode(lines)) }
      let head = ["jour", "règle", "délai", "à compter de", "texte", "remarque"]
      let rows = lines.map {
        [$0.due ?? "?", $0.rule, $0.value, $0.from ?? "", $0.article ?? "", $0.reason]
      }
      print(TextTable([head] + rows, leading: Set(head.indices)).text, terminator: "")
    }
  }
}

/// What the calendar refuses, in words that say what to do.
private func law<Value>(_ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let error as RuleError {
    throw ValidationError(error.description)
  } catch let error as DelayError {
    throw ValidationError(error.description)
  } catch let error as ArticleError {
    throw ValidationError(error.description)
  }
}

extension DeadlineRequest.Unit: ExpressibleByArgument {}
