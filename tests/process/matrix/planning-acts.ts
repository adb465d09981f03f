/** What is done of a session before it is held: its plan, who comes. */
import { randomUUID } from 'node:crypto';
import { contributing, leading, personal, type ActRule, type Fields } from './act.ts';
import type { Place } from './places.ts';

const inPlan = (form: string, page = 'edit') =>
  (({ session }: Place) => `/sessions/${session}/${page}?/${form}`) satisfies ActRule['at'];
const ofSession = (more: Fields = {}) =>
  (({ session }: Place) => ({ session, ...more })) satisfies ActRule['fields'];

const inSession = (form: string) =>
  (({ session }: Place) => `/sessions/${session}?/${form}`) satisfies ActRule['at'];
export const planningActs: Record<string, ActRule> = {
  'POST /sessions/[id]/edit?/cancellation': leading(
    inPlan('cancellation'),
    ofSession({ reason: 'The strike' })
  ),
  'POST /sessions/[id]/edit?/revision': leading(
    inPlan('revision'),
    ofSession({
      revision: '0',
      starts: '2031-03-12T14:00',
      ends: '2031-03-12T15:00',
      timezone: 'Africa/Dakar'
    })
  ),
  'POST /sessions/[id]/invitations?/invitation': leading(
    inPlan('invitation', 'invitations'),
    ofSession({ subject: 'country:SN', ...personal })
  ),
  'POST /sessions/[id]/invitations?/invitation_withdrawal': leading(
    inPlan('invitation_withdrawal', 'invitations'),
    ofSession({ invitation: randomUUID() })
  ),
  'POST /sessions/[id]/invitations?/approval': leading(
    inPlan('approval', 'invitations'),
    ofSession({ person: randomUUID() })
  ),
  'POST /sessions/[id]/invitations?/refusal': leading(
    inPlan('refusal', 'invitations'),
    ofSession({ person: randomUUID(), reason: 'No room' })
  ),
  'POST /sessions/[id]?/document': leading(
    inSession('document'),
    ofSession({ title: 'A paper', ...personal })
  ),
  'POST /sessions/[id]?/document_ready': leading(
    inSession('document_ready'),
    ofSession({ document: randomUUID(), href: 'https://example.org/a.pdf' })
  ),
  'POST /sessions/[id]?/document_removal': leading(
    inSession('document_removal'),
    ofSession({ document: randomUUID() })
  ),
  'POST /sessions/[id]?/item_proposal': contributing(
    inSession('item_proposal'),
    ofSession({ title: 'An item', ...personal })
  ),
  'POST /sessions/[id]?/item_decision': leading(
    inSession('item_decision'),
    ofSession({ proposal: randomUUID(), answer: 'declined' })
  )
};
