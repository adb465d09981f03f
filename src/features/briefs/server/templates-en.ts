import type { StartedType } from '../briefs.ts';
import type { Section } from './section.ts';

const optionColumns = [
  'Benefits',
  'Harms',
  'Costs and value for money',
  'What is uncertain',
  'Key elements',
  'Views of those concerned'
];

export const english: Record<StartedType, Section[]> = {
  evidence_brief: [
    {
      heading: 'Key messages',
      guidance:
        'One page. What is the problem? What is known, and not known, about the options? What would carrying them out take?'
    },
    { heading: 'Context', guidance: 'Why this question now, who asked it, and what was decided before.' },
    {
      heading: 'The problem',
      guidance:
        'How large it is and for whom. Which programmes and arrangements of the health system bear on it. Name the groups who are worse off.'
    },
    {
      heading: 'Options',
      guidance:
        'Two to four options, each with its table. Say which evidence each cell rests on and how certain it is.',
      parts: [
        { heading: 'Option 1', guidance: 'What would be done, by whom, for whom.', columns: optionColumns },
        { heading: 'Option 2', guidance: 'What would be done, by whom, for whom.', columns: optionColumns }
      ]
    },
    {
      heading: 'Carrying it out',
      guidance: 'What stands in the way of each option, at four levels, and what would help.',
      columns: ['Level', 'What stands in the way', 'What would help'],
      parts: [
        {
          heading: 'Monitoring and evaluation',
          guidance: 'What will be counted, by whom, how often, and what would make us change course.'
        }
      ]
    },
    {
      heading: 'How this was made',
      guidance:
        'Where and when evidence was searched for, how it was chosen and appraised, who reviewed the text, and who paid.'
    }
  ],
  joint_statement: [
    {
      heading: 'Salutation',
      guidance:
        'Address the chair and the delegates. Three minutes are about 330 words, headings not counted.'
    },
    { heading: 'Who we are', guidance: 'In whose name this is said: organisations, members, countries.' },
    {
      heading: 'What we ask',
      guidance: 'Three to five requests, each one sentence that can be acted on. Do not name a Member State.'
    },
    { heading: 'Closing', guidance: 'One sentence on what we offer to do ourselves. Thank the chair.' }
  ],
  common_position: [
    { heading: 'Context', guidance: 'What this position answers, and for which meeting or process.' },
    { heading: 'Shared principles', guidance: 'What all of us hold, in as few points as possible.' },
    {
      heading: 'What each contributes',
      guidance: 'One row an organisation, written by it.',
      columns: ['Organisation', 'What it does already', 'What it will do']
    },
    {
      heading: 'Who must not be left behind',
      guidance:
        'Which groups could be missed, and how each is reached: migrants, people without papers, people with disabilities, remote areas and others.'
    },
    {
      heading: 'Joint actions',
      guidance: 'What we will do together, who leads, by when.',
      columns: ['Action', 'Who leads', 'By when']
    }
  ],
  declaration: [
    {
      heading: 'Preamble',
      guidance: 'Recalling, recognising, concerned: one paragraph each. Start each with PP and its number.'
    },
    {
      heading: 'Operative part',
      guidance: 'What is decided, urged, requested: one paragraph each. Start each with OP and its number.'
    },
    {
      heading: 'Record of adoption',
      guidance:
        'Where, when and by whom it was adopted, with reservations in the words of those who made them.'
    }
  ],
  key_action_recommendations: [
    {
      heading: 'Horizon',
      guidance: 'For which years these recommendations hold, and when they are looked at again.'
    },
    {
      heading: 'Recommendations',
      guidance: 'One row each. An indicator says how we shall know that it was done.',
      columns: ['Recommendation', 'Addressed to', 'Indicator', 'By when']
    },
    { heading: 'How they will be followed up', guidance: 'Who reports, to whom, how often.' }
  ],
  country_roadmap: [
    {
      heading: 'Situation',
      guidance: 'Where the health system stands, with figures, their source and their year.'
    },
    { heading: 'Objectives', guidance: 'Three to six, each one that can be found reached or not reached.' },
    {
      heading: 'Activities',
      guidance: 'One row an activity, with the building block of the health system that it strengthens.',
      columns: ['Activity', 'Building block', 'Responsible', 'From and to', 'Budget']
    },
    { heading: 'Budget', guidance: 'What it costs a year, what is covered and by whom, what is missing.' },
    {
      heading: 'Record of changes',
      guidance: 'Each change of priority, with its reason: outbreak, political change, learning, new idea.',
      columns: ['Date', 'What changed', 'Reason']
    }
  ]
};
