import { safeName } from '#features/archive/export.ts';
import type { Actor } from '#features/people/people.ts';
import { limit } from '#lib/server/limits.ts';
import type { RecordFormat, SessionRecord } from '../record.ts';
import { composeDocument } from './compose-document.ts';
import { documentHtml } from './document-html.ts';
import { documentMarkdown } from './document-markdown.ts';
import { documentWord } from './document-word.ts';
import { readRecordBytes } from './read-record.ts';

const types: Record<RecordFormat, string> = {
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
};

/**
 * An edition of a record (the latest when none is named) to read elsewhere, in the reader's language, from its bytes and nothing else: the
 * same edition gives the same file. `who` is whom it is counted for: a person, or a guest's address. Refuses not-found, too-many.
 */
export async function exportRecord(
  actor: Actor,
  input: { session: string; format: RecordFormat; edition?: number; origin: string; who: string }
): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  await limit('record-export', input.who, 30, 600);
  const { bytes, hash, builtAt } = await readRecordBytes(actor, input.session, input.edition);
  const record = JSON.parse(Buffer.from(bytes).toString('utf8')) as SessionRecord;
  const document = composeDocument(record, { hash, origin: input.origin });
  return {
    name: `${safeName(record.session.title)}-${input.session.slice(-6)}.${input.format}`,
    type: types[input.format],
    bytes:
      input.format === 'docx'
        ? await documentWord(document, builtAt)
        : Buffer.from(input.format === 'html' ? documentHtml(document) : documentMarkdown(document), 'utf8')
  };
}
