/** What changed between two texts, by word: runs that stayed, were taken out, were added. */
export interface Change {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** How much may differ before a passage is shown as taken out and added as a whole: the search grows with its square. */
const mostDifferences = 1500;

/** Words, spaces and signs; scripts without spaces between words by character. */
const pieces = (text: string): string[] =>
  text.match(
    /\n|[^\S\n]+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}'’]+|[^\s]/gu
  ) ?? [];

/** Joined together, what is not `added` is `before` and what is not `removed` is `after`, to the character. */
export function wordDiff(before: string, after: string): Change[] {
  const [a, b] = [pieces(before), pieces(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return joined([
    ...a.slice(0, start).map((text): Change => ({ kind: 'same', text })),
    ...shortest(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map((text): Change => ({ kind: 'same', text }))
  ]);
}

/** The shortest way from one to the other (Myers 1986), within the bound. */
function shortest(a: string[], b: string[]): Change[] {
  const whole = (): Change[] => [
    ...a.map((text): Change => ({ kind: 'removed', text })),
    ...b.map((text): Change => ({ kind: 'added', text }))
  ];
  if (a.length === 0 || b.length === 0) return whole();
  const most = Math.min(a.length + b.length, mostDifferences);
  const reach = new Map<number, number>([[1, 0]]);
  const steps: Map<number, number>[] = [];
  for (let differences = 0; differences <= most; differences += 1) {
    steps.push(new Map(reach));
    for (let k = -differences; k <= differences; k += 2) {
      const down = k === -differences || (k !== differences && reach.get(k - 1)! < reach.get(k + 1)!);
      let x = down ? reach.get(k + 1)! : reach.get(k - 1)! + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      reach.set(k, x);
      if (x >= a.length && x - k >= b.length) return walkBack(a, b, steps);
    }
  }
  return whole();
}

function walkBack(a: string[], b: string[], steps: Map<number, number>[]): Change[] {
  const found: Change[] = [];
  let [x, y] = [a.length, b.length];
  for (let d = steps.length - 1; d >= 0; d -= 1) {
    const reach = steps[d];
    const k = x - y;
    const down = k === -d || (k !== d && reach.get(k - 1)! < reach.get(k + 1)!);
    const fromK = down ? k + 1 : k - 1;
    const fromX = reach.get(fromK)!;
    const fromY = fromX - fromK;
    while (x > Math.max(fromX, 0) && y > Math.max(fromY, 0)) {
      found.push({ kind: 'same', text: a[x - 1] });
      x -= 1;
      y -= 1;
    }
    if (d === 0) break;
    if (down) found.push({ kind: 'added', text: b[y - 1] });
    else found.push({ kind: 'removed', text: a[x - 1] });
    x = fromX;
    y = fromY;
  }
  return found.reverse();
}

/** Neighbours of a kind as one; within a changed passage what was taken out comes before what was added. */
function joined(changes: Change[]): Change[] {
  const found: Change[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    if (removed) found.push({ kind: 'removed', text: removed });
    if (added) found.push({ kind: 'added', text: added });
    removed = added = '';
  };
  for (const [index, { kind, text }] of changes.entries()) {
    // A space alone between two changed words is part of the change: words, not crumbs.
    const between =
      kind === 'same' &&
      /^[^\S\n]+$/.test(text) &&
      (removed || added) &&
      changes[index + 1] &&
      changes[index + 1].kind !== 'same';
    if (kind === 'removed' || between) removed += text;
    if (kind === 'added' || between) added += text;
    if (kind !== 'same' || between) continue;
    flush();
    const last = found.at(-1);
    if (last?.kind === 'same') last.text += text;
    else found.push({ kind: 'same', text });
  }
  flush();
  return found;
}
