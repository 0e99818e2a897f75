/**
 * 词 — text → tokens. The longest known name wins, then keywords; anything else made of name characters is an unknown name
 * (the checker reports it, with a suggestion). Stops at the first unreadable character. Read `tokenize` first.
 */
import { dayNumber, parseUnit, type Unit } from '@muheng/quantity';
import { limits } from './limits.js';
import type { NameSpace } from './tree.js';
import { Trouble } from './trouble.js';
import type { Keyword, Vocabulary } from './vocabulary.js';
import { halfWidth } from './width.js';

interface Spot {
  /** Offset of the first character, from 0. */
  readonly at: number;
  readonly end: number;
}

export type Token = Spot &
  (
    | { readonly kind: 'number'; readonly value: number; readonly unit?: Unit }
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'date'; readonly day: number }
    | { readonly kind: 'name'; readonly word: string; readonly quoted: boolean }
    | { readonly kind: 'keyword'; readonly keyword: Keyword }
    | { readonly kind: 'end' }
  );

/** `vocabulary` learns the fields of each side table that is named. */
export function tokenize(text: string, space: NameSpace, vocabulary: Vocabulary): readonly Token[] {
  const lexer = new Lexer(text, space, vocabulary);
  const tokens: Token[] = [];
  for (;;) {
    const token = lexer.next();
    tokens.push(token);
    if (token.kind === 'end') return tokens;
  }
}

const datePattern = /(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)|(\d{4})年(\d{1,2})月(\d{1,2})[日号]/y;
const numberPattern = /\d+(?:\.\d+)?/y;
/** A minus sign only as part of a power: `3 亩-2 亩` is a subtraction. */
const unitPattern = /[\p{L}%‰²³㎡₂](?:[\p{L}\p{N}%‰²³㎡₂/·()]|\^-?(?=\d))*/uy;
const latin = /[A-Za-z0-9_]/;
const longestUnit = 40;

class Lexer {
  private at = 0;
  /** The text with full-width signs written half-width, offset for offset. */
  private readonly plain: string;
  private readonly units = new Map<string, Unit | undefined>();

  constructor(
    private readonly text: string,
    private readonly space: NameSpace,
    private readonly vocabulary: Vocabulary,
  ) {
    this.plain = halfWidth(text);
  }

  next(): Token {
    while (/\s/.test(this.plain[this.at] ?? '')) this.at++;
    const at = this.at;
    if (at >= this.text.length) return { kind: 'end', at, end: at };
    const first = this.plain[at]!;
    if (first === '"' || first === '“') return this.quotedText(first === '"' ? '"' : '”');
    if (first === '「') return this.quotedName();
    const known = this.vocabulary.longest(this.plain, at);
    if (/\d/.test(first)) {
      const number = this.dateOrNumber();
      if (known === undefined || known.length <= number.end - at) return this.done(number);
    }
    if (known?.kind === 'keyword') return this.done({ kind: 'keyword', keyword: known.keyword, at, end: at + known.length });
    return this.name(known?.length ?? 0, known?.kind === 'name' ? known.name : '');
  }

  private done(token: Token): Token {
    this.at = token.end;
    return token;
  }

  /** A doubled closing quote stands for itself. */
  private quotedText(close: string): Token {
    const at = this.at;
    let text = '';
    for (let end = at + 1; end < this.text.length; end++) {
      const closing = close === '"' ? this.plain[end] === '"' : this.text[end] === close;
      if (!closing) text += this.text[end];
      else if (this.text[end + 1] === this.text[end]) text += this.text[end++];
      else return this.done({ kind: 'text', text, at, end: end + 1 });
    }
    throw new Trouble('text_not_closed', at);
  }

  private quotedName(): Token {
    const end = this.text.indexOf('」', this.at);
    if (end < 0) throw new Trouble('name_not_closed', this.at);
    const word = this.text.slice(this.at + 1, end);
    this.learn(word);
    return this.done({ kind: 'name', word, quoted: true, at: this.at, end: end + 1 });
  }

