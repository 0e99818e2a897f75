/** 疑点汇集 — findings of cells: the first hundred of a kind and term one by one, the rest as a number. */
import type { Finding, Place } from '@muheng/finding';
import { type DatasetCode, found } from './texts.zh.js';

const listedOfAKind = 100;

export class Collector {
  private readonly list: Finding[] = [];
  private readonly counts = new Map<string, { readonly term: string; count: number }>();

  add(...findings: readonly Finding[]): void {
    this.list.push(...findings);
  }

  /** A finding about one cell of a term; `blanks` gets the term. */
  cell(code: DatasetCode, where: Place, blanks: Readonly<Record<string, string | number>> & { readonly term: string }): void {
    const key = `${code}\n${blanks.term}`;
    const kind = this.counts.get(key) ?? { term: blanks.term, count: 0 };
    kind.count++;
    this.counts.set(key, kind);
    if (kind.count <= listedOfAKind) this.list.push(found(code, where, blanks));
  }

  get all(): readonly Finding[] {
    const further = [...this.counts.values()].filter(({ count }) => count > listedOfAKind);
    return [...this.list, ...further.map(({ term, count }) => found('and_more', {}, { term, count: count - listedOfAKind }))];
  }
}
