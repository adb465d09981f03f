import type { StartedType } from '../briefs.ts';
import type { Section } from './section.ts';

const optionColumns = [
  'Bénéfices',
  'Effets indésirables',
  'Coûts et efficience',
  'Ce qui reste incertain',
  'Éléments clés',
  'Avis des personnes concernées'
];

export const french: Record<StartedType, Section[]> = {
  evidence_brief: [
    {
      heading: 'Messages clés',
      guidance:
        'Une page. Quel est le problème ? Que sait-on, et que ne sait-on pas, des options ? Que demanderait leur mise en œuvre ?'
    },
    {
      heading: 'Contexte',
      guidance: 'Pourquoi cette question maintenant, qui l’a posée, ce qui a déjà été décidé.'
    },
    {
      heading: 'Le problème',
      guidance:
        'Son ampleur, et pour qui. Les programmes et l’organisation du système de santé qui y jouent un rôle. Nommer les groupes les plus touchés.'
    },
    {
      heading: 'Options',
      guidance:
        'De deux à quatre options, chacune avec son tableau. Indiquer sur quelles données repose chaque case et avec quelle certitude.',
      parts: [
        { heading: 'Option 1', guidance: 'Ce qui serait fait, par qui, pour qui.', columns: optionColumns },
        { heading: 'Option 2', guidance: 'Ce qui serait fait, par qui, pour qui.', columns: optionColumns }
      ]
    },
    {
      heading: 'Mise en œuvre',
      guidance: 'Ce qui fait obstacle à chaque option, à quatre niveaux, et ce qui aiderait.',
      columns: ['Niveau', 'Ce qui fait obstacle', 'Ce qui aiderait'],
      parts: [
        {
          heading: 'Suivi et évaluation',
          guidance: 'Ce qui sera mesuré, par qui, à quel rythme, et ce qui ferait changer de cap.'
        }
      ]
    },
    {
      heading: 'Comment cette note a été établie',
      guidance:
        'Où et quand les données ont été cherchées, comment elles ont été retenues et évaluées, qui a relu le texte et qui a financé le travail.'
    }
  ],
  joint_statement: [
    {
      heading: 'Adresse',
      guidance:
        'S’adresser à la présidence et aux délégations. Trois minutes font environ 330 mots, titres non compris.'
    },
    { heading: 'Qui nous sommes', guidance: 'Au nom de qui cela est dit : organisations, membres, pays.' },
    {
      heading: 'Ce que nous demandons',
      guidance:
        'De trois à cinq demandes, chacune en une phrase qui peut être suivie d’effet. Ne désigner aucun État Membre.'
    },
    {
      heading: 'Conclusion',
      guidance: 'Une phrase sur ce que nous nous engageons à faire nous-mêmes. Remercier la présidence.'
    }
  ],
  common_position: [
    {
      heading: 'Contexte',
      guidance: 'À quoi répond cette position, et pour quelle réunion ou quel processus.'
    },
    {
      heading: 'Principes partagés',
      guidance: 'Ce à quoi nous tenons tous, en aussi peu de points que possible.'
    },
    {
      heading: 'La contribution de chacun',
      guidance: 'Une ligne par organisation, rédigée par elle.',
      columns: ['Organisation', 'Ce qu’elle fait déjà', 'Ce qu’elle fera']
    },
    {
      heading: 'Qui ne doit pas être laissé de côté',
      guidance:
        'Quels groupes risquent d’être oubliés, et comment chacun est atteint : personnes migrantes, sans papiers, handicapées, zones reculées et autres.'
    },
    {
      heading: 'Actions communes',
      guidance: 'Ce que nous ferons ensemble, qui pilote, pour quand.',
      columns: ['Action', 'Pilote', 'Échéance']
    }
  ],
  declaration: [
    {
      heading: 'Préambule',
      guidance:
        'Rappelant, considérant, préoccupés : un paragraphe chacun. Commencer chacun par PP et son numéro.'
    },
    {
      heading: 'Dispositif',
      guidance:
        'Ce qui est décidé, demandé, recommandé : un paragraphe chacun. Commencer chacun par OP et son numéro.'
    },
    {
      heading: 'Procès-verbal d’adoption',
      guidance:
        'Où, quand et par qui le texte a été adopté, avec les réserves dans les mots de leurs auteurs.'
    }
  ],
  key_action_recommendations: [
    {
      heading: 'Horizon',
      guidance: 'Pour quelles années valent ces recommandations, et quand elles seront revues.'
    },
    {
      heading: 'Recommandations',
      guidance: 'Une ligne chacune. L’indicateur dit comment on saura que c’est fait.',
      columns: ['Recommandation', 'Destinataire', 'Indicateur', 'Échéance']
    },
    { heading: 'Comment elles seront suivies', guidance: 'Qui rend compte, à qui, à quel rythme.' }
  ],
  country_roadmap: [
    {
      heading: 'Situation',
      guidance: 'Où en est le système de santé, avec des chiffres, leur source et leur année.'
    },
    { heading: 'Objectifs', guidance: 'De trois à six, dont on pourra dire s’ils sont atteints ou non.' },
    {
      heading: 'Activités',
      guidance: 'Une ligne par activité, avec le pilier du système de santé qu’elle renforce.',
      columns: ['Activité', 'Pilier', 'Responsable', 'Début et fin', 'Budget']
    },
    {
      heading: 'Budget',
      guidance: 'Ce que cela coûte par an, ce qui est couvert et par qui, ce qui manque.'
    },
    {
      heading: 'Journal des changements',
      guidance:
        'Chaque changement de priorité et sa raison : épidémie, changement politique, apprentissage, idée nouvelle.',
      columns: ['Date', 'Ce qui change', 'Raison']
    }
  ]
};
