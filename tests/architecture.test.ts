/** The house rules that a machine can read off the import lines. Each failure is a sentence a newcomer understands. */
import { readFileSync, globSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

interface Import {
  from: string;
  to: string;
  /** Set when the target is a file of ours, as a path from the root. */
  file?: string;
}

const files = globSync(['src/**/*.{ts,svelte}', 'server/**/*.ts'], {
  exclude: (path) => path.includes('paraglide')
})
  .map((path) => path.replaceAll('\\', '/'))
  .sort();
const product = files.filter((path) => !path.endsWith('.test.ts'));
const imports: Import[] = product.flatMap(readImports);

function readImports(from: string): Import[] {
  const source = readFileSync(from, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const found = [
    ...source.matchAll(
      /(?:^|[\s;>])(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]|import\(\s*(?:\/\*.*?\*\/\s*)?['"]([^'"]+)['"]\s*\)/g
    )
  ];
  return found.map(([, , to = '', dynamic]) => {
    const target = to || dynamic;
    return { from, to: target, file: resolveOurs(from, target) };
  });
}

function resolveOurs(from: string, to: string): string | undefined {
  if (to.startsWith('#lib/')) return `src/lib/${to.slice(5)}`;
  if (to.startsWith('#features/')) return `src/features/${to.slice(10)}`;
  if (to.startsWith('#server/')) return `server/${to.slice(8)}`;
  if (to.startsWith('.')) return normalize(join(dirname(from), to)).replaceAll('\\', '/');
  return undefined;
}

// One line a storey of the house of features: what stands on a line knows the lines above it only.
const ranks: Record<string, number> = {
  audit: 0,
  people: 1,
  spaces: 2,
  search: 3,
  ...{ links: 4, files: 4, drafts: 4, clearance: 4, positions: 4 },
  ...{ forum: 5, sessions: 5, briefs: 5, lessons: 5 },
  ...{ moderation: 6, archive: 6, registration: 6 },
  attendance: 7,
  ...{ floor: 8, questions: 8, ballots: 8 },
  ...{ statements: 9, outcomes: 9 },
  records: 10,
  following: 11
};
const slice = (path: string) => /^src\/features\/([^/]+)\//.exec(path)?.[1];
const storey = (path: string) => (path.startsWith('src/lib/') ? 0 : path.startsWith('src/features/') ? 1 : 2);

function violations(rule: (one: Import) => string | undefined | false): string[] {
  return imports.map(rule).filter((sentence): sentence is string => Boolean(sentence));
}

test('the tree was read: there are files and import lines to judge', () => {
  expect(product.length).toBeGreaterThan(80);
  expect(imports.filter(({ file }) => file).length).toBeGreaterThan(200);
});

test('arrows point down: doors to features to lib, never back', () => {
  expect(
    violations(
      ({ from, file }) =>
        file &&
        !file.includes('paraglide') &&
        storey(file) > storey(from) &&
        `${from} imports ${file}, which is above it`
    )
  ).toEqual([]);
});

test('every slice has a rank, and slices import only slices below them', () => {
  const unknown = [...new Set(product.map(slice))].filter((name) => name && !(name in ranks));
  expect(unknown).toEqual([]);
  expect(
    violations(({ from, file }) => {
      const [one, other] = [slice(from), file && slice(file)];
      return (
        one &&
        other &&
        one !== other &&
        ranks[other] >= ranks[one] &&
        `${from} imports ${file}: ${one} may not know ${other}`
      );
    })
  ).toEqual([]);
});

test('of another slice one imports its vocabulary, components, questions, rules, columns and what lends or joins a transaction, never its verbs', () => {
  // append-*: writes inside the caller's transaction. change-*: opens the transaction of one thing and lends it, so that slices above
  // change and announce in the one order of that thing.
  const open =
    /\.svelte$|^src\/features\/[^/]+\/[^/]+\.ts$|\/server\/(may|act-columns|([a-z]+-)?tables|room|(read|list|append|change|count)-[a-z-]+)\.ts$/;
  expect(
    violations(({ from, file }) => {
      const [one, other] = [slice(from), file && slice(file)];
      return one && other && file && one !== other && !open.test(file) && `${from} reaches into ${file}`;
    })
  ).toEqual([]);
  expect(
    violations(
      ({ from, file }) =>
        slice(from) !== undefined &&
        /\/server\/([a-z]+-)?tables\.ts$/.test(file ?? '') &&
        slice(from) !== slice(file ?? '') &&
        !from.includes('/server/') &&
        `${from} imports tables`
    )
  ).toEqual([]);
});

test('no circle of imports', () => {
  const edges = new Map<string, string[]>();
  for (const { from, file } of imports)
    if (file && product.includes(file)) edges.set(from, [...(edges.get(from) ?? []), file]);
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: string[]) => {
    if (trail.includes(path))
      return void circles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
    if (done.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of product) walk(path, []);
  expect(circles).toEqual([]);
});

test('drizzle stays in server folders', () => {
  expect(
    violations(
      ({ from, to }) =>
        to.startsWith('drizzle-orm') && !/\/server\/|^server\//.test(from) && `${from} imports ${to}`
    )
  ).toEqual([]);
});

test('socket.io stays in hub, the doors for sockets and the browser socket', () => {
  const home = /^src\/lib\/server\/hub\.ts$|^server\/|^src\/lib\/live\//;
  expect(
    violations(({ from, to }) => to.startsWith('socket.io') && !home.test(from) && `${from} imports ${to}`)
  ).toEqual([]);
});

test('yjs stays where documents are', () => {
  const home = /^server\/yjs\/|^server\/(commands|seed)\/|^src\/features\/briefs\//;
  expect(
    violations(
      ({ from, to }) => /^(yjs|y-|lib0|@tiptap)/.test(to) && !home.test(from) && `${from} imports ${to}`
    )
  ).toEqual([]);
});

test('SvelteKit is known to routes and hooks only', () => {
  expect(
    violations(
      ({ from, to }) =>
        to.startsWith('@sveltejs/kit') && !/^src\/(routes|hooks)/.test(from) && `${from} imports ${to}`
    )
  ).toEqual([]);
});

test('no file re-exports a folder', () => {
  expect(product.filter((path) => /(^|\/)index\.ts$/.test(path))).toEqual([]);
});

test('every reason to refuse has a sentence in every language', () => {
  const reasons = new Set(
    product.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/new Refusal\(\s*'([a-z-]+)'(?:,\s*'([a-z-]+)')?/g)].map(
        ([, code, reason]) => reason ?? code
      )
    )
  );
  const missing = ['en', 'fr', 'ar'].flatMap((locale) => {
    const texts = JSON.parse(readFileSync(`messages/${locale}/refusals.json`, 'utf8')) as Record<
      string,
      string
    >;
    return [...reasons]
      .filter((reason) => !texts[`refusal_${reason.replaceAll('-', '_')}`])
      .map((reason) => `${locale}: ${reason}`);
  });
  expect(reasons.size).toBeGreaterThan(10);
  expect(missing).toEqual([]);
});

test('every text exists in every language', () => {
  const keys = (path: string) =>
    Object.keys(JSON.parse(readFileSync(path, 'utf8')) as object).filter((key) => !key.startsWith('$'));
  const missing = globSync('messages/en/*.json').flatMap((path) =>
    ['fr', 'ar'].flatMap((locale) => {
      const other = keys(path.replace('/en/', `/${locale}/`));
      return [
        ...keys(path).filter((key) => !other.includes(key)),
        ...other.filter((key) => !keys(path).includes(key))
      ].map((key) => `${locale}: ${key}`);
    })
  );
  expect(missing).toEqual([]);
});

test('no file is longer than 300 lines', () => {
  expect(
    files
      .map((path) => [path, readFileSync(path, 'utf8').split('\n').length] as const)
      .filter(([, lines]) => lines > 300)
  ).toEqual([]);
});
