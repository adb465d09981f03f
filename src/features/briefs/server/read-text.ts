import { eq, max } from 'drizzle-orm';
import { remember } from '#lib/server/remember.ts';
import type { Tx } from '#lib/server/db.ts';
import type { TextNode } from '../briefs.ts';
import { textOf } from '../text-json.ts';
import { readLog } from './read-log.ts';
import { briefStates, briefUpdates } from './tables.ts';
import { docOf } from './text.ts';

/** Texts as they were read last, by brief: many who open one page get the text that was read once. */
const kept = remember('brief-texts', () => new Map<string, { seq: number; text: TextNode }>());
const most = 50;

/** The text of a brief as it is stored now. Whether the reader may read it is the caller's to say. */
export async function readText(from: Tx, briefId: string): Promise<TextNode> {
  const [{ last }] = await from
    .select({ last: max(briefUpdates.seq) })
    .from(briefUpdates)
    .where(eq(briefUpdates.briefId, briefId));
  const [{ folded }] = await from
    .select({ folded: max(briefStates.throughSeq) })
    .from(briefStates)
    .where(eq(briefStates.briefId, briefId));
  const seq = Math.max(last ?? 0, folded ?? 0);
  const known = kept.get(briefId);
  if (known?.seq === seq) return known.text;
  const text = textOf(docOf(await readLog(from, briefId)));
  kept.delete(briefId);
  kept.set(briefId, { seq, text });
  if (kept.size > most) kept.delete(kept.keys().next().value!);
  return text;
}
