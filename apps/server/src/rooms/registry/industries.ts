/**
 * 国民经济行业分类 — GB/T 4754—2017 from `catalog/tables`, versioned with it: which codes there are, and the chain from a class up to its
 * letter. A code of another edition is not guessed at: it is unknown, and its nearest known parent is named. @source trust R82
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface IndustryClass {
  readonly code: string;
  readonly name: string;
  /** 1 门类, 2 大类, 3 中类, 4 小类. */
  readonly level: number;
  readonly parent: string | null;
}

export const industryEdition = 'GB/T 4754—2017';
const file = fileURLToPath(new URL('../../../../../catalog/tables/gbt4754-2017.csv', import.meta.url));
let table: ReadonlyMap<string, IndustryClass> | undefined;

/** Read once; the table has no quoted cells. */
export function industryTable(): ReadonlyMap<string, IndustryClass> {
  table ??= new Map(
    readFileSync(file, 'utf8')
      .split(/\r?\n/)
      .flatMap((line) => {
        const row = /^([A-T]\d{0,4}),(.*),([1-4]),([A-T]\d{0,3})?$/.exec(line);
        if (row === null) return [];
        const [, code = '', name = '', level, parent] = row;
        return [[code, { code, name, level: Number(level), parent: parent ?? null }] as const];
      }),
  );
  return table;
}

/** From the letter down to the class: C, C38, C382, C3829. Undefined: no such code. */
export function industryChain(code: string): readonly IndustryClass[] | undefined {
  const chain: IndustryClass[] = [];
  for (let at: string | null = code; at !== null; ) {
    const found: IndustryClass | undefined = industryTable().get(at);
    if (found === undefined) return undefined;
    chain.unshift(found);
    at = found.parent;
  }
  return chain;
}

/** The nearest class above a code that is unknown. */
export function nearestIndustry(code: string): IndustryClass | undefined {
  for (let length = code.length - 1; length > 0; length--) {
    const found = industryTable().get(code.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** By the beginning of the code, or words of the name. */
export function findIndustries(words: string, most: number): IndustryClass[] {
  const code = words.toUpperCase();
  return [...industryTable().values()]
    .filter(
      (one) => one.level > 1 && (one.code.startsWith(code) || one.code.slice(1).startsWith(code) || one.name.includes(words)),
    )
    .slice(0, most);
}
