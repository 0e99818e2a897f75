/** 疑点汇集 — findings of cells: the first hundred of a kind and term one by one, the rest as a number. */
import type { Finding, Place } from '@muheng/finding';
import { type DatasetCode, found } from './texts.zh.js';

const listedOfAKind = 100;

export interface CellFinding {
  readonly where: Place;
  readonly blanks: Readonly<Record<string, string | number>>;
}

export class Collector {
  private readonly list: Finding[] = [];
  private readonly counts = new Map<string, { readonly term: string; count: number }>();

  add(...findings: readonly Finding[]): void {
    for (const finding of findings) this.list.push(finding);
  }

  /** A finding about one cell of a term; `make` runs only for those that are listed. */
  cell(code: DatasetCode, term: string, make: () => CellFinding): void {
    const key = `${code}\n${term}`;
    const kind = this.counts.get(key);
    if (kind !== undefined && kind.count >= listedOfAKind) {
      kind.count++;
      return;
    }
    if (kind === undefined) this.counts.set(key, { term, count: 1 });
    else kind.count++;
    const { where, blanks } = make();
    this.list.push(found(code, where, { ...blanks, term }));
  }

  get all(): readonly Finding[] {
    const further = [...this.counts.values()].filter(({ count }) => count > listedOfAKind);
    return [...this.list, ...further.map(({ term, count }) => found('and_more', {}, { term, count: count - listedOfAKind }))];
  }
}
