import { hash, verify } from '@node-rs/argon2';

// argon2id with the first parameters that OWASP's password storage cheat sheet recommends: 19 MiB, 2 passes, 1 lane.
const parameters = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFC'), parameters);

/** Whether the password is the one; without a stored hash it takes as long and says no, so that timing tells nothing. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  return (await verify(stored ?? (await decoy()), password.normalize('NFC'))) && stored !== null;
}

let made: Promise<string> | undefined;
const decoy = () => (made ??= hashPassword('a password that nobody has'));
