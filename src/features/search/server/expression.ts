/**
 * What is looked for, as a tree that both databases are told in their own words. Leaves are words of the index, made of
 * letters and digits by #lib/server/search.ts and facets.ts: nothing of it was typed as it stands.
 */
export type Expression =
  | { word: string; prefix: boolean }
  /** Words of a text, one straight after the other. */
  | { phrase: string[] }
  | { facet: string }
  | { all: Expression[] }
  | { any: Expression[] };

export interface Sought {
  all: Expression[];
  none: Expression[];
}

/** `({title body} : "nurse" OR ...) AND facets : "csn" NOT (...)`: every word in quotes, so that OR or NEAR is a word. */
export function ftsQuery({ all, none }: Sought): string {
  const say = (part: Expression): string => {
    if ('word' in part) return `{title body} : "${part.word}"${part.prefix ? '*' : ''}`;
    if ('phrase' in part) return `{title body} : "${part.phrase.join(' ')}"`;
    if ('facet' in part) return `facets : "${part.facet}"`;
    return 'all' in part ? `(${part.all.map(say).join(' AND ')})` : `(${part.any.map(say).join(' OR ')})`;
  };
  const wanted = say({ all });
  return none.length > 0 ? `${wanted} NOT ${say({ any: none })}` : wanted;
}

export function tsQuery({ all, none }: Sought): string {
  const say = (part: Expression): string => {
    if ('word' in part) return `'${part.word}'${part.prefix ? ':*' : ''}`;
    if ('phrase' in part) return `(${part.phrase.map((word) => `'${word}'`).join(' <-> ')})`;
    if ('facet' in part) return `'=${part.facet}'`;
    return 'all' in part ? `(${part.all.map(say).join(' & ')})` : `(${part.any.map(say).join(' | ')})`;
  };
  const wanted = say({ all });
  return none.length > 0 ? `${wanted} & !${say({ any: none })}` : wanted;
}
