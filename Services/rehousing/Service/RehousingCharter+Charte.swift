public import Charte
public import RehousingDomain
public import ServiceHost

extension RehousingCharter: CharterOfService {
  public init(_ version: CharteVersion) {
    self.init(
      replyDays: version[CountParameter.landlordReply],
      urgentReplyDays: version[CountParameter.urgentLandlordReply],
      reviewDays: version[CountParameter.prefectureReview],
      reminderDays: version[CountParameter.offerReminder],
      leaseDays: version[CountParameter.leaseSigning],
      accommodationDays: version[CountParameter.accommodation],
      registrationMonths: version[CountParameter.registration],
      hasLargeAgglomeration: version[SwitchParameter.largeAgglomeration])
  }
}
