/** 疑点汇集 — findings about cells: the first of a kind and column one by one, the rest as a number. */
import type { Blanks, Finding, Place } from '@muheng/finding';
import { found, type SheetsCode } from './texts.zh.js';

const listedOfAKind = 200;

export class Collector {
  private readonly list: Finding[] = [];
  private readonly counts = new Map<string, { count: number; readonly what: string; readonly where: Place }>();

  add(...findings: readonly Finding[]): void {
    for (const finding of findings) this.list.push(finding);
  }

  /** `what`: the column or thing under which the findings are counted. */
  cell(code: SheetsCode, where: Place, blanks: Blanks & { readonly what: string }): void {
    const key = `${code}\n${where.sheet ?? ''}\n${blanks.what}`;
    const kind = this.counts.get(key) ?? { count: 0, what: blanks.what, where: sheetOf(where) };
    kind.count++;
    this.counts.set(key, kind);
    if (kind.count <= listedOfAKind) this.list.push(found(code, where, blanks));
  }

  get all(): readonly Finding[] {
    const further = [...this.counts.values()].filter(({ count }) => count > listedOfAKind);
    return [
      ...this.list,
      ...further.map(({ what, count, where }) => found('and_more', where, { what, count: count - listedOfAKind })),
    ];
  }
}

const sheetOf = ({ file, sheet }: Place): Place => ({
  ...(file === undefined ? {} : { file }),
  ...(sheet === undefined ? {} : { sheet }),
});
