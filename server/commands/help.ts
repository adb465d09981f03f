import type { Command } from './command.ts';

export async function overview(load: Record<string, () => Promise<{ command: Command }>>): Promise<string> {
  const commands = await Promise.all(Object.values(load).map(async (one) => (await one()).command));
  const widest = Math.max(...commands.map(({ name, usage }) => `${name} ${usage}`.length));
  const lines = commands.map(
    ({ name, usage, summary }) => `  ${`${name} ${usage}`.padEnd(widest)}   ${summary}`
  );
  return `Usage: npx palabre <command>\n\n${lines.join('\n')}\n\n"npx palabre <command> --help" says more. Settings are read from the environment, as by npm start (DATA_DIR, DATABASE_URL, ...).`;
}

export const helpOf = ({ name, usage, summary, details }: Command): string =>
  `Usage: npx palabre ${`${name} ${usage}`.trim()}\n\n${summary[0].toUpperCase()}${summary.slice(1)}.\n${details}`.trimEnd();
