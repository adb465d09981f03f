import { inviteToSession } from '#features/registration/server/invite-to-session.ts';
import { registerForSession } from '#features/registration/server/register-for-session.ts';
import { addDocument, markDocumentReady } from '#features/sessions/server/change-documents.ts';
import { listPapers } from '#features/sessions/server/list-planned.ts';
import { proposeItem } from '#features/sessions/server/propose-item.ts';
import { readAgenda } from '#features/sessions/server/read-agenda.ts';
import { scheduleSession } from '#features/sessions/server/schedule-session.ts';
import { db } from '#lib/server/db.ts';
import { typeset } from './texts/text.ts';
import { before, capacityOf, day, hour, personOf, type World } from './world.ts';

const fr = (text: string) => typeset('fr', text);

/** A meeting of senior officials in three weeks, prepared as people prepare one: papers that are missing, a proposal, invitations, a full room. */
export async function seedPlanning(world: World): Promise<void> {
  const chair = personOf(world, 'secretariat');
  const capacity = capacityOf(world, 'secretariat');
  const at = before(world.now, 2 * day);
  const startsAt = new Date(Math.floor(world.now.getTime() / day) * day + 21 * day + 10 * hour);
  const { id: session } = await scheduleSession(
    chair,
    {
      forum: 'health-financing-west-africa',
      title: fr('Hauts fonctionnaires : le fonds de roulement avant la réunion ministérielle'),
      lang: 'fr',
      kind: 'senior_officials_meeting',
      startsAt,
      endsAt: new Date(startsAt.getTime() + 3 * hour),
      timezone: 'Africa/Dakar',
      place: 'Dakar',
      audience: 'space',
      countries: ['SN', 'CI', 'ML', 'GW', 'CV'],
      registrationRule: 'invited',
      capacity_people: 3,
      reminders: [168, 24],
      newSeries: fr('Dialogue annuel sur le financement'),
      agenda: [
        { minutes: 15, title: fr('Ce que disent les cinq tableaux de délais'), document: null },
        { minutes: 90, title: fr('Le fonds de roulement : qui signe, pour combien'), document: null },
        { minutes: 30, title: fr('Ce que les ministres décideront'), document: null }
      ],
      capacity
    },
    at
  );
  const items = await readAgenda(db, session);
  const paper = { session, capacity };
  await addDocument(chair, { ...paper, item: items[0].id, title: fr('Tableau des délais, cinq pays') }, at);
  await addDocument(
    chair,
    { ...paper, item: items[1].id, title: fr('Note du Trésor sur l’avance'), owner: fr('Côte d’Ivoire') },
    at
  );
  const [table] = await listPapers(db, session);
  await markDocumentReady(chair, { session, document: table.id, href: 'https://example.org/delais.pdf' }, at);
  await inviteToSession(
    chair,
    {
      session,
      subject: { kind: 'organisation', subject: capacityOf(world, 'adjoa.mensah') },
      message: fr('Nous aimerions vous entendre sur le point 2.'),
      capacity
    },
    at
  );
  for (const [index, key] of ['ministry.sn', 'koffi.nguessan', 'fatoumata.traore', 'ivone.tavares'].entries())
    await registerForSession(
      personOf(world, key),
      { session, capacity: capacityOf(world, key) },
      new Date(at.getTime() + (index + 1) * hour)
    );
  await proposeItem(
    personOf(world, 'fatoumata.traore'),
    {
      session,
      title: fr('Comment prévenir les associations de quartier'),
      minutes: 20,
      reason: fr('Elles ont appris la gratuité trop tard : ne recommençons pas.'),
      capacity: capacityOf(world, 'fatoumata.traore')
    },
    new Date(at.getTime() + 6 * hour)
  );
}
