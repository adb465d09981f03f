/** The one administration command: `npx palabre <command>`. Exit codes: 0 done, 1 refused or failed, 2 wrongly called. */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Command } from './commands/command.ts';
import { helpOf, overview } from './commands/help.ts';
import { sentenceOf } from './commands/sentence.ts';

const load: Record<string, () => Promise<{ command: Command }>> = {
  seed: () => import('./commands/seed.ts'),
  'import-mbox': () => import('./commands/import-mbox.ts'),
  'create-admin': () => import('./commands/create-admin.ts'),
  'sign-in': () => import('./commands/sign-in.ts'),
  migrate: () => import('./commands/migrate.ts'),
  reindex: () => import('./commands/reindex.ts'),
  backup: () => import('./commands/backup.ts'),
  restore: () => import('./commands/restore.ts'),
  check: () => import('./commands/check.ts'),
  audit: () => import('./commands/audit.ts'),
  verify: () => import('./commands/verify.ts')
};

export async function main(words: string[]): Promise<number> {
  const [name, ...rest] = words;
  // Settings and migrations are found from the project's root, as by npm start; files from where one stands.
  const from = process.cwd();
  process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'));
  process.env.LOG_LEVEL ||= 'error';
  if (!name || name === 'help' || name === '--help' || name === '-h') {
    console.log(await overview(load));
    return name ? 0 : 2;
  }
  if (!Object.hasOwn(load, name)) {
    console.error(`palabre has no command "${name}".\n\n${await overview(load)}`);
    return 2;
  }
  try {
    const { command } = await load[name]();
    return await run(command, rest, from);
  } catch (fault) {
    console.error(sentenceOf(fault));
    return 1;
  } finally {
    await (await import('./commands/open-store.ts')).closeStore();
  }
}

async function run(command: Command, words: string[], from: string): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({
      args: words,
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true
    });
  } catch (fault) {
    return misuse(command, (fault as Error).message.split('.')[0]);
  }
  const { positionals } = parsed;
  const values: Record<string, string | boolean | (string | boolean)[] | undefined> = parsed.values;
  if (values.help) {
    console.log(helpOf(command));
    return 0;
  }
  const { least, most } = command.takes;
  if (positionals.length < least) return misuse(command, 'Something is missing');
  if (positionals.length > most) return misuse(command, `"${positionals[most]}" is one word too many`);
  const missing = (command.needs ?? []).find((option) => !values[option]);
  if (missing) return misuse(command, `--${missing} is missing`);
  return (
    (await command.run({
      words: positionals,
      options: values as Record<string, string | undefined>,
      file: (path) => resolve(from, path)
    })) ?? 0
  );
}

function misuse(command: Command, what: string): number {
  console.error(`${what}.\n\n${helpOf(command)}`);
  return 2;
}
