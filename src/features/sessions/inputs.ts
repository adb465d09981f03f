/** What forms, sockets and commands may ask of a session: one schema each, in browser and door. A message is a reason of ours. */
import * as v from 'valibot';
import { capacityField } from '#features/people/people.ts';
import { isText } from '#lib/plain-text.ts';
import { planningLimits } from './planning.ts';
import { audiences, limits, sessionKinds } from './sessions.ts';
import { terms } from './terms.ts';
import { isTimezone, utcOf } from '#lib/zone.ts';

export const id = v.pipe(v.string(), v.uuid('not-found'));
export const line = (max: number) =>
  v.pipe(v.string(), v.trim(), v.maxLength(max, 'too-long'), v.check(isText, 'not-text'));
export const link = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(limits.linkLength, 'too-long'),
  v.regex(/^https:\/\/[^\s<>"]+$/i, 'link-not-https')
);
export const languageTag = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), v.maxLength(20));
/** What a browser's date field sends: a local date and time without a zone. */
export const localTime = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, 'date-invalid'),
  v.check((local) => !Number.isNaN(Date.parse(`${local}Z`)), 'date-invalid')
);

/** One line of the agenda field: `20 | Options for 2027 | https://...`; minutes and paper may be left out. */
export function parseAgenda(text: string): { minutes: number; title: string; document: string | null }[] {
  const lines = text
    .split(/\r?\n/)
    .map((each) => each.trim())
    .filter(Boolean);
  return lines.map((each) => {
    const parts = each.split('|').map((part) => part.trim());
    const timed = /^\d+$/.test(parts[0]) && parts.length > 1;
    const [title, document] = timed ? parts.slice(1) : parts;
    return { minutes: timed ? Number(parts[0]) : 10, title, document: document || null };
  });
}

export const agenda = v.pipe(
  v.optional(v.pipe(v.string(), v.maxLength(20_000, 'too-long'), v.check(isText, 'not-text')), ''),
  v.transform(parseAgenda),
  v.maxLength(limits.items, 'agenda-too-long'),
  v.array(
    v.object({
      title: v.pipe(
        v.string(),
        v.minLength(1, 'agenda-line'),
        v.maxLength(limits.itemTitleLength, 'too-long')
      ),
      minutes: v.pipe(
        v.number(),
        v.minValue(1, 'agenda-line'),
        v.maxValue(limits.itemMinutes, 'agenda-line')
      ),
      document: v.nullable(link)
    })
  )
);

export const newSession = v.pipe(
  v.object({
    forum: v.pipe(v.string('forum-missing'), v.maxLength(80)),
    title: v.pipe(
      v.string('title-missing'),
      v.trim(),
      v.minLength(1, 'title-missing'),
      v.maxLength(limits.titleLength, 'too-long'),
      v.check(isText, 'not-text')
    ),
    lang: v.optional(languageTag, 'en'),
    kind: v.optional(v.picklist(sessionKinds), 'forum_session'),
    starts: v.pipe(v.string('date-invalid'), localTime),
    ends: v.pipe(v.string('date-invalid'), localTime),
    timezone: v.pipe(v.string('timezone-unknown'), v.check(isTimezone, 'timezone-unknown')),
    place: v.optional(line(limits.placeLength)),
    onlineLink: v.optional(link),
    audience: v.optional(v.picklist(audiences), 'space'),
    countries: v.optional(
      v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))), v.maxLength(limits.countries)),
      []
    ),
    agenda,
    /** A person of the forum; without it, who schedules the session chairs it. */
    chair: v.optional(id),
    ...terms,
    parent: v.optional(id),
    series: v.optional(id),
    /** Starts a series of that name, with this session as its first. */
    newSeries: v.optional(line(limits.titleLength)),
    coOrganisers: v.optional(v.pipe(v.array(id), v.maxLength(planningLimits.coOrganisers, 'too-long'))),
    capacity: capacityField
  }),
  v.forward(
    v.check(({ starts, ends }) => ends > starts, 'ends-before-start'),
    ['ends']
  ),
  v.forward(
    v.check(
      ({ starts, ends }) => Date.parse(ends) - Date.parse(starts) <= limits.sessionDays * 86_400_000,
      'session-too-long'
    ),
    ['ends']
  ),
  v.transform(({ starts, ends, ...rest }) => ({
    ...rest,
    startsAt: utcOf(starts, rest.timezone),
    endsAt: utcOf(ends, rest.timezone)
  }))
);
export type NewSession = v.InferOutput<typeof newSession>;

export const inSession = { session: id };
export const sessionOnly = v.object(inSession);
/** Registering, joining, opening: an act in a capacity. */
export const sessionAct = v.object({ ...inSession, capacity: capacityField });
export const itemChoice = v.object({ ...inSession, item: id });
