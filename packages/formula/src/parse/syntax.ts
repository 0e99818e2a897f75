/** 语法树 — what was written, before names, types and units are known. `at` and `end` are offsets in the text, from 0. */
import type { Unit } from '@muheng/quantity';
import type { Arithmetic, Comparison, FunctionName } from '../functions.js';

interface Written {
  readonly at: number;
  readonly end: number;
}

export type Syntax = Written &
  (
    | { readonly kind: 'number'; readonly value: number; readonly unit?: Unit }
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'date'; readonly day: number }
    | { readonly kind: 'flag'; readonly value: boolean }
    | { readonly kind: 'name'; readonly word: string }
    | { readonly kind: 'field'; readonly table: string; readonly word: string }
    | { readonly kind: 'set'; readonly items: readonly Syntax[] }
    | { readonly kind: 'list'; readonly word: string }
    | { readonly kind: 'call'; readonly function: FunctionName; readonly word: string; readonly args: readonly Syntax[] }
    | {
        readonly kind: 'aggregate';
        readonly function: FunctionName;
        readonly word: string;
        readonly table: string;
        readonly tableAt: number;
        readonly value?: Syntax;
        readonly where?: Syntax;
      }
    | { readonly kind: 'negate'; readonly of: Syntax }
    | { readonly kind: 'not'; readonly of: Syntax }
    | { readonly kind: 'calculate'; readonly op: Arithmetic; readonly left: Syntax; readonly right: Syntax }
    | { readonly kind: 'compare'; readonly op: Comparison; readonly left: Syntax; readonly right: Syntax }
    | { readonly kind: 'join'; readonly op: 'and' | 'or'; readonly items: readonly Syntax[] }
    | { readonly kind: 'between'; readonly of: Syntax; readonly low: Syntax; readonly high: Syntax }
    | { readonly kind: 'among'; readonly of: Syntax; readonly set: Syntax }
    | { readonly kind: 'if'; readonly condition: Syntax; readonly whenTrue: Syntax; readonly whenFalse: Syntax }
  );
