import Charte
import Testing

/// Files that an agent may get wrong.
@Suite("What is wrong with a Charte") struct ProblemTests {
  struct Mistake: Sendable {
    let written: String
    let said: String
  }

  @Test(
    "Each mistake is said with its line, its key and what to write",
    arguments: [
      Mistake(
        written: "    parametres: {suivi: {apurment: 2 mois}}",
        said:
          "f:15: versions[1].parametres.suivi.apurment : clé inconnue ; vouliez-vous écrire « apurement » ?"
      ),
      Mistake(
        written: "    parametres:\n      suivi:\n        apurement: 2 moi",
        said:
          "f:17: versions[1].parametres.suivi.apurement : « 2 moi » ne convient pas ; attendu : une durée de 0 à 365"
      ),
      Mistake(
        written: "    parametres: {capacite: {plan-le-plus-long: 37 mensualités}}",
        said:
          "f:15: versions[1].parametres.capacite.plan-le-plus-long : « 37 mensualités » ne convient pas ; attendu : un nombre entier de 1 à 36"
      ),
      Mistake(
        written: "    parametres: {signalement: {seuil-mois: 2 mois}}",
        said:
          "f:15: versions[1].parametres.signalement.seuil-mois : « 2 mois » ne convient pas ; attendu : un nombre entier de 3 à 6"
      ),
      Mistake(
        written: "    parametres: {fsl: {plafond-dette: 5000}}",
        said:
          "f:15: versions[1].parametres.fsl.plafond-dette : « 5000 » ne convient pas ; attendu : un montant"
      ),
      Mistake(
        written: "    parametres: {capacite: {taux-effort-maximal: 101 %}}",
        said:
          "f:15: versions[1].parametres.capacite.taux-effort-maximal : « 101 % » ne convient pas ; attendu : une part"
      ),
      Mistake(
        written: "    parametres: {urgence: {vulnerabilite: yes}}",
        said:
          "f:15: versions[1].parametres.urgence.vulnerabilite : « yes » ne convient pas ; attendu : « oui » ou « non »"
      ),
      Mistake(
        written: "    parametres: {points-incertains: {reconduction-tacite: trois-mois}}",
        said:
          "f:15: versions[1].parametres.points-incertains.reconduction-tacite : « trois-mois » ne convient pas ; attendu : l'un de ces mots"
      ),
      Mistake(
        written: "    parametres: {points-incertains: {decret-2026-83: {depuis: 2026-02-30}}}",
        said:
          "f:15: versions[1].parametres.points-incertains.decret-2026-83.depuis : « 2026-02-30 » ne convient pas ; attendu : une date"
      ),
      Mistake(
        written: "    parametres: [suivi]",
        said: "f:15: versions[1].parametres : attendu : les clés apurement, capacite"),
      Mistake(
        written: "    parametres: {suivi: &a {apurement: 2 mois}}",
        said: "f:15: versions[1].parametres.suivi : les renvois"),
      Mistake(
        written: "    engagments: []",
        said: "f:15: versions[1].engagments : clé inconnue ; vouliez-vous écrire « engagements » ?"),
      Mistake(
        written:
          "    engagements: [{partenaire: p, texte: t, indicateur: F9, sens: au-moins, unite: jours, cibles: {2018: 1}}]",
        said:
          "f:15: versions[1].engagements[1].indicateur : « F9 » ne convient pas ; attendu : l'une de ces lignes"
      ),
      Mistake(
        written: "    treves-outre-mer: []",
        said: "f:15: versions[1].treves-outre-mer : réservé à l'outre-mer"),
      Mistake(
        written: "            - {insee: \"93066\", depuis: 2020-01-01}",
        said:
          "f:15: versions[1].instances.sous-commissions : la commune 93066 figure déjà à la ligne 14"
      ),
      Mistake(
        written: "            - \"75056\"",
        said:
          "f:15: versions[1].instances.sous-commissions[1].communes[2] : « 75056 » ne convient pas ; attendu : un code INSEE"
      ),
      Mistake(
        written: "        - {code: nord, nom: Nord, portee-par: [], communes: []}",
        said:
          "f:15: versions[1].instances.sous-commissions[2].portee-par : attendu : au moins un porteur"
      ),
      Mistake(
        written: "  - depuis: 2017-03-22\n    instances:\n"
          + "      centrale: {nom: C, portee-par: [epci]}\n"
          + "      cellule-technique: {nom: T, portee-par: [epci]}",
        said: "f:15: versions[2].depuis : une version commence après la précédente"),
      Mistake(written: "\tinstances: x", said: "f:15: le YAML ne se lit pas ici"),
      Mistake(written: "    depuis: 2018-01-01", said: "f:5: clé écrite deux fois : depuis"),
    ])
  func eachMistake(_ mistake: Mistake) {
    let problems = Example.problems(Example.small(mistake.written))
    #expect(problems.contains { $0.hasPrefix(mistake.said) }, "\(problems)")
  }

  @Test("The smallest Charte is sound, and every parameter of it is the default")
  func theSmallest() throws {
    let charte = try DepartementCharte(parsing: Example.small(), file: "f")
    for parameter in ParameterList.all { expectDefault(parameter, in: charte.versions[0]) }
  }

  private func expectDefault<P: CharteParameter>(_ parameter: P, in version: CharteVersion) {
    #expect(version.setting(parameter) == Setting(value: parameter.row.standard, line: nil))
  }

  @Test("Everything that is wrong is said at once") func allAtOnce() {
    let problems = Example.problems(
      """
      departement: {code: "99", mon: Essai}
      versions:
        - depuis: hier
          instances: {centrale: {code: Centrale, nom: "", portee-par: [maire]}}
          parametres: {fsl: {reponse: 1}, suivis: {}}
      """)
    let keys = problems.map { $0.split(separator: " ", maxSplits: 2)[1] }
    #expect(
      Set(keys) == [
        "departement.code", "departement.mon", "departement.nom", "versions[1].depuis",
        "versions[1].instances.cellule-technique", "versions[1].instances.centrale.code",
        "versions[1].instances.centrale.nom", "versions[1].instances.centrale.portee-par[1]",
        "versions[1].parametres.fsl.reponse", "versions[1].parametres.suivis",
      ], "\(problems)")
  }

  @Test(
    "What is too large, too deep or no document is refused before it is read",
    arguments: [
      (
        text: String(repeating: "# \(String(repeating: "x", count: 100))\n", count: 6_000),
        said: "f:1: plus de 512 Kio"
      ),
      (text: String(repeating: "[\n", count: 100), said: "f:65: plus de 64 crochets ouverts"),
      (text: String(repeating: "- ", count: 400), said: "f:1: une ligne de plus de 500 octets"),
      (text: "", said: "f:1: le fichier est vide"),
      (text: "# rien\n", said: "f:1: le fichier est vide"),
      (text: "texte", said: "f:1: attendu : les clés departement, versions"),
    ])
  func limits(_ row: (text: String, said: String)) {
    let problems = Example.problems(row.text)
    #expect(problems.first?.hasPrefix(row.said) == true, "\(problems)")
  }

  @Test("Of very many problems a hundred are said, and how many are left") func veryMany() {
    let lines = (1...150).map { "            - \"a\($0)\"" }.joined(separator: "\n")
    let problems = Example.problems(Example.small(lines))
    #expect(problems.count == CharteError.maximumProblems + 1)
    #expect(problems.last == "f : et 50 autres erreurs")
  }
}
