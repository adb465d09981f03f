import { eq } from 'drizzle-orm';
import { appendClearanceLink } from '#features/clearance/server/append-clearance-link.ts';
import { listFocalPoints } from '#features/clearance/server/list-focal-points.ts';
import { nameIn } from '#lib/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { listen } from '#lib/server/announce.ts';
import { atomic, db } from '#lib/server/db.ts';
import { linkTo, sendMail } from '#lib/server/mail.ts';
import { pendingEvents, type PendingEvent } from '../pending.ts';
import { pendingPosts } from './pending-tables.ts';

const day = 86_400_000;

/** Asks the focal points by mail for each text that begins to wait, and anew when it was mended. */
export const mailWaiting = (): void =>
  listen('clearance-mails', async ({ name, payload }) => {
    if (name !== pendingEvents.held && name !== pendingEvents.resent) return;
    const { reason, pendingId } = payload as PendingEvent;
    if (reason === 'clearance') await mailFocalPoints(pendingId);
  });

/** One mail a focal point, each with a link of its own. The author gets none: nobody clears their own text. */
export async function mailFocalPoints(pendingId: string): Promise<void> {
  const [row] = await db.select().from(pendingPosts).where(eq(pendingPosts.id, pendingId));
  if (!row || row.returnedAt) return;
  const points = await listFocalPoints(row.organisationId ?? '');
  const expiresAt = row.until ?? new Date(Date.now() + 7 * day);
  for (const { personId, email, locale: own } of points) {
    if (!email || personId === row.personId) continue;
    const token = await atomic((tx) =>
      appendClearanceLink(tx, { personId, pendingId, revision: row.revision, expiresAt })
    );
    const locale = (own ?? 'en') as 'en';
    const organisation = nameIn(row.organisation ?? {}, locale);
    await sendMail({
      to: email,
      subject: m.clearance_mail_subject({ organisation }, { locale }),
      text: m.clearance_mail_text(
        {
          name: row.personName,
          organisation,
          text: row.body,
          link: linkTo(`/clearance/links/${token}`),
          until: new Intl.DateTimeFormat(locale, {
            dateStyle: 'long',
            timeStyle: 'short',
            timeZone: 'UTC'
          }).format(expiresAt)
        },
        { locale }
      )
    });
  }
}
