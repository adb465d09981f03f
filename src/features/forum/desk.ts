import type { DraftView } from '#features/drafts/drafts.ts';
import type { FileView } from '#features/files/files.ts';
import type { Preview } from './preview.ts';

/** What the page of a composer begins with: one's draft, its files, and what a plain form came back with. */
export interface Desk {
  draft: DraftView | null;
  files: FileView[];
  /** Why the file of a plain form was not taken. */
  fileRefused: string | null;
  preview: Preview | null;
  /** What was typed in a form that came back with a preview. */
  values: Record<string, unknown> | null;
}

type Typed = Record<string, unknown> | null | undefined;

/** What a field holds at first: what came back with a form, else the draft, else nothing. */
export const startOf = (name: string, { values, draft }: Desk, typed?: Typed): string => {
  const found = (typed ?? values ?? draft?.fields)?.[name];
  return typeof found === 'string' ? found : '';
};

/** The ids of the files that came back with a form. */
export const filesOf = ({ values }: Desk, typed?: Typed): string[] => {
  const found = (typed ?? values)?.attachments;
  return Array.isArray(found) ? (found as string[]) : [];
};

/** What a form came back with when it was sent for a preview. */
export const shownBy = (
  form: { preview?: Preview; values?: Record<string, unknown> } | null | undefined
): Pick<Desk, 'preview' | 'values'> =>
  form?.preview ? { preview: form.preview, values: form.values ?? null } : { preview: null, values: null };
