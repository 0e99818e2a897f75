/** Position in the tokens, with the bounds on depth and nodes (R25). Every way inward goes through `deeper`. */
import { limits } from '../limits.js';
import { expectedInWords } from '../texts.zh.js';
import type { Token } from '../tokens.js';
import { Trouble } from '../trouble.js';
import type { Keyword } from '../vocabulary.js';
import type { Syntax } from './syntax.js';

export class Cursor {
  private index = 0;
  private depth = 0;
  private nodes = 0;
  /** Table fields read and not yet gathered by a function around them. */
  freeFields: { readonly table: string; readonly at: number }[] = [];

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
  ) {}

  get token(): Token {
    return this.tokens[Math.min(this.index, this.tokens.length - 1)]!;
  }

  peek(ahead: number): Token {
    return this.tokens[Math.min(this.index + ahead, this.tokens.length - 1)]!;
  }

  take(): Token {
    const token = this.token;
    this.index++;
    return token;
  }

  at(keyword: Keyword, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'keyword' && token.keyword === keyword;
  }

  /** Takes the keyword when it stands here. */
  skip(keyword: Keyword): boolean {
    const here = this.at(keyword);
    if (here) this.index++;
    return here;
  }

  expect(keyword: Keyword, expected: keyof typeof expectedInWords): Token {
    if (!this.at(keyword)) this.refuse(expected);
    return this.take();
  }

  refuse(expected: keyof typeof expectedInWords): never {
    const token = this.token;
    if (token.kind === 'keyword' && token.keyword === 'power') {
      throw new Trouble('power_not_allowed', token.at, { operator: this.text.slice(token.at, token.end) });
    }
    const last = this.tokens[this.index - 1];
    if (last?.kind === 'number' && last.unit === undefined && token.kind === 'name') {
      throw new Trouble('number_unit_unknown', token.at, { word: token.word, near: '' });
    }
    const found =
      token.kind === 'end'
        ? expectedInWords.end_of_formula
        : `“${this.text.slice(token.at, Math.min(token.end, token.at + 20))}”`;
    throw new Trouble('something_expected', token.at, { expected: expectedInWords[expected], found });
  }

  deeper<Result>(read: () => Result): Result {
    if (++this.depth > limits.depth) throw new Trouble('formula_too_deep', this.token.at, { most: limits.depth });
    const result = read();
    this.depth--;
    return result;
  }

  /** Counts a node. */
  node(syntax: Syntax): Syntax {
    if (++this.nodes > limits.nodes) throw new Trouble('formula_too_large', syntax.at, { most: limits.nodes });
    return syntax;
  }
}
