import Contracts
import LegalCalendar
import Vocabulary

// How an act enters the file: once, at its date, without undoing a newer one.

/// What an act is to the file that it enters.
enum Arrival {
  /// Known already, word for word.
  case known
  /// It completes or corrects the act at that place.
  case amended(Int)
  /// It is new, and nothing newer is known.
  case current(Int)
  /// It is new to us, but later acts of the procedure were known before it.
  case late(Int)
  /// It is new to us, and a newer act of its kind, or the end, has replaced it.
  case past(Int)
  /// It contradicts an act of its kind and day.
  case contested
  /// The file is full.
  case refused
}

extension CourtWork {
  /// Enters an act.
  ///
  /// - Parameter merge: What a second act of the same kind and day makes of the first, or `nil` when
  ///   they contradict each other.
  mutating func enter(
    _ content: ActContent, on date: Day, from sender: String,
    merge: (_ known: ActContent, _ said: ActContent) -> ActContent?
  ) throws -> Arrival {
    let same = file.acts.indices.filter {
      file.acts[$0].date == date && file.acts[$0].content.kind == content.kind
        && file.acts[$0].standing != .apart
    }
    if same.contains(where: { file.acts[$0].content == content }) { return .known }
    guard file.acts.count < CourtFile.maximumActs else {
      decision = .quarantine("trop d'actes pour ce dossier")
      return .refused
    }
    let act = Act(date: date, receivedOn: today, sender: sender, content: content)
    guard let counted = same.first(where: { file.acts[$0].standing == .counted }) else {
      file.acts.append(act)
      return place(file.acts.count - 1)
    }
    guard let merged = merge(file.acts[counted].content, content) else {
      file.acts.append(act)
      file.acts[file.acts.count - 1].standing = .contested
      try tell(
        .dossierARevoir, to: .kind(.prefecture),
        "Deux actes du même jour se contredisent : dites lequel fait foi.", article: Basis.review)
      return .contested
    }
    guard merged != file.acts[counted].content else { return .known }
    file.acts[counted].content = merged
    return isOvertaken(counted) ? .known : .amended(counted)
  }

  private func place(_ index: Int) -> Arrival {
    let act = file.acts[index]
    let kind = act.content.kind
    let newer = file.acts.filter { isNewer($0, than: act) }
    if newer.contains(where: { $0.content.kind == kind || $0.content.kind.isEnd }) {
      return .past(index)
    }
    return newer.isEmpty ? .current(index) : .late(index)
  }

  private func isOvertaken(_ index: Int) -> Bool {
    switch place(index) {
    case .past: true
    case .known, .amended, .current, .late, .contested, .refused: false
    }
  }

  /// Whether `other` comes after `act` in the procedure.
  private func isNewer(_ other: Act, than act: Act) -> Bool {
    guard other.standing == .counted else { return false }
    let kind = act.content.kind
    guard let stage = kind.stage, let otherStage = other.content.kind.stage else {
      // What may come at any time is only ever followed by another of its kind; what protects the
      // occupation, by its end too.
      return other.date > act.date
        && (other.content.kind == kind || (kind.isStay && other.content.kind.isEnd))
    }
    if other.date > act.date { return otherStage >= stage }
    // A hearing that opened and was postponed the same day was not held.
    return other.date == act.date
      && (otherStage > stage || (other.content.kind == .postponement && kind == .hearing))
  }

  /// Whether the act is against the violent spouse: its sender is then not the household's huissier.
  func isApart(_ event: PartnerEvent) -> Bool {
    if case .executionCQL(let act) = event { return act.conjoint_violent == true }
    if case .executionCFPDemande(let act) = event { return act.conjoint_violent == true }
    if case .executionExpulsion(let act) = event { return act.conjoint_violent == true }
    return false
  }

  /// Keeps an act against the violent spouse apart: nothing of it moves the household's procedure, and
  /// nobody who writes to the victim hears of it.
  mutating func setApart(_ content: ActContent, on date: Day, from sender: String) {
    let isKnown = file.acts.contains {
      $0.standing == .apart && $0.date == date && $0.content == content
    }
    guard !isKnown else { return }
    guard file.acts.count < CourtFile.maximumActs else {
      decision = .quarantine("trop d'actes pour ce dossier")
      return
    }
    file.acts.append(
      Act(date: date, receivedOn: today, sender: sender, content: content, standing: .apart))
  }
}
