import { french, type LessonText } from './lesson-text.ts';

export const lessonsInFrench: LessonText[] = [
  french(
    {
      by: 'ministry.sn',
      polarity: 'did_not_work',
      countries: ['SN'],
      blocks: ['health_workforce'],
      axis: 'policy_dialogue',
      occupations: ['2221', '2222'],
      evidence: 'routine',
      months: [40, 22]
    },
    [
      `Prime de zone éloignée : la rétention n'a pas suivi`,
      `Une prime mensuelle pour les infirmières et sages-femmes des zones éloignées n'a pas changé la durée de présence.`,
      `Prime de 20 % du salaire versée à tous les postes classés éloignés, sans autre mesure.`,
      `Durée médiane de présence : 19 mois avant, 20 mois après. Les partants citent le logement et l'école des enfants, presque jamais la paie.`,
      `Ne pas introduire de prime seule. Logement et affectation en couple d'abord, prime ensuite.`,
      `Une enquête auprès des partants avant de choisir la mesure.`
    ]
  ),
  french(
    {
      by: 'ousmane.fall',
      polarity: 'worked',
      countries: ['SN'],
      blocks: ['health_financing', 'health_information'],
      axis: 'financing',
      occupations: ['1342'],
      evidence: 'routine',
      months: [14, 6]
    },
    [
      `Mesurer le délai de remboursement étape par étape`,
      `Un relevé manuel de vingt factures par district a montré que l'étape la plus longue dépendait du ministère lui-même.`,
      `Six étapes datées, vingt factures tirées au hasard, une demi-journée par district.`,
      `La réunion régionale d'attente, 41 jours en moyenne, a été supprimée. Délai total de 150 à 108 jours.`,
      `Mesurer par étape avant de demander plus d'argent ou d'accuser le Trésor.`,
      `Tamponner la date d'arrivée à chaque étape ; publier le résultat.`
    ]
  ),
  french(
    {
      by: 'koffi.nguessan',
      polarity: 'worked',
      countries: ['CI'],
      blocks: ['health_financing'],
      axis: 'financing',
      evidence: 'evaluation',
      months: [36, 12]
    },
    [
      `Une avance trimestrielle plafonnée évite les ruptures`,
      `Verser 60 % au début du trimestre, le solde après vérification, a réduit de moitié les ruptures de médicaments.`,
      `Avance calculée sur l'activité du trimestre précédent, plafonnée, régularisée au versement suivant.`,
      `Jours de rupture des traceurs : 21 à 10 par trimestre dans 44 établissements ; 31 à 29 chez les témoins.`,
      `Commencer par l'avance, même petite ; le plafond rassure le ministère des finances.`,
      `Un compte par établissement et un plan de dépense signé.`
    ]
  ),
  french(
    {
      by: 'fatoumata.traore',
      polarity: 'did_not_work',
      countries: ['ML'],
      blocks: ['leadership_governance', 'health_financing'],
      axis: 'policy_dialogue',
      evidence: 'evaluation',
      months: [60, 30]
    },
    [
      `Gratuité décidée sans les associations : elles se sont éteintes`,
      `En supprimant la recette des associations de santé communautaires, on a supprimé la raison de s'y réunir.`,
      `Exemption financée par le niveau central, versée au district.`,
      `11 associations suivies sur 40 ne tenaient plus d'assemblée générale après un an ; les plaintes n'avaient plus d'adresse.`,
      `Laisser à la communauté une décision budgétaire réelle, même petite.`,
      `Identifier à l'avance quelle dépense reste de leur ressort.`
    ]
  ),
  french(
    {
      by: 'aissatou.ba',
      polarity: 'did_not_work',
      countries: ['SN', 'GN'],
      blocks: ['service_delivery', 'health_workforce'],
      occupations: ['3253'],
      evidence: 'anecdote',
      months: [20, 10]
    },
    [
      `La charge des agents communautaires a doublé, pas leur indemnité`,
      `Là où la gratuité marchait le mieux, on a perdu le plus d'agents de santé communautaires.`,
      `Suivi à domicile ajouté au paquet, sans revoir l'indemnité fixée trois ans plus tôt.`,
      `De 31 à 67 visites par mois et par agent ; 9 agents sur 36 ont arrêté en dix mois.`,
      `Estimer les visites avant l'exemption et ajuster l'indemnité le même jour.`,
      `Cahiers de visites tenus depuis au moins trois mois.`
    ]
  ),
  french(
    {
      by: 'koffi.nguessan',
      polarity: 'partly',
      countries: ['CI'],
      blocks: ['health_financing', 'leadership_governance'],
      axis: 'financing',
      evidence: 'routine',
      months: [48, 18]
    },
    [
      `Ligne budgétaire protégée : efficace, puis encombrée`,
      `Classer la dépense comme sociale protégée a garanti le paiement, mais d'autres programmes y sont entrés.`,
      `Inscription dans la loi de finances, exécution prioritaire en fin de trimestre.`,
      `Taux d'exécution de 61 à 94 % ; en deux ans la ligne est passée de une à sept destinations.`,
      `Écrire la destination dans la loi, pas seulement le montant.`,
      `Une revue annuelle des destinations avec le parlement.`
    ]
  ),
  french(
    {
      by: 'amadou.keita',
      polarity: 'worked',
      countries: ['ML', 'BF'],
      blocks: ['medical_products_vaccines_technologies', 'health_financing'],
      axis: 'financing',
      occupations: ['2262'],
      evidence: 'routine',
      months: [26, 8]
    },
    [
      `Créditer la part médicament à la pharmacie régionale`,
      `Le centre commande, la pharmacie livre et débite : le retard du Trésor n'atteint plus le malade.`,
      `Compte de crédit au nom de chaque centre ; la pharmacie porte le délai.`,
      `Disponibilité des vingt traceurs de 71 à 88 % en un an.`,
      `Autoriser un cinquième du crédit ailleurs après dix jours de rupture, sinon la pharmacie n'a pas de raison d'être bien fournie.`,
      `Une pharmacie régionale avec trois mois de trésorerie.`
    ]
  ),
  french(
    {
      by: 'ministry.sn',
      polarity: 'partly',
      countries: ['SN'],
      blocks: ['health_information'],
      occupations: ['3252'],
      evidence: 'routine',
      months: [30, 9]
    },
    [
      `Factures électroniques sans réseau : la moitié du gain`,
      `L'application accélère les postes connectés ; les autres saisissent deux fois.`,
      `Application de facturation sur téléphone dans 120 postes.`,
      `Préparation de 12 à 4 jours dans 66 postes connectés, de 12 à 17 dans les 54 autres.`,
      `Exiger la saisie hors ligne dès le cahier des charges.`,
      `Un essai d'un mois dans le poste le plus isolé, avant tout marché.`
    ]
  ),
  french(
    {
      by: 'ousmane.fall',
      polarity: 'did_not_work',
      countries: ['SN'],
      blocks: ['health_workforce'],
      occupations: ['2221'],
      evidence: 'anecdote',
      months: [18, 16]
    },
    [
      `Retour au pays au grade de débutante`,
      `Une infirmière de réanimation revenue après neuf ans est repartie faute de reconnaissance de son expérience.`,
      `Réintégration au grade d'origine, sans reprise d'ancienneté.`,
      `Deux départs sur trois retours dans l'année ; le service de réanimation a refermé deux lits.`,
      `Compter les années passées ailleurs, au moins pour moitié, sur preuve d'emploi.`,
      `Une circulaire suffit ; prévoir les sages-femmes employées comme infirmières à l'étranger.`
    ]
  ),
  french(
    {
      by: 'expert',
      polarity: 'did_not_work',
      countries: ['TN', 'MA'],
      blocks: ['health_financing'],
      axis: 'financing',
      evidence: 'review',
      months: [90, 24]
    },
    [
      `Cotisation volontaire du secteur informel : un plafond bas`,
      `Dans les dispositifs examinés, l'adhésion volontaire n'a jamais atteint les plus pauvres en nombre.`,
      `Revue de dix dispositifs d'assurance volontaire, subventionnés ou non.`,
      `Couverture médiane de 9 % de la population visée après cinq ans ; les adhérents sont plus malades et moins pauvres que la moyenne.`,
      `Financer les plus pauvres par l'impôt ; garder l'adhésion pour le lien local, pas pour la recette.`,
      `Un accord écrit avec les finances sur la part budgétaire.`
    ]
  ),
  french(
    {
      by: 'fatoumata.traore',
      polarity: 'worked',
      countries: ['ML', 'NE'],
      blocks: ['service_delivery'],
      occupations: ['2222', '3222'],
      evidence: 'evaluation',
      months: [34, 10]
    },
    [
      `Équipes mobiles calées sur les marchés`,
      `Passer le jour du marché, et non le jour du calendrier du district, a doublé les consultations prénatales des nomades.`,
      `Deux équipes, douze marchés, une sage-femme et une vaccinatrice.`,
      `Première consultation prénatale de 22 à 47 % dans les campements suivis.`,
      `Demander aux commerçants le calendrier des marchés avant de planifier.`,
      `Carburant payé au mois, carnet gardé par l'équipe quand la famille le souhaite.`
    ]
  ),
  french(
    {
      by: 'armando.sanca',
      polarity: 'did_not_work',
      countries: ['GW'],
      blocks: ['health_financing'],
      axis: 'development_cooperation',
      evidence: 'anecdote',
      months: [50, 38]
    },
    [
      `Un mois entre le projet et l'État : la confiance perdue`,
      `À la fin du financement par un partenaire, les centres ont recommencé à faire payer en deux semaines.`,
      `Transfert prévu le jour de la clôture, premier versement de l'État le mois suivant.`,
      `Accouchements au centre divisés par deux ; un an pour revenir au niveau d'avant.`,
      `Faire se chevaucher les deux paiements d'un trimestre au moins.`,
      `Un fonds de roulement équivalent à quatre mois de dépenses.`
    ]
  ),
  french(
    {
      by: 'ivone.tavares',
      polarity: 'worked',
      countries: ['CV'],
      blocks: ['health_financing'],
      axis: 'financing',
      occupations: ['1342'],
      evidence: 'routine',
      months: [72, 3]
    },
    [
      `Payer par habitant dans les petites îles`,
      `Un montant trimestriel par résident inscrit supprime la facture et l'attente.`,
      `Montant ajusté à l'âge et à la distance de l'hôpital, versé avant le service.`,
      `Aucun retard depuis six ans ; 3 % des centres ont demandé une correction en cours d'année.`,
      `Ajouter un montant « de passage » pour les îles portuaires.`,
      `Peu de centres, un registre fiable, une correction possible par téléphone.`
    ]
  ),
  french(
    {
      by: 'amadou.keita',
      polarity: 'partly',
      countries: ['ML'],
      blocks: ['leadership_governance'],
      axis: 'policy_dialogue',
      evidence: 'anecdote',
      months: [28, 12]
    },
    [
      `Revue conjointe annuelle : les décisions manquaient de propriétaire`,
      `La revue réunissait tout le monde et n'engageait personne.`,
      `Trois jours, 140 participants, 52 recommandations.`,
      `Un an après, 9 recommandations appliquées. L'année suivante, 8 recommandations, chacune avec un nom et un mois : 6 appliquées.`,
      `Moins de recommandations, un nom et un mois pour chacune.`,
      `Le nom est choisi en séance, par l'intéressé.`
    ]
  ),
  french(
    {
      by: 'aissatou.ba',
      polarity: 'worked',
      countries: ['SN'],
      blocks: ['service_delivery', 'leadership_governance'],
      occupations: ['3253', '5322'],
      evidence: 'routine',
      months: [16, 4]
    },
    [
      `Le solde du poste affiché sur la porte`,
      `Afficher chaque mois ce que le poste a reçu et dépensé a fait reculer les paiements informels.`,
      `Une feuille, quatre lignes, signée par le comité.`,
      `Mères déclarant un paiement informel : 27 à 11 % dans 22 villages.`,
      `Commencer par l'affichage : il ne coûte rien et prépare les autres réformes.`,
      `Une personne du comité sait lire les quatre lignes à voix haute.`
    ]
  )
];
