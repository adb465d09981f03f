import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { guest, type Member } from '#features/people/people.ts';
import { affiliations } from '#features/people/server/tables.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { aLesson, aText } from '#tests/lessons-world.ts';
import { aMember, anOrganisation } from '#tests/world.ts';
import { newLesson, revisedLesson, type Origin } from '../lessons.ts';
import { readSelection } from '../selection.ts';
import { listLessonsFrom } from './list-lessons.ts';
import { readLesson } from './read-lesson.ts';
import { reviseLesson } from './revise-lesson.ts';
import { searchLessons } from './search-lessons.ts';

let author: Member;
beforeAll(async () => {
  author = await aMember({ name: 'Aïssatou' });
});
const reasonOf = (typed: Record<string, unknown>) => v.safeParse(newLesson, aText(typed)).issues?.[0].message;
const found = async (query: string) =>
  (await searchLessons(guest, readSelection(new URLSearchParams({ q: query })))).total;

describe('recording a lesson', () => {
  it('a delegate records it on behalf of the ministry, and it keeps who they were then', async () => {
    const ministry = await anOrganisation({ name: 'Ministry of Health' });
    const delegate = await aMember({ organisation: ministry, name: 'Before' });
    const { id } = await aLesson(delegate, {
      capacity: ministry,
      countries: ['SN', 'EG'],
      fromYear: '2023',
      toYear: '2025',
      blocks: ['health_workforce']
    });
    await db
      .update(affiliations)
      .set({ endsAt: new Date(1) })
      .where(eq(affiliations.personId, delegate.personId));
    const read = await readLesson(guest, id);
    expect(read).toMatchObject({
      title: 'Rural bonus without housing',
      countries: ['EG', 'SN'],
      regions: ['AFR', 'EMR'],
      fromYear: 2023,
      toYear: 2025,
      blocks: ['health_workforce'],
      mayRevise: false
    });
    expect(read.act).toMatchObject({
      personName: 'Before',
      capacity: 'organisation',
      organisation: { en: 'Ministry of Health' }
    });
  });

  it('a guest is asked to sign in, and nobody speaks for an organisation without its mandate', async () => {
    await expect(aLesson(guest)).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(aLesson(author, { capacity: await anOrganisation() })).rejects.toMatchObject({
      reason: 'no-mandate',
      field: 'capacity'
    });
  });

  it('sent twice it is recorded once; the id of another person’s lesson is refused', async () => {
    const id = newId();
    expect(await aLesson(author, { id, title: 'Twice qqtwice' })).toEqual({ id });
    expect(await aLesson(author, { id, title: 'Twice qqtwice' })).toEqual({ id });
    expect(await found('qqtwice')).toBe(1);
    await expect(aLesson(await aMember(), { id })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('a lesson from a thread keeps where it comes from, and the thread finds it', async () => {
    const origin: Origin = { kind: 'thread', id: newId(), anchor: 'post-7', title: 'A restricted thread' };
    const { id } = await aLesson(author, {}, origin);
    expect((await listLessonsFrom(guest, 'thread', origin.id)).map((lesson) => lesson.id)).toEqual([id]);
    expect((await readLesson(author, id, async () => true)).origin).toEqual(origin);
  });

  it('who may not read the thread reads the lesson, but not the title of the thread', async () => {
    const { id } = await aLesson(
      author,
      {},
      { kind: 'thread', id: newId(), anchor: null, title: 'A restricted thread' }
    );
    expect(JSON.stringify(await readLesson(guest, id))).not.toContain('restricted');
  });

  it('unknown countries, years in disorder, missing and oversized texts each say what is wrong', async () => {
    await expect(aLesson(author, { countries: ['XX'] })).rejects.toMatchObject({ reason: 'country' });
    expect(reasonOf({ fromYear: '2025', toYear: '2023' })).toBe('years-order');
    expect(reasonOf({ fromYear: 'soon' })).toBe('year');
    expect(reasonOf({ title: '  ' })).toBe('field-missing');
    expect(reasonOf({ polarity: undefined })).toBe('choice-missing');
    expect(reasonOf({ polarity: 'failed' })).toBe('choice-missing');
    expect(reasonOf({ context: 'x'.repeat(1_000_000) })).toBe('too-long');
    expect(reasonOf({ summary: 'binary \u0000 text' })).toBe('not-text');
    expect(reasonOf({ title: 'fine' })).toBeUndefined();
  });

  it('what is not there is not found, whatever the address', async () => {
    for (const id of [newId(), 'new', "'; drop table lessons", ''])
      await expect(readLesson(author, id)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('revising a lesson', () => {
  const revision = (seq: number, of: Record<string, unknown> = {}) =>
    v.parse(revisedLesson, aText({ seq, ...of }));

  it('its author changes the words; it is found by the new ones only, and the old ones are kept', async () => {
    const { id } = await aLesson(author, { title: 'Old words qqold', countries: ['SN'] });
    await reviseLesson(author, id, revision(1, { title: 'New words qqnew', countries: ['NP'] }));
    const read = await readLesson(author, id);
    expect(read).toMatchObject({
      title: 'New words qqnew',
      countries: ['NP'],
      regions: ['SEAR'],
      seq: 2,
      mayRevise: true
    });
    expect(read.earlier.map(({ title }) => title)).toEqual(['Old words qqold']);
    expect([await found('qqold'), await found('qqnew')]).toEqual([0, 1]);
  });

  it('nobody else may, and of two changes at once the second is told', async () => {
    const { id } = await aLesson(author);
    await expect(reviseLesson(await aMember({ administrator: true }), id, revision(1))).rejects.toMatchObject(
      { code: 'not-allowed' }
    );
    await expect(reviseLesson(guest, id, revision(1))).rejects.toMatchObject({ code: 'not-signed-in' });
    await reviseLesson(author, id, revision(1, { title: 'First' }));
    await expect(reviseLesson(author, id, revision(1, { title: 'Second' }))).rejects.toMatchObject({
      code: 'conflict'
    });
    await expect(reviseLesson(author, id, revision(7, { title: 'From nowhere' }))).rejects.toMatchObject({
      code: 'conflict'
    });
    expect((await readLesson(guest, id)).title).toBe('First');
  });
});
