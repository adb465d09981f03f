/** The one translation from a verb's outcome to HTTP. Every load and action of every route goes through here. */
import { error, fail, json, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { httpStatus, Refusal, type RefusalDetails } from '#lib/refusal.ts';
import { isDiskFull } from '#lib/server/db.ts';
import { refusalText } from '#lib/server/refusal-text.ts';

/** What a form gets back when it was refused: the sentence, the field it is about, and what was typed. */
export interface Refused {
  refused: string;
  reason: string;
  field: string | null;
  values: Record<string, unknown>;
}

/** For loads: a refusal becomes the error page of its status. */
export async function page<T>(event: { locals: App.Locals }, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof Refusal)
      error(httpStatus[fault.code], {
        message: refusalText(fault.reason, event.locals.locale, fault.details)
      });
    throw fault;
  }
}

/**
 * For form actions: parses the form with the schema of the slice, calls the verb, and gives what was typed back
 * when it is refused. Fields named `x[]` arrive as the list `x`; an empty field is absent.
 */
export async function form<S extends v.GenericSchema, T>(
  event: RequestEvent,
  schema: S,
  work: (input: v.InferOutput<S>) => Promise<T>
): Promise<T | ActionFailure<Refused>> {
  const values = readForm(await event.request.formData());
  const refuse = (status: number, reason: string, field: string | null, details?: RefusalDetails) =>
    fail(status, {
      refused: refusalText(reason, event.locals.locale, details),
      reason,
      field,
      values: withoutSecrets(values)
    });
  const parsed = v.safeParse(schema, values);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    // A schema's messages are reasons of ours (kebab-case); valibot's own sentences are not shown to people.
    const ours = /^[a-z-]+$/.test(issue.message);
    return refuse(400, ours ? issue.message : 'invalid', v.getDotPath(issue)?.split('.')[0] ?? null);
  }
  try {
    return await work(parsed.output);
  } catch (fault) {
    if (fault instanceof Refusal)
      return refuse(httpStatus[fault.code], fault.reason, fault.field ?? null, fault.details);
    if (isDiskFull(fault)) return refuse(503, 'disk-full', null);
    throw fault;
  }
}

/** For what a page's script asks in JSON: parses it, calls the verb, and says a refusal with its reason and sentence. */
export async function exchange<S extends v.GenericSchema>(
  event: RequestEvent,
  schema: S,
  values: unknown,
  work: (input: v.InferOutput<S>) => Promise<unknown>
): Promise<Response> {
  const refuse = (status: number, reason: string) =>
    json({ reason, text: refusalText(reason, event.locals.locale) }, { status });
  const parsed = v.safeParse(schema, values);
  if (!parsed.success) return refuse(400, 'invalid');
  try {
    const answer = await work(parsed.output);
    return answer instanceof Response ? answer : json(answer);
  } catch (fault) {
    if (fault instanceof Refusal) return refuse(httpStatus[fault.code], fault.reason);
    if (isDiskFull(fault)) return refuse(507, 'disk-full');
    throw fault;
  }
}

export function readForm(data: FormData): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name of new Set(data.keys())) {
    if (name.endsWith('[]')) values[name.slice(0, -2)] = data.getAll(name).filter((value) => value !== '');
    else if (data.get(name) !== '') values[name] = withPlainBreaks(data.get(name));
  }
  return values;
}

/** Browsers end the lines of a plain form with CR LF; here a line ends with LF alone. */
const withPlainBreaks = (value: FormDataEntryValue | null) =>
  typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value;

const withoutSecrets = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => !/password|token/i.test(name) && (typeof value === 'string' || Array.isArray(value))
    )
  );
