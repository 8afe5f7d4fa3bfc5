import Charte
import RehousingDomain

extension RehousingCharter {
  /// What a version of the Charte fixes for rehousing.
  init(_ version: CharteVersion) {
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
