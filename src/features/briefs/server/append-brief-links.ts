import { appendLinks } from '#features/links/server/append-links.ts';
import type { Tx } from '#lib/server/db.ts';
import type { BriefAudience, TextNode } from '../briefs.ts';

/** What a brief points at, as it is started, folded or published: in place of what it pointed at before. */
export async function appendBriefLinks(
  tx: Tx,
  brief: { id: string; spaceId: string; audience: BriefAudience },
  text: TextNode | null,
  isNew = false
): Promise<void> {
  const source = { kind: 'brief', id: brief.id, threadId: null, spaceId: brief.spaceId } as const;
  const membersOnly = brief.audience === 'members';
  await appendLinks(tx, { ...source, membersOnly }, addressesIn(text), isNew);
}

/** The addresses in a text, as Markdown. */
export const addressesIn = (text: TextNode | null): string =>
  text
    ? hrefsIn(text)
        .map((href) => `[](${href})`)
        .join('\n')
    : '';

/** The addresses behind the words of a text, in their order. As elsewhere, what is quoted or code points at nothing. */
export function hrefsIn({ type, marks = [], content = [] }: TextNode): string[] {
  if (type === 'blockquote' || type === 'codeBlock') return [];
  const own = marks.flatMap(({ type, attrs }) =>
    type === 'link' && typeof attrs?.href === 'string' ? [attrs.href] : []
  );
  return [...own, ...content.flatMap(hrefsIn)];
}
