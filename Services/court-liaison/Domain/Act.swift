import Casework
import Contracts
import LegalCalendar
public import Vocabulary

/// An act of the procedure, as Amont learnt of it. Acts are never removed.
public struct Act: Sendable, Hashable {
  /// The day of the act: the only one that counts for a delay.
  public var date: Day
  public var receivedOn: Day
  /// The broker account that sent it.
  public var sender: String
  public var content: ActContent
  /// What Amont makes of it.
  public var standing: Standing
  /// The irregularities that were told: once is enough.
  public var told: Set<Irregularity>

  /// What Amont makes of an act.
  public enum Standing: String, CaseIterable, Sendable, Hashable {
    case counted
    /// It contradicts another act of the same kind and day: people must say which one is right.
    case contested
    /// It is against the violent spouse whom the family judge evicted (Code civil art. 515-9): the
    /// household's own procedure does not move (CPCE L412-8).
    case apart
  }

  public init(
    date: Day, receivedOn: Day, sender: String, content: ActContent, standing: Standing = .counted,
    told: Set<Irregularity> = []
  ) {
    self.date = date
    self.receivedOn = receivedOn
    self.sender = sender
    self.content = content
    self.standing = standing
    self.told = told
  }
}

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

extension CourtContext {
  /// Enters an act.
  ///
  /// - Parameter merge: What a second act of the same kind and day makes of the first, or `nil`
  ///   when they contradict each other.
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
      refuse("trop d'actes pour ce dossier")
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
        .dossierARevoir, to: .prefecture,
        "Deux actes du même jour se contredisent : dites lequel fait foi.",
        article: CourtBasis.review)
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

  /// Keeps an act against the violent spouse apart: nothing of it moves the household's procedure,
  /// and nobody who writes to the victim hears of it.
  mutating func setApart(_ content: ActContent, on date: Day, from sender: String) {
    let isKnown = file.acts.contains {
      $0.standing == .apart && $0.date == date && $0.content == content
    }
    guard !isKnown else { return }
    guard file.acts.count < CourtFile.maximumActs else {
      refuse("trop d'actes pour ce dossier")
      return
    }
    file.acts.append(
      Act(date: date, receivedOn: today, sender: sender, content: content, standing: .apart))
  }

  /// An act of the household's own procedure opens a closed file again.
  mutating func admit(_ sender: EventSender) throws {
    try reopen()
    learnSender(sender)
  }

  /// The dossier's own huissier and landlord are those who last wrote.
  private mutating func learnSender(_ sender: EventSender) {
    guard sender.isParty else { return }
    switch sender.kind {
    case .huissier: file.huissier = sender.account
    case .bailleurPrive, .bailleurSocial: file.bailleur = sender.account
    case .caf, .serviceSocial, .ccas, .operateurDSF, .fsl, .banqueDeFrance, .prefecture, .tribunal,
      .siao, .reservataire, .commissionMediation, .menage, .ccapex, .antenne, .agence,
      .forcesOrdre, .mandataire, .sante, .autreCCAPEX:
      break
    }
  }
}