  private dateOrNumber(): Token {
    const at = this.at;
    const date = matchAt(datePattern, this.plain, at);
    if (date !== undefined) {
      const [year = '', month = '', day = ''] = date[1] === undefined ? date.slice(4, 7) : date.slice(1, 4);
      const number = dayNumber(Number(year), Number(month), Number(day));
      if (number === undefined) throw new Trouble('date_invalid', at, { date: date[0] });
      return { kind: 'date', day: number, at, end: at + date[0].length };
    }
    const digits = matchAt(numberPattern, this.plain, at)?.[0] ?? '';
    if (digits.length > limits.digits)
      throw new Trouble('number_too_long', at, { number: `${digits.slice(0, 12)}…`, most: limits.digits });
    const value = Number(digits);
    const end = at + digits.length;
    let after = end;
    while (/\s/.test(this.plain[after] ?? '')) after++;
    const found = this.unitAt(after);
    return found === undefined
      ? { kind: 'number', value, at, end }
      : { kind: 'number', value, unit: found.unit, at, end: found.end };
  }

  /** The longest reading as a unit, unless a known name or a keyword reaches further from any of its words. */
  private unitAt(at: number): { unit: Unit; end: number } | undefined {
    const run = (matchAt(unitPattern, this.plain, at)?.[0] ?? '').slice(0, longestUnit);
    for (let length = run.length; length > 0; length--) {
      const end = at + length;
      if (latin.test(this.plain[end - 1] ?? '') && latin.test(this.plain[end] ?? '')) continue;
      const unit = this.unitOf(run.slice(0, length));
      if (unit !== undefined && !this.nameInside(at, end)) return { unit, end };
    }
    return undefined;
  }

  private unitOf(word: string): Unit | undefined {
    if (!this.units.has(word)) this.units.set(word, parseUnit(word, { mu: this.space.mu }));
    return this.units.get(word);
  }

  private nameInside(at: number, end: number): boolean {
    for (let start = at; start < end; start++) {
      if (start > at && this.plain[start - 1] !== '/') continue;
      const known = this.vocabulary.longest(this.plain, start);
      if (known?.kind === 'name' && start + known.length > end) return true;
    }
    return false;
  }

  /** `length` is how far a known name reaches; the word goes on when it is followed by more name characters that are no keyword. */
  private name(length: number, known: string): Token {
    const at = this.at;
    if (length > 0 && !this.goesOn(at + length)) {
      this.learn(known);
      return this.done({ kind: 'name', word: known, quoted: false, at, end: at + length });
    }
    let end = at + length;
    while (end < this.text.length) {
      const code = this.plain.codePointAt(end)!;
      const character = String.fromCodePoint(code);
      if (!nameCharacter.test(character) || (end > at && this.vocabulary.keywordLength(this.plain, end) > 1)) break;
      end += character.length;
    }
    if (end === at) this.refuse(at);
    const word = this.text.slice(at, end);
    this.learn(word);
    return this.done({ kind: 'name', word, quoted: false, at, end });
  }

  private goesOn(at: number): boolean {
    const code = this.plain.codePointAt(at);
    if (code === undefined || !nameCharacter.test(String.fromCodePoint(code))) return false;
    return this.vocabulary.keywordLength(this.plain, at) === 0;
  }

  /** After a side table was named, its fields are known words. */
  private learn(word: string): void {
    for (const field of this.space.table(word)?.fields ?? []) {
      this.vocabulary.addName(field.id);
      this.vocabulary.addName(field.term);
    }
  }

  private refuse(at: number): never {
    const character = String.fromCodePoint(this.text.codePointAt(at)!);
    throw character === '^'
      ? new Trouble('power_not_allowed', at, { operator: '^' })
      : new Trouble('character_unknown', at, { character });
  }
}

/** & stands for terms such as R&D. */
const nameCharacter = /[\p{L}\p{N}_·&]/u;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
