import { isNotNull } from 'drizzle-orm';
import { briefs } from '#features/briefs/server/tables.ts';
import { rebuildRecord as rebuildProposal } from '#features/positions/server/rebuild-record.ts';
import { proposalRecords } from '#features/positions/server/tables.ts';
import { sessionRecords } from '#features/records/server/tables.ts';
import { findChangedEditions } from '#features/records/server/rebuild-record.ts';
import { db, store } from '#lib/server/db.ts';
import { settings } from '#lib/server/env.ts';
import { knownMigrations } from '#lib/server/migrate.ts';
import { auditChain, postsAgainstChain } from './check-record.ts';
import type { Command } from './command.ts';
import '../session-parts.ts';
import { isWhole } from './kept-files.ts';
import { openStore } from './open-store.ts';

/** What a check found: null when all is well, with what was looked at. */
interface Finding {
  seen: string;
  wrong: string | null;
}

export const command: Command = {
  name: 'check',
  usage: '',
  summary: 'look whether everything that is kept can be read and is what it was',
  details: 'It only reads, and may run beside the server. Exit code 1 when something is wrong.',
  takes: { least: 0, most: 0 },
  async run() {
    await openStore({ bringUp: false });
    const checks: Record<string, () => Promise<Finding>> = {
      'database file': databaseFile,
      references,
      migrations,
      'brief texts': briefTexts,
      'attached files': attachments,
      'session records': records,
      'proposal records': decisions,
      'audit chain': auditChain,
      posts: postsAgainstChain
    };
    let wrong = 0;
    for (const [name, look] of Object.entries(checks)) {
      const finding = await look().catch((fault: Error) => ({ seen: '', wrong: fault.message }));
      if (finding.wrong) wrong += 1;
      console.log(`${finding.wrong ? 'WRONG' : 'ok   '}  ${name}: ${finding.wrong ?? finding.seen}`);
    }
    return wrong ? 1 : 0;
  }
};

const onSqlite = () => settings().database.kind === 'sqlite';

async function databaseFile(): Promise<Finding> {
  if (!onSqlite()) return { seen: 'left to Postgres', wrong: null };
  const found = store().sqlite!.reader.pragma('integrity_check', { simple: true });
  return { seen: 'whole', wrong: found === 'ok' ? null : String(found) };
}

async function references(): Promise<Finding> {
  if (!onSqlite()) return { seen: 'held by Postgres', wrong: null };
  const broken = store().sqlite!.reader.pragma('foreign_key_check') as { table: string; parent: string }[];
  return {
    seen: 'every row has what it refers to',
    wrong: broken.length
      ? `${broken.length} rows refer to nothing, the first in ${broken[0].table} to ${broken[0].parent}`
      : null
  };
}

const migrations = async (): Promise<Finding> => ({
  seen: `${knownMigrations().length}, all of this version`,
  wrong: null
});

async function briefTexts(): Promise<Finding> {
  const { briefKeeper } = await import('#features/briefs/server/keeper.ts');
  const { docOf } = await import('#features/briefs/server/text.ts');
  const { textOf } = await import('#features/briefs/text-json.ts');
  const { textSchema } = await import('#features/briefs/schema.ts');
  const unreadable: string[] = [];
  const all = await db.select({ id: briefs.id }).from(briefs);
  for (const { id } of all) {
    try {
      textSchema()
        .nodeFromJSON(textOf(docOf(await briefKeeper.load(id))))
        .check();
    } catch {
      unreadable.push(id);
    }
  }
  return {
    seen: `${all.length} can be read`,
    wrong: unreadable.length ? `cannot be read: ${unreadable.join(', ')}` : null
  };
}

async function attachments(): Promise<Finding> {
  const { files } = await import('#features/files/server/tables.ts');
  const { pathOf } = await import('#features/files/server/shelf.ts');
  const rows = await db
    .selectDistinct({ id: files.storedId, sha256: files.sha256 })
    .from(files)
    .where(isNotNull(files.attachedId));
  const lost = rows.filter(({ id, sha256 }) => !isWhole(pathOf(id), sha256));
  return {
    seen: `${rows.length} are what was sent`,
    wrong: lost.length ? `missing or damaged: ${lost.map(({ id }) => id).join(', ')}` : null
  };
}

async function records(): Promise<Finding> {
  const changed: string[] = [];
  const all = await db.select({ id: sessionRecords.sessionId }).from(sessionRecords);
  let editions = 0;
  for (const { id } of all) {
    const found = await findChangedEditions(id);
    editions += found.seen;
    changed.push(...found.changed.map((number) => (number === 1 ? id : `${id} (edition ${number})`)));
  }
  return {
    seen: `${all.length} are what they were when the sessions closed${editions > all.length ? `, and ${editions - all.length} later editions` : ''}`,
    wrong: changed.length ? `not what they were: ${changed.join(', ')}` : null
  };
}

async function decisions(): Promise<Finding> {
  const changed: string[] = [];
  const all = await db.select({ id: proposalRecords.proposalId }).from(proposalRecords);
  for (const { id } of all) if (!(await rebuildProposal(id)).same) changed.push(id);
  return {
    seen: `${all.length} are what they were when the proposals closed`,
    wrong: changed.length ? `not what they were: ${changed.join(', ')}` : null
  };
}
