/// The texts under which rehousing acts, as a French reader cites them.
enum RehousingBasis {
  static let search = "instruction du 22 mars 2017, § 2.2"
  static let attribution = "loi 2017-86 du 27 janvier 2017 ; instruction du 22 mars 2017, § 2.2"
  static let answer = "CCH art. R441-10"
  static let daloRecours = "CCH art. L441-2-3"
  static let daloDecision = "CCH art. R441-15"
  static let daloOffer = "CCH art. R441-16-1"
  static let daloRefusal = "CCH art. R441-16-3"
  static let daloTribunal = "CJA art. R778-2"
  static let daho = "CCH art. R441-18"
  static let registration = "CCH art. R441-2-7"
  static let accommodation = "instruction du 22 mars 2017, § 3.2"
}
