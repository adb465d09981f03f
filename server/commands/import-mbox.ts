import { importMbox, type ImportReport, type Progress } from '#features/forum/server/import/import-mbox.ts';
import { Stopped, type Command } from './command.ts';
import { firstAdministrator } from './act-as.ts';
import { openStore } from './open-store.ts';

export const command: Command = {
  name: 'import-mbox',
  usage: 'FILE --forum SLUG',
  summary: 'import a mailing-list archive (mbox, plain or .gz) into a forum',
  details:
    'Mails become posts in threads, their senders people without a sign-in. Running it again adds only what is new.',
  takes: { least: 1, most: 1 },
  options: { forum: { type: 'string' } },
  needs: ['forum'],
  async run({ words: [path], options, file }) {
    await openStore({ bringUp: false });
    const administrator = await firstAdministrator();
    if (!administrator)
      throw new Stopped('There is no administrator yet, in whose name to import: npx palabre create-admin.');
    const started = performance.now();
    const report = await importMbox(administrator, { path: file(path), slug: options.forum! }, showProgress);
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    print(report, (performance.now() - started) / 1000);
    if (report.broken) console.error(`${broken[report.broken]} Everything whole before that is in.`);
    return report.broken ? 1 : 0;
  }
};

const broken: Record<NonNullable<ImportReport['broken']>, string> = {
  truncated: 'The archive ends in the middle of a message.',
  damaged: 'The archive is damaged and could not be read to its end.',
  'inflates-too-much': 'The archive unpacks to far more than a mailing list would, and was not read further.'
};

const reasons: Record<string, string> = {
  'too-large': 'larger than 25 MB',
  unreadable: 'not a mail that can be read',
  'no-sender': 'without a sender',
  empty: 'without any text',
  'no-date': 'without a date'
};

let shown = 0;
/** A bar with a count where someone watches, a line every thousand messages where nobody does. */
function showProgress({ seen, bytes, size }: Progress): void {
  const share = size ? Math.min(bytes / size, 1) : 1;
  if (process.stderr.isTTY) {
    const width = 30;
    process.stderr.write(
      `\r[${'#'.repeat(Math.round(share * width)).padEnd(width, '.')}] ${Math.round(share * 100)} %  ${seen.toLocaleString('en')} messages`
    );
  } else if (seen >= shown + 1000) {
    shown = seen;
    console.error(`${seen.toLocaleString('en')} messages (${Math.round(share * 100)} %)`);
  }
}

function print(
  { messages, threads, people, already, attachments, shortened, skipped }: ImportReport,
  seconds: number
): void {
  const rows: [string, number][] = [
    ['messages imported', messages],
    ['new threads', threads],
    ['new people', people],
    ['already here', already],
    ['attachments named', attachments],
    ['texts shortened', shortened],
    ...Object.entries(skipped).map(([reason, count]): [string, number] => [
      `skipped: ${reasons[reason]}`,
      count
    ])
  ];
  const widest = Math.max(...rows.map(([label]) => label.length));
  for (const [label, count] of rows) console.log(`${label.padEnd(widest)}  ${String(count).padStart(8)}`);
  console.log(`in ${seconds.toFixed(1)} s`);
}
