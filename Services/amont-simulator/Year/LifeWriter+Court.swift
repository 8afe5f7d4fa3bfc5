import Vocabulary

// The landlord's road: court, title, execution, each step at the earliest when the law allows it.

extension LifeWriter {
  /// Assignation, hearing, decision, and what follows.
  mutating func goToCourt(from first: Day) -> Fate {
    var dice = dice("court")
    // Two months after the commandement de payer or the saisine (loi 89-462 art. 24 I and II).
    let served = days.onOrAfter(first.adding(days: dice.number(75...95)))
    // Two months before the hearing (art. 24 III).
    var hearing = days.onOrAfter(served.adding(days: dice.number(68...95)))
    write(.summoned(hearing: hearing), on: served)
    write(.dsf, on: hearing.adding(days: -dice.number(14...20)))
    guard dice.happens(Rates.heard) else {
      write(.cleared, on: hearing.adding(days: -8))
      return .paysInTime
    }
    if dice.happens(Rates.postponed) {
      let next = days.onOrAfter(hearing.adding(days: dice.number(28...49)))
      write(.postponed(to: next), on: hearing)
      hearing = next
    }
    let decision = days.onOrAfter(hearing.adding(days: dice.number(21...42)))
    write(.heard(decision: decision), on: hearing)
    guard dice.happens(Rates.decided) else {
      write(.cleared, on: hearing.adding(days: 8))
      return .landlordWithdraws
    }
    return judge(on: decision, &dice)
  }

  private mutating func judge(on day: Day, _ dice: inout Dice) -> Fate {
    if dice.happens(Rates.delays) { return pay(from: day, &dice) }
    if dice.happens(Rates.dismissed) {
      write(.decided(.dismissed), on: day)
      return .landlordWithdraws
    }
    let isLonger = dice.happens(Rates.withDelays)
    let until = day.adding(days: 90)
    write(.decided(isLonger ? .evictionWithDelays(until: until) : .eviction), on: day)
    guard dice.happens(Rates.quitOrder) else {
      write(.left, on: day.adding(days: dice.number(30...60)))
      return .leaves
    }
    return execute(from: day.adding(days: 15), &dice)
  }

  /// The judge's schedule, kept or broken.
  private mutating func pay(from day: Day, _ dice: inout Dice) -> Fate {
    let first = day.adding(days: 30)
    write(.decided(.delays(first: first)), on: day)
    let isBroken = dice.happens(Rates.broken)
    let paid = isBroken ? 1 : World.instalments
    for rank in 1...paid {
      write(.instalment(rank), on: first.adding(days: (rank - 1) * 30))
    }
    guard isBroken else {
      write(.cleared, on: first.adding(days: World.instalments * 30))
      return .keepsSchedule
    }
    _ = execute(from: first.adding(days: 75), &dice)
    return .breaksSchedule
  }

  /// CQL, request of CFP two months later at the earliest (CPCE L412-1), and what comes of it.
  private mutating func execute(from day: Day, _ dice: inout Dice) -> Fate {
    let quit = write(
      .quitOrder,
      on: Season.beforeSpring.day(from: day, through: day.adding(days: 120), days, &dice))
    guard dice.happens(Rates.policeAid) else {
      write(.left, on: quit.adding(days: 50))
      return .leaves
    }
    let asked = write(
      .policeAidAsked,
      on: Season.beforeSpring.day(
        from: quit.adding(days: 64), through: quit.adding(days: 180), days, &dice))
    let isGranted = dice.happens(Rates.granted)
    let isEvicted = isGranted && dice.happens(Rates.carriedOut)
    let isHoused = claimDALO(after: quit, isEvicted: isEvicted, &dice)
    let decided = decide(isGranted: isGranted, asked: asked, &dice)
    if isEvicted {
      write(
        .evicted,
        on: Season.outOfTruce.day(
          from: decided.adding(days: 15), through: decided.adding(days: 150), days, &dice))
      return .evicted
    }
    guard !isHoused else { return .dalo }
    write(.left, on: decided.adding(days: dice.number(10...60)))
    return .leaves
  }

  /// The préfet's answer, or the day on which his silence becomes a refusal.
  private mutating func decide(isGranted: Bool, asked: Day, _ dice: inout Dice) -> Day {
    let answer = asked.adding(days: dice.number(20...50))
    guard isGranted || dice.happens(Rates.refusedInWords) else { return asked.adding(days: 62) }
    return write(.policeAidDecided(isGranted: isGranted), on: answer)
  }

  /// The household claims a dwelling; a priority one is offered one, and is not evicted.
  private mutating func claimDALO(
    after quit: Day, isEvicted: Bool, _ dice: inout Dice
  ) -> Bool {
    guard dice.happens(Rates.dalo) else { return false }
    let claimed = write(.daloClaimed, on: quit.adding(days: dice.number(3...15)))
    let isPriority = !isEvicted && dice.happens(Rates.priority)
    let decided = write(
      .daloDecided(isPriority: isPriority), on: claimed.adding(days: dice.number(45...80)))
    if isPriority { offer(from: decided.adding(days: dice.number(20...60)), &dice) }
    return isPriority
  }
}
