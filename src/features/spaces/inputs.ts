import * as v from 'valibot';
import { emailField } from '#features/people/people.ts';
import type { Names } from '#lib/names.ts';
import { isText } from '#lib/plain-text.ts';
import { axes, regions } from '#lib/vocab/codes.ts';
import {
  circleFunctions,
  fieldOf,
  joinings,
  limits,
  slugOf,
  spaceKinds,
  spaceLanguages,
  spaceRoles,
  visibilities
} from './spaces.ts';

/** What the forms of a space send, and how long and of what form it may be. The doors parse with these; verbs trust them. */

const idField = v.pipe(v.string(), v.uuid());
const codeField = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'country'));
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug'), v.maxLength(80, 'slug'));
const words = (length: number) =>
  v.pipe(v.string(), v.trim(), v.maxLength(length, 'too-long'), v.check(isText, 'not-text'));
const names = (length: number) => v.record(v.pipe(v.string(), v.maxLength(12)), words(length));
const someTitle = (titles: Names) => Object.values(titles).some(Boolean);
const ticked = v.optional(
  v.pipe(
    v.literal('on'),
    v.transform(() => true)
  )
);

/** What an open space is for, whom, and how one comes in. */
const facts = {
  kind: v.optional(v.picklist(spaceKinds), 'forum'),
  circleFunction: v.optional(v.nullable(v.picklist(circleFunctions, 'circle-function'))),
  countries: v.optional(v.pipe(v.array(codeField), v.maxLength(210)), []),
  regions: v.optional(v.array(v.picklist(regions)), []),
  axis: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(40))), null),
  topics: v.optional(v.array(v.pipe(v.string(), v.maxLength(80))), []),
  visibility: v.optional(v.picklist(visibilities), 'public'),
  joining: v.optional(v.picklist(joinings)),
  observersSpeak: v.optional(v.boolean()),
  leadOrganisationId: v.optional(v.nullable(idField), null)
};

export const newSpace = v.object({
  slug,
  ...facts,
  titles: v.pipe(names(limits.titleLength), v.check(someTitle, 'title-missing')),
  purposes: v.optional(names(limits.purposeLength), {}),
  rules: v.optional(names(limits.textLength))
});

/** The settings of a space, as they shall be from now on. */
export const spaceChange = v.object({
  spaceId: idField,
  ...facts,
  titles: newSpace.entries.titles,
  purposes: newSpace.entries.purposes
});

const inLanguages = (name: string, length: number) =>
  Object.fromEntries(
    spaceLanguages.map((language) => [fieldOf(name, language), v.optional(words(length), '')])
  );
const namesOf = (name: string, values: Record<string, unknown>): Names =>
  Object.fromEntries(
    spaceLanguages
      .map((language) => [language, String(values[fieldOf(name, language)] ?? '')])
      .filter(([, text]) => text)
  );

const settings = {
  ...inLanguages('title', limits.titleLength),
  ...inLanguages('purpose', limits.purposeLength),
  kind: facts.kind,
  circleFunction: facts.circleFunction,
  countries: facts.countries,
  regions: facts.regions,
  axis: v.optional(v.nullable(v.picklist(axes)), null),
  topics: v.optional(
    v.pipe(
      words(500),
      v.transform((list) =>
        [...new Set(list.split(',').map((topic) => topic.trim().slice(0, 80)))].filter(Boolean)
      )
    ),
    ''
  ),
  visibility: facts.visibility,
  joining: v.optional(v.picklist(joinings), 'open'),
  observersSpeak: ticked,
  leadOrganisationId: facts.leadOrganisationId
};
type Written = Record<string, unknown>;
const titled = (values: Written) => Object.keys(namesOf('title', values)).length > 0;
const factsOf = ({
  observersSpeak = false,
  ...values
}: v.InferOutput<v.ObjectSchema<typeof settings, undefined>>) => ({
  kind: values.kind,
  circleFunction: values.kind === 'circle' ? (values.circleFunction ?? null) : null,
  countries: values.countries,
  regions: values.regions,
  axis: values.axis,
  topics: values.topics,
  visibility: values.visibility,
  joining: values.joining,
  observersSpeak,
  leadOrganisationId: values.leadOrganisationId,
  titles: namesOf('title', values),
  purposes: namesOf('purpose', values)
});

