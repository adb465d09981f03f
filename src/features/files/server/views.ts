import type { FileView } from '../files.ts';
import type { files } from './tables.ts';

export type FileRow = typeof files.$inferSelect;

export const fileView = ({ id, name, bytes, type, width, height, sha256 }: FileRow): FileView => ({
  id,
  name,
  bytes,
  type,
  width,
  height,
  sha256
});
