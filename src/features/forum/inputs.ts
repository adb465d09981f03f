/**
 * What forms, sockets and commands may ask of a thread: one schema each. Apart from forum.ts, so that a page which only
 * shows a thread does not carry them.
 */
import * as v from 'valibot';
import { capacityField } from '#features/people/people.ts';
import { isText } from '#lib/plain-text.ts';
import { limits } from './forum.ts';

const normal = v.transform((text: string) => text.replace(/\r\n?/g, '\n'));
const visible = (text: string) => /[^\s\p{C}\p{Z}]/u.test(text);

const title = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.check(visible, 'title-missing'),
    v.maxLength(limits.titleLength, 'too-long'),
    v.regex(/^[^\n\r\t]*$/, 'not-text'),
    v.check(isText, 'not-text')
  ),
  ''
);
const body = v.optional(
  v.pipe(
    v.string(),
    normal,
    v.maxLength(limits.bodyLength, 'text-too-long'),
    v.check(visible, 'text-missing'),
    v.check(isText, 'not-text')
  ),
  ''
);
const reason = v.nullish(
  v.pipe(
    v.string(),
    normal,
    v.trim(),
    v.maxLength(limits.reasonLength, 'too-long'),
    v.check(isText, 'not-text')
  ),
  null
);
const id = v.pipe(v.string(), v.uuid());

/** `postId` is made by the form, so that the same form sent twice starts one thread. */
export const newThread = v.object({ spaceId: id, postId: id, title, body, capacity: capacityField });
/** `id` is made by the writer's page, so that a reply sent twice is one reply. */
export const newReply = v.object({
  id,
  threadId: id,
  body,
  capacity: capacityField,
  quoted: v.nullish(id, null)
});
/** `revision`: the one that the editor started from; another one in between is a conflict. */
export const postEdit = v.object({
  id,
  threadId: id,
  body,
  revision: v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer(), v.minValue(0))
});
export const postWithdrawal = v.object({ id, threadId: id, reason });
export const threadClosure = v.object({ threadId: id, reason });
export const threadReopening = v.object({ threadId: id });
export const reading = v.object({
  threadId: id,
  number: v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer(), v.minValue(0))
});
