/** What of the interface ChunkingContext of the bundler is used here. */
interface Graph {
  getModuleInfo(id: string): { code: string | null; importedIds: string[]; isEntry: boolean } | null;
}

/** Whose scripts a reader fetches first: what every page has, and what a thread adds. Few files: each is a round trip. */
const pages = {
  base: [
    '/node_modules/@sveltejs/kit/src/runtime/client/entry.js',
    '/.svelte-kit/generated/client-optimized/app.js',
    '/src/routes/+layout.svelte',
    '/src/routes/+error.svelte'
  ],
  thread: ['/src/routes/threads/[id]/+page.svelte', '/src/routes/threads/[id]/+page.ts'],
  // Fetched by a thread that has some.
  proposals: ['/src/features/positions/ProposalList.svelte']
};
const texts = '/src/lib/paraglide/messages/';

/**
 * Puts all that every page needs into one file and what a thread needs besides into another, found by following the
 * imports from the pages themselves, so that a new component needs no line here. Of the texts only those go along that
 * a module of the group names: all of them hang together by one list.
 */
export function clientChunks(): (id: string, graph: Graph) => string | null {
  let chosen: Map<string, string> | undefined;
  return (id, graph) => (chosen ??= choose(graph)).get(id) ?? null;
}

function choose(graph: Graph): Map<string, string> {
  const chosen = new Map<string, string>();
  const seen = new Set<string>();
  const named = new Map<string, string>();
  for (const [name, starts] of Object.entries(pages)) {
    const waiting = starts.map((path) => process.cwd() + path);
    for (let id = waiting.pop(); id; id = waiting.pop()) {
      if (seen.has(id) || id.includes(texts)) continue;
      const module = graph.getModuleInfo(id);
      if (!module) continue;
      seen.add(id);
      // SvelteKit looks for its entries by name: they stay files of their own, what they import does not.
      if (!module.isEntry) chosen.set(id, name);
      for (const [, text] of module.code?.matchAll(/\bm\.(\w+)/g) ?? [])
        if (!named.has(text)) named.set(text, name);
      waiting.push(...module.importedIds);
    }
  }
  return new Map([...chosen, ...textsOf(named)]);
}

const textsOf = (named: Map<string, string>): [string, string][] =>
  [...named].map(([text, name]) => [`${process.cwd()}${texts}${text}.js`, name]);
