import { json, type RequestHandler } from '@sveltejs/kit';
import { httpStatus, Refusal } from '#lib/refusal.ts';
import { isDiskFull } from '#lib/server/db.ts';
import { refusalText } from '#lib/server/refusal-text.ts';
import { limits } from '#features/files/files.ts';
import { listLooseFiles } from '#features/files/server/list-files.ts';
import { keepFile } from '#features/files/server/keep-file.ts';

/** One's own loose files, by their ids: what a draft of another device holds. */
export const GET: RequestHandler = async ({ url, locals }) =>
  json(await listLooseFiles(locals.actor, url.searchParams.getAll('id').slice(0, limits.perPost)), {
    headers: { 'cache-control': 'no-store' }
  });

/**
 * Takes one file: its bytes are the body, as they are, and its name is in a header of ours, percent-encoded. No form of
 * another site can send that header, and nothing of the body is held in memory.
 */
export const POST: RequestHandler = async ({ request, locals }) => {
  const refuse = (status: number, reason: string) =>
    json({ reason, text: refusalText(reason, locals.locale) }, { status });
  const name = decoded(request.headers.get('x-file-name'));
  if (name === null || !request.body) return refuse(400, name === null ? 'invalid' : 'file-empty');
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  try {
    const size = Number.isSafeInteger(length) ? length : null;
    return json(await keepFile(locals.actor, { name, size }, request.body), { status: 201 });
  } catch (fault) {
    if (fault instanceof Refusal)
      return refuse(fault.reason === 'file-too-large' ? 413 : httpStatus[fault.code], fault.reason);
    if (isDiskFull(fault)) return refuse(507, 'disk-full');
    throw fault;
  }
};

function decoded(header: string | null): string | null {
  try {
    return header && decodeURIComponent(header);
  } catch {
    return null;
  }
}
