/**
 * What people may attach: documents and pictures that an office can open, nothing that runs. The list is closed; what a
 * file is, its bytes say (see server/look-inside.ts), never its name or what a browser calls it.
 */

/** In bytes, but for `perPost` (files), `nameLength` (characters) and the times. */
export const limits = {
  fileBytes: 10_000_000,
  perPost: 10,
  nameLength: 120,
  /** Pictures up to this are shown in place; heavier ones are a link with their weight. */
  shownBytes: 150_000,
  uploadsPerHour: 120,
  /** How long an upload waits to be attached, and how long one that a draft holds. */
  looseDays: 1,
  heldDays: 60
} as const;

export const fileTypes = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/gif': ['gif'],
  'image/webp': ['webp']
} as const satisfies Record<string, readonly string[]>;
export type FileType = keyof typeof fileTypes;

const extensions = Object.values(fileTypes).flat() as string[];
/** For the `accept` of a field: a wish, which the server does not rely on. */
export const accepted = extensions.map((extension) => `.${extension}`).join(',');

export interface FileView {
  id: string;
  name: string;
  bytes: number;
  type: FileType;
  /** Of a picture, in pixels. */
  width: number | null;
  height: number | null;
  /** SHA-256 of the bytes, hexadecimal. */
  sha256: string;
}

export const fileAddress = (id: string) => `/files/${id}`;

export const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1].toLowerCase() ?? '';

export const isPicture = (type: string): boolean => type.startsWith('image/');

/** Why a file would be refused, as far as its name and size say: asked before a byte is sent. */
export function refusalBefore({ name, size }: { name: string; size: number }): string | null {
  if (size === 0) return 'file-empty';
  if (size > limits.fileBytes) return 'file-too-large';
  const extension = extensionOf(name);
  return extension && !extensions.includes(extension) ? 'file-type' : null;
}

/** A size as people read it: "340 kB", "1.2 MB", in the reader's numbers. */
export function weightOf(bytes: number, locale: string): string {
  const mega = bytes >= 1_000_000;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: mega ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: mega ? 1 : 0
  }).format(mega ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1000)));
}
