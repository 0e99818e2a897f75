/** 词汇 — the words the tokenizer knows, looked up by the longest that fits. Maps only: `constructor` is a word like any other. */
import { type Arithmetic, type Comparison, functionOf } from './functions.js';
import type { NameSpace } from './tree.js';
import { halfWidth } from './width.js';

export type Keyword =
  | Comparison
  | Exclude<Arithmetic, 'add' | 'subtract'>
  | 'plus'
  | 'minus'
  | 'power'
  | 'open'
  | 'close'
  | 'open_list'
  | 'close_list'
  | 'comma'
  | 'dot'
  | 'and'
  | 'or'
  | 'not'
  | 'among'
  | 'not_among'
  | 'between'
  | 'with'
  | 'inside'
  | 'if'
  | 'if_true'
  | 'if_false'
  | 'where'
  | 'yes'
  | 'no'
  | 'stands_at'
  | 'or_more'
  | 'or_less';

const rows: Readonly<Record<Keyword, readonly string[]>> = {
  equal: ['=', '等于'],
  unequal: ['<>', '!=', '≠', '不等于'],
  less: ['<', '低于', '不足', '小于', '少于', '早于'],
  at_most: ['<=', '≤', '≦', '不超过', '不高于', '小于等于', '不多于', '不晚于'],
  more: ['>', '超过', '高于', '大于', '多于', '晚于'],
  at_least: ['>=', '≥', '≧', '不低于', '不少于', '大于等于', '不小于', '不早于'],
  multiply: ['*', '×'],
  divide: ['/', '÷'],
  plus: ['+'],
  minus: ['-', '−'],
  power: ['^', '**'],
  open: ['('],
  close: [')'],
  open_list: ['['],
  close_list: [']'],
  comma: [','],
  dot: ['.'],
  and: ['and', '且', '并且'],
  or: ['or', '或', '或者'],
  not: ['not', '非', '不是'],
  among: ['in', '属于'],
  not_among: ['不属于'],
  between: ['between', '介于'],
  with: ['与', '和'],
  inside: ['之间'],
  if: ['if', '若', '如果'],
  if_true: ['then', '则', '那么'],
  if_false: ['else', '否则'],
  where: ['where', '其中'],
  yes: ['true', '是'],
  no: ['false', '否'],
  stands_at: ['在'],
  or_more: ['以上', '及以上'],
  or_less: ['以下', '及以下'],
};

const isKeyword = (name: string): name is Keyword => Object.hasOwn(rows, name);

export const keywords: ReadonlyMap<string, Keyword> = new Map(
  Object.keys(rows)
    .filter(isKeyword)
    .flatMap((keyword) => rows[keyword].map((word): [string, Keyword] => [word, keyword])),
);

export type Known =
  | { readonly kind: 'name'; readonly name: string; readonly length: number }
  | { readonly kind: 'keyword'; readonly keyword: Keyword; readonly length: number };

interface Entry {
  readonly plain: string;
  readonly known: Known;
}

const latin = /[A-Za-z0-9_]/;

export class Vocabulary {
  private readonly byFirst = new Map<string, Entry[]>();
  private readonly unsorted = new Set<string>();

  /** What every formula over this name space can say. */
  static of(space: NameSpace): Vocabulary {
    const vocabulary = new Vocabulary();
    for (const name of space.names()) vocabulary.addName(name);
    for (const name of functionOf.keys()) vocabulary.addName(name);
    for (const [word, keyword] of keywords)
      vocabulary.add({ plain: word, known: { kind: 'keyword', keyword, length: word.length } });
    return vocabulary;
  }

  addName(name: string): void {
    const plain = halfWidth(name);
    if (plain !== '') this.add({ plain, known: { kind: 'name', name, length: plain.length } });
  }

  longest(text: string, at: number): Known | undefined {
    return this.startingWith(text[at] ?? '').find((entry) => fits(entry.plain, text, at))?.known;
  }

  /** 0 when no keyword begins here; `constructor` does not end in `or`. */
  keywordLength(text: string, at: number): number {
    if (latin.test(text[at] ?? '') && latin.test(text[at - 1] ?? '')) return 0;
    const entries = this.startingWith(text[at] ?? '');
    return entries.find((entry) => entry.known.kind === 'keyword' && fits(entry.plain, text, at))?.plain.length ?? 0;
  }

  private add(entry: Entry): void {
    const first = entry.plain[0] ?? '';
    const entries = this.byFirst.get(first);
    if (entries === undefined) this.byFirst.set(first, [entry]);
    else entries.push(entry);
    this.unsorted.add(first);
  }

  /** Longest first; a name before a keyword of its length, else in the order they were added. */
  private startingWith(first: string): readonly Entry[] {
    const entries = this.byFirst.get(first) ?? [];
    if (this.unsorted.delete(first)) entries.sort((a, b) => b.plain.length - a.plain.length || rank(a) - rank(b));
    return entries;
  }
}

const rank = (entry: Entry): number => (entry.known.kind === 'name' ? 0 : 1);

/** Latin words are whole words: `tax` does not stand in `tax_paid`. */
function fits(plain: string, text: string, at: number): boolean {
  if (!text.startsWith(plain, at)) return false;
  return !(latin.test(plain[plain.length - 1] ?? '') && latin.test(text[at + plain.length] ?? ''));
}
