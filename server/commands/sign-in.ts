import { eq } from 'drizzle-orm';
import { signInCookie } from '#features/people/server/cookie.ts';
import { startSignIn } from '#features/people/server/start-sign-in.ts';
import { persons } from '#features/people/server/tables.ts';
import { db } from '#lib/server/db.ts';
import { settings } from '#lib/server/env.ts';
import { Stopped, type Command } from './command.ts';
import { openStore } from './open-store.ts';

export const command: Command = {
  name: 'sign-in',
  usage: 'EMAIL',
  summary: 'print a sign-in cookie (name=value) for scripts on this server',
  details:
    'Use it as the Cookie header of a request. It works like any sign-in of that person: it is listed in their settings and can be ended there.',
  takes: { least: 1, most: 1 },
  async run({ words: [email] }) {
    await openStore({ bringUp: false });
    const [person] = await db
      .select({ id: persons.id })
      .from(persons)
      .where(eq(persons.email, email.trim().toLowerCase()));
    if (!person) throw new Stopped(`Nobody signs in as ${email}.`);
    const { token } = await startSignIn(person.id, 'palabre sign-in');
    console.log(`${signInCookie(settings().publicOrigin?.startsWith('https:') ?? false)}=${token}`);
  }
};