/** The form of a new space; its address is made from the title when none is given. */
export const newSpaceForm = v.pipe(
  v.object({
    ...settings,
    ...inLanguages('rules', limits.textLength),
    slug: v.optional(
      v.pipe(
        v.string(),
        v.trim(),
        v.toLowerCase(),
        v.maxLength(80, 'slug'),
        v.regex(/^[a-z0-9]*(-[a-z0-9]+)*$/, 'slug')
      ),
      ''
    )
  }),
  v.check((values) => titled(values), 'title-missing'),
  v.check(({ kind, circleFunction }) => kind !== 'circle' || Boolean(circleFunction), 'circle-function'),
  v.transform((values) => {
    const all = factsOf(values);
    return {
      ...all,
      slug: values.slug || slugOf(all.titles.en ?? all.titles.fr ?? Object.values(all.titles)[0]),
      rules: namesOf('rules', values)
    };
  })
);

export const spaceChangeForm = v.pipe(
  v.object(settings),
  v.check((values) => titled(values), 'title-missing'),
  v.check(({ kind, circleFunction }) => kind !== 'circle' || Boolean(circleFunction), 'circle-function'),
  v.transform(factsOf)
);

/** A text in languages, with the number of the one that the writer saw: nobody overwrites what they did not read. */
export const spaceTextForm = v.pipe(
  v.object({
    ...inLanguages('text', limits.textLength),
    number: v.pipe(v.string(), v.toNumber(), v.integer())
  }),
  v.transform(({ number, ...values }) => ({ number, texts: namesOf('text', values) }))
);

/** The number of the house rules that were on the page when they were accepted. */
const rules = v.optional(v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(0)));

export const joiningForm = v.object({ rules });
export const askingForm = v.object({ rules, message: v.optional(words(limits.messageLength), '') });
export const spaceMembership = v.object({ spaceId: idField, rules: v.optional(v.number()) });
export const newSpaceMember = v.object({
  spaceId: idField,
  email: emailField,
  role: v.optional(v.picklist(spaceRoles), 'member')
});
export const spaceMemberRemoval = v.object({ spaceId: idField, personId: idField });
export const roleForm = v.object({ personId: idField, role: v.picklist(spaceRoles) });

export const requestForm = v.object({ requestId: idField });
export const declineForm = v.object({
  requestId: idField,
  reason: v.pipe(words(limits.messageLength), v.nonEmpty('reason-missing'))
});

/** Whom to invite: exactly one of a person, an organisation, a country. */
export const invitationForm = v.variant('kind', [
  v.object({
    kind: v.literal('person'),
    email: emailField,
    role: v.optional(v.picklist(spaceRoles), 'member')
  }),
  v.object({
    kind: v.literal('organisation'),
    organisationId: v.pipe(v.string('organisation-missing'), v.uuid('organisation-missing')),
    role: v.optional(v.picklist(['member', 'observer']), 'member')
  }),
  v.object({
    kind: v.literal('country'),
    country: v.pipe(v.string('country'), v.regex(/^[A-Z]{2}$/, 'country')),
    role: v.optional(v.picklist(['member', 'observer']), 'member')
  })
]);
export const invitationAnswer = v.object({ invitationId: idField, rules });

/** Filters of the directory, as they stand in its address. What does not fit is ignored, so that an old link still opens. */
export const directoryFilter = v.object({
  kind: v.fallback(v.optional(v.picklist(spaceKinds)), undefined),
  country: v.fallback(v.optional(codeField), undefined),
  region: v.fallback(v.optional(v.picklist(regions)), undefined),
  axis: v.fallback(v.optional(v.picklist(axes)), undefined),
  topic: v.fallback(v.optional(words(80)), undefined),
  lead: v.fallback(v.optional(slug), undefined),
  mine: v.fallback(ticked, undefined),
  open: v.fallback(ticked, undefined),
  page: v.fallback(
    v.optional(v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(1), v.maxValue(9999)), '1'),
    1
  )
});
export type DirectoryFilter = v.InferOutput<typeof directoryFilter>;
