import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { emailField, limits } from '#features/people/people.ts';
import { createFirstInvitation } from '#features/people/server/create-first-invitation.ts';
import { administrators, invitations, persons } from '#features/people/server/tables.ts';
import { hashToken, newToken } from '#lib/server/tokens.ts';
import { db } from '#lib/server/db.ts';
import { linkTo } from '#lib/server/mail.ts';
import { Stopped, type Command } from './command.ts';
import { openStore } from './open-store.ts';

export const command: Command = {
  name: 'create-admin',
  usage: '[EMAIL]',
  summary: 'make an administrator',
  details:
    'With the e-mail address of someone who is here: they become an administrator at once. Otherwise it prints a link that makes whoever opens it first an administrator; without an address only while there is none.',
  takes: { least: 0, most: 1 },
  async run({ words: [email] }) {
    await openStore({ bringUp: true });
    if (email === undefined) {
      const link = await createFirstInvitation();
      if (!link)
        throw new Stopped(
          'There is an administrator already; say whom to add: npx palabre create-admin EMAIL.'
        );
      console.log(link);
      return;
    }
    const parsed = v.safeParse(emailField, email);
    if (!parsed.success) throw new Stopped(`"${email}" is not an e-mail address.`);
    const [person] = await db
      .select({ id: persons.id, name: persons.name })
      .from(persons)
      .where(eq(persons.email, parsed.output));
    if (person) {
      await db
        .insert(administrators)
        .values({ personId: person.id, createdAt: new Date() })
        .onConflictDoNothing();
      console.log(`${person.name} is an administrator.`);
    } else console.log(await inviteAdministrator(parsed.output));
  }
};

/** A one-time link for this address: printed here, because whoever runs this may do more than any administrator. */
async function inviteAdministrator(email: string): Promise<string> {
  const token = newToken();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + limits.invitationDays * 86_400_000);
  await db.insert(invitations).values({
    tokenHash: hashToken(token),
    role: 'administrator',
    mandate: 'none',
    email,
    createdAt: now,
    expiresAt
  });
  return linkTo(`/invitation/${token}`);
}
