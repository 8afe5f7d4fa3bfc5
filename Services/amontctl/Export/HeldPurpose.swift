import LegalCalendar
import Vocabulary

/// What RGPD art. 15 § 1 asks to be said of each part of the data, beside the data: why it is held
/// and on which text, from whom it came, to whom it may go.
struct HeldPurpose: Sendable {
  let title: String, why: String, basis: String, from: String, to: String
}

extension HeldSubject {
  /// What is said of it; `nil` for the machine's tables, which are in no answer.
  // swift-format-ignore
  var purpose: HeldPurpose? {
    let task = "Mission d'intérêt public de prévention des expulsions (RGPD art. 6 § 1 e ; loi 90-449, art. 7-2)"
    switch self {
    case .identity: return HeldPurpose(
      title: "Qui vous êtes et où vous habitez", why: "Vous reconnaître, sans vous confondre avec un autre ménage, et pouvoir vous rencontrer.", basis: task,
      from: "L'étude de commissaire de justice, le bailleur, la CAF ou la MSA qui ont signalé l'impayé.",
      to: "Le service social, l'antenne de prévention et l'opérateur du diagnostic, pour vous rencontrer. Jamais à un autre bailleur.")
    case .recognition: return HeldPurpose(
      title: "Comment votre dossier est reconnu", why: "Relier au même dossier les actes de plusieurs organismes, et vérifier un doute.", basis: task,
      from: "Les références que les organismes écrivent dans leurs actes ; les décisions de la commission, avec le nom de l'agent qui a décidé (CRPA art. L111-2).", to: "La commission (CCAPEX).")
    case .signals: return HeldPurpose(
      title: "Ce que les organismes ont signalé de vous", why: "Savoir ce qui s'est passé, le prouver, et corriger une erreur.", basis: task + " ; loi 89-462, art. 24",
      from: "L'organisme nommé à chaque ligne.", to: "Les services d'Amont ; ce qui en est dit à d'autres figure dans « Ce qui a été dit de vous ».")
    case .diagnosis: return HeldPurpose(
      title: "Rencontres et diagnostic social et financier", why: "Éclairer le juge et trouver une solution.", basis: task + " ; loi 89-462, art. 24 III ; décret 2021-8",
      from: "Le service social ou l'opérateur qui vous a rencontré, et vous-même.",
      to: "Le tribunal et la CCAPEX ; le bailleur n'en reçoit qu'une copie réduite, sans votre vie privée.")
    case .debt: return HeldPurpose(
      title: "Dette de loyer, aides, plans et surendettement", why: "Chercher comment apurer la dette et garder l'aide au logement.", basis: task + " ; loi 90-449, art. 6 ; CCH art. R824-1 et suivants",
      from: "Le bailleur, la CAF ou la MSA, le FSL, la Banque de France, le service social.",
      to: "Le bailleur, le FSL, la CAF ou la MSA, pour ce qui les concerne. Un dépôt de surendettement n'est dit à aucun créancier avant sa recevabilité (C. consom. art. L721-3) ; vous, vous le lisez ici.")
    case .housing: return HeldPurpose(
      title: "Relogement, DALO et hébergement", why: "Chercher un logement ou un hébergement et faire valoir vos droits.", basis: task + " ; CCH art. L300-1, L441-2-3",
      from: "Vous-même, le service social, les bailleurs, la commission de médiation, le SIAO.",
      to: "Les bailleurs et réservataires (taille du ménage, budget, communes, numéro unique), le SIAO, le préfet. Rien de votre dette.")
    case .court: return HeldPurpose(
      title: "Procédure devant le juge et exécution", why: "Suivre les délais, vous informer et faire respecter les protections.", basis: task + " ; loi 89-462, art. 24 ; CPCE art. L411-1 et suivants",
      from: "L'étude de commissaire de justice, le tribunal, la préfecture.", to: "La préfecture, le tribunal, l'étude, le bailleur ; la police ou la gendarmerie après l'accord du concours.")
    case .follow: return HeldPurpose(
      title: "Où en est votre dossier", why: "Donner à chaque dossier sa prochaine étape et sa date. Aucune décision n'est prise sur vous par un calcul seul (RGPD art. 22).", basis: task,
      from: "Amont, à partir des actes ci-dessus.", to: "La commission et la préfecture.")
    case .deadlines: return HeldPurpose(
      title: "Échéances à venir", why: "Agir à temps.", basis: task, from: "Amont, à partir des actes et des textes cités.", to: "L'organisme dont l'acte est attendu.")
    case .notices: return HeldPurpose(
      title: "Ce qui a été dit de vous", why: "Dire à chacun ce qu'il doit faire ou savoir.", basis: task, from: "Amont.", to: "Le destinataire nommé à chaque ligne.")
    case .evaluation: return HeldPurpose(
      title: "Ce qui est compté pour l'évaluation annuelle", why: "Évaluer la prévention : des nombres, sans nom, les petits effectifs cachés.", basis: task, from: "Amont, à partir des actes ci-dessus.",
      to: "Publié sous forme de totaux seulement.")
    case .machine: return nil
    }
  }
}

/// How long what is in an answer is kept, and what the person may ask.
enum HeldRights {
  /// What an erasure leaves.
  private static let afterwards =
    "ce qui vous nomme ou vous décrit n'est plus lisible par personne ; restent, sans nom, des dates, des"
    + " montants et des codes, pour les dénombrements."

  /// How long the dossier is kept: by its closure, or by the rule where it is open.
  static func kept(closedOn: Day?, by delays: RetentionDelays) -> String {
    guard let closedOn, let retention = Retention(closedOn: closedOn, by: delays) else {
      return
        "Votre dossier est ouvert : il est suivi jusqu'à sa clôture, puis gardé \(delays.active) mois en base"
        + " active et, en tout, \(delays.archive) mois après la clôture, dans une archive d'accès restreint. Il est"
        + " ensuite effacé : \(afterwards) (\(Retention.article) ; \(delays.source))"
    }
    return "Votre dossier est clos depuis le \(closedOn.written). Il reste en base active jusqu'au"
      + " \(HeldLabel.french(retention.activeUntil)), puis dans une archive d'accès restreint jusqu'au"
      + " \(HeldLabel.french(retention.archiveUntil)) ; il est alors effacé : \(afterwards)"
      + " (\(retention.article))"
  }

  /// What the person may ask, and where.
  static func rights(contact: String) -> [(title: String, text: String)] {
    [
      (
        "Faire corriger",
        "Ce qui est faux ou incomplet est corrigé, chez tous ceux à qui nous l'avons dit (RGPD art. 16 et 19)."
      ),
      (
        "Faire limiter",
        "Pendant la vérification, vous pouvez demander que nous gardions une donnée sans l'utiliser (RGPD art. 18)."
      ),
      (
        "Vous opposer",
        "Vous pouvez vous opposer pour une raison tenant à votre situation ; un motif impérieux d'intérêt public peut l'emporter (RGPD art. 21)."
      ),
      (
        "Faire effacer",
        "L'effacement avant terme est limité par la mission d'intérêt public et par la défense de droits en justice (RGPD art. 17 § 3) ; ce qui n'a pas lieu d'être est effacé."
      ),
      (
        "Emporter vos données",
        "Le fichier JSON remis avec cette page contient les mêmes données, lisibles par un programme."
      ),
      ("À qui écrire", contact + " La réponse est due dans le mois (RGPD art. 12)."),
      (
        "Réclamer",
        "Vous pouvez réclamer auprès de la CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, www.cnil.fr."
      ),
    ]
  }
}
