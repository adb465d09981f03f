/** The chapters of the record's page, in their order. A slice adds its own with one line; each shows itself in a section with a heading. */
import type { Component } from 'svelte';
import AttendanceChapter from '#features/attendance/Chapter.svelte';
import BallotsChapter from '#features/ballots/Chapter.svelte';
import FloorChapter from '#features/floor/Chapter.svelte';
import MinutesChapter from '#features/outcomes/MinutesChapter.svelte';
import OutcomesChapter from '#features/outcomes/Chapter.svelte';
import QuestionsChapter from '#features/questions/Chapter.svelte';
import DocumentsChapter from '#features/sessions/DocumentsChapter.svelte';
import AgendaChapter from '#features/sessions/Chapter.svelte';
import type { ChapterView } from '#features/sessions/panel.ts';
import RemarksChapter from '#features/statements/RemarksChapter.svelte';
import StatementsChapter from '#features/statements/Chapter.svelte';

export interface Chapter {
  /** The field of the record that it shows: without it, no chapter. */
  field: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list holds chapters of every part; each is exact where it is written
  component: Component<{ view: ChapterView<any> }>;
  place: 'main' | 'side';
}

export const chapters: Chapter[] = [
  { field: 'outcomes', component: OutcomesChapter, place: 'main' },
  { field: 'minutes', component: MinutesChapter, place: 'main' },
  { field: 'speakers', component: FloorChapter, place: 'main' },
  { field: 'ballots', component: BallotsChapter, place: 'main' },
  { field: 'questions', component: QuestionsChapter, place: 'main' },
  { field: 'statements', component: StatementsChapter, place: 'main' },
  { field: 'remarks', component: RemarksChapter, place: 'main' },
  { field: 'agenda', component: AgendaChapter, place: 'side' },
  { field: 'documents', component: DocumentsChapter, place: 'side' },
  { field: 'attendance', component: AttendanceChapter, place: 'side' }
];
