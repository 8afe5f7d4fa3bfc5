import Testing

@testable import IntakeDomain

@Suite struct NormalFormTests {
  @Test(arguments: [
    ("12 bis, av. de la République", "12BIS AVENUE REPUBLIQUE"),
    ("12b avenue de la Republique", "12 Bis Ave de la République"),
    ("3, r. des Lilas", "3 RUE DES LILAS"),
    ("n° 3 rue des Lilas", "003 rue Lilas"),
    ("5 bd St-Denis", "5 boulevard Saint Denis"),
    ("8 pl. du Gal Leclerc", "8, place du Général-Leclerc"),
    ("1 all. d'Alsace", "1 ALLÉE D ALSACE"),
    ("7 rue de l'Œuvre", "7 rue de l oeuvre"),
    ("9 ter ch. Vert", "9t chemin vert"),
    ("2 rue Nguye\u{302}\u{303}n", "2 rue Nguyễn"),
  ])
  func twoWritingsOfOneStreetAreOne(_ one: String, _ other: String) {
    #expect(NormalForm.street(one) == NormalForm.street(other))
    #expect(!NormalForm.street(one).isEmpty)
  }

  @Test(arguments: [
    ("12 rue des Lilas", "12 allée des Lilas"), ("12 rue des Lilas", "12 bis rue des Lilas"),
    ("12 rue des Lilas", "21 rue des Lilas"), ("12a rue Verte", "12b rue Verte"),
    ("1 rue du 8 mai 1945", "1 rue du 11 novembre"),
  ])
  func differentStreetsStayDifferent(_ one: String, _ other: String) {
    #expect(NormalForm.street(one) != NormalForm.street(other))
  }

  @Test(arguments: [
    ("LEFÈVRE", "lefevre"), ("d’Almeida", "D'ALMEIDA"), ("Jean-Pierre", "JEAN PIERRE"),
    ("Zoe\u{301}", "Zoé"), ("Ağaoğlu", "AGAOGLU"), ("Łukasz", "lukasz"), ("STRASSE", "Straße"),
    ("  Ben   Ali ", "BEN-ALI"), ("İnan", "inan"),
    // Marks of direction, a soft hyphen, a joiner and a byte order mark, in the word and around it.
    ("\u{200F}Mar\u{200E}tin\u{202C}", "martin"), ("Mar\u{AD}tin", "Martin"),
    ("Mar\u{200D}tin\u{FEFF}", "MARTIN"), ("\u{2067}علي\u{2069}", "علي"),
  ])
  func twoWritingsOfOneNameAreOne(_ one: String, _ other: String) {
    #expect(NormalForm.name(one) == NormalForm.name(other))
    #expect(!NormalForm.name(one).isEmpty)
  }

  @Test(arguments: [
    ("Bât. A, 2ème étage, appt 12", "batiment A 2e etage apt 12"),
    ("esc. B pte 4", "Escalier B porte 04"),
    ("RDC gche", "rdc gauche"), (" ", ""),
  ])
  func twoWritingsOfOneDoorAreOne(_ one: String, _ other: String) {
    #expect(NormalForm.complement(one) == NormalForm.complement(other))
  }

  @Test func buildingsAndDoorsStayDifferent() {
    #expect(NormalForm.complement("Bât. A") != NormalForm.complement("Bât. B"))
    #expect(NormalForm.complement("Bât. A") != NormalForm.complement("Bâtiment"))
  }

  @Test(arguments: [
    ("732829320", true), ("732829321", false), ("73282932", false), ("73282932O", false),
  ])
  func aSIRENHasAKey(_ number: String, _ isRight: Bool) {
    #expect(CompanyNumber.isSIREN(number) == isRight)
  }

  @Test(arguments: [
    ("73282932000074", true), ("73282932000075", false), ("7328293200007", false),
    // An establishment of La Poste: the plain sum of the digits counts, here 45.
    ("35600000049837", true), ("35600000049838", false),
  ])
  func aSIRETHasAKey(_ number: String, _ isRight: Bool) {
    #expect(CompanyNumber.isSIRET(number) == isRight)
  }
}
