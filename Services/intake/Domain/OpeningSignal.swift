import Contracts
import Vocabulary

extension OpeningSignal {
  /// The debt in monthly rents without charges, rounded up; `nil` where the signal tells no debt.
  var debtInRents: Int? {
    switch self {
    case .notice(let body): Self.rents(body.dette.value, body.loyer.value)
    case .arrears(let body, _): Self.rents(body.dette.value, body.loyer.value)
    case .summons, .quitOrder, .policeAid, .transfer: nil
    }
  }

  private static func rents(_ debt: Int, _ rent: Int) -> Int? {
    rent > 0 ? (debt + rent - 1) / rent : nil
  }
}
