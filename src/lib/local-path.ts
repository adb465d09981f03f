/** A path of ours to go to, or `/`: `//host`, `/\host` and whole addresses would lead readers elsewhere. */
export function localPath(to: unknown): string {
  if (typeof to !== 'string' || !/^\/(?![/\\])[^\s\\]*$/.test(to)) return '/';
  return to;
}
