import { Refusal } from '#lib/refusal.ts';
import { extensionOf, fileTypes, limits, type FileType } from './files.ts';

/**
 * The name that a file is shown under. It is never a path on our disk; a name that tries to be one is refused, so that
 * nobody wonders which part of it was kept. Characters that do not show, or turn the line around them, are taken out.
 */
export function shownName(sent: string): string {
  if (/[/\\]/.test(sent) || /^\.+$/.test(sent.trim())) throw new Refusal('invalid', 'file-path', 'file');
  return sent
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
}

/** The same, with the extension of what the file is, and no longer than a line. Refuses a name that says something else. */
export function nameFor(shown: string, type: FileType): string {
  const [own] = fileTypes[type];
  const extension = extensionOf(shown);
  if (extension && !(fileTypes[type] as readonly string[]).includes(extension))
    throw new Refusal('invalid', 'file-lying-extension', 'file');
  const stem = extension ? shown.slice(0, -extension.length - 1) : shown;
  const room = limits.nameLength - own.length - 2;
  return `${[...(stem.trim() || 'file')].slice(0, room).join('').trim()}.${extension || own}`;
}
