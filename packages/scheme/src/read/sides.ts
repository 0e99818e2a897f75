/** 分子与分母 — the two sides of a value that is a quotient, for benchmarks that divide sums (总量相除). */
import { type Formula, type NameSpace, readFormula, type TypedNode } from '@muheng/formula';
import { multiplyUnits, type Unit } from '@muheng/quantity';

export interface Sides {
  readonly over: Formula;
  readonly under: Formula;
}

/**
 * Undefined when the formula is no quotient. `under` keeps its own unit and `over` is brought to indicator unit × that, so that
 * Σover ÷ Σunder is in the indicator's unit.
 */
export function sidesOf(formula: Formula, wish: { readonly space: NameSpace; readonly unit: Unit }): Sides | undefined {
  const root = withoutConversion(formula.tree);
  if (root.kind !== 'call' || root.op !== 'divide') return undefined;
  const [left, right] = root.args;
  const at = lastDivision(formula.text);
  if (at === undefined || left === undefined || right === undefined) return undefined;
  const texts = unwrapped(formula.text);
  const over = readFormula(texts.slice(0, at), wish.space, { type: 'number' }).formula;
  const under = readFormula(texts.slice(at + 1), wish.space, { type: 'number' }).formula;
  if (over === undefined || under === undefined || !alike(over.tree, left) || !alike(under.tree, right)) return undefined;
  const unit = multiplyUnits(wish.unit, under.unit);
  const fitted = unit === undefined ? undefined : readFormula(over.text, wish.space, { type: 'number', unit }).formula;
  return fitted === undefined ? undefined : { over: fitted, under };
}

const withoutConversion = (node: TypedNode): TypedNode => (node.kind === 'convert' ? withoutConversion(node.of) : node);

const alike = (a: TypedNode, b: TypedNode): boolean =>
  JSON.stringify(withoutConversion(a)) === JSON.stringify(withoutConversion(b));

/** Without brackets around the whole. */
function unwrapped(text: string): string {
  const inner = text.trim();
  if (!/^[(（].*[)）]$/s.test(inner)) return inner;
  return closesAt(inner) === inner.length - 1 ? unwrapped(inner.slice(1, -1)) : inner;
}

/** Index of the bracket that closes the first one. */
function closesAt(text: string): number {
  let depth = 0;
  for (const { sign, index } of outsideQuotes(text)) {
    if (/[(（[]/.test(sign)) depth++;
    if (/[)）\]]/.test(sign)) depth--;
    if (depth === 0) return index;
  }
  return -1;
}

function lastDivision(text: string): number | undefined {
  let depth = 0;
  let at: number | undefined;
  for (const { sign, index } of outsideQuotes(unwrapped(text))) {
    if (/[(（[]/.test(sign)) depth++;
    else if (/[)）\]]/.test(sign)) depth--;
    else if (depth === 0 && /[/÷／]/.test(sign)) at = index;
  }
  return at;
}

const closers: Readonly<Record<string, string>> = { '"': '"', '“': '”', '「': '」', "'": "'" };

function* outsideQuotes(text: string): Generator<{ readonly sign: string; readonly index: number }> {
  let closer: string | undefined;
  for (let index = 0; index < text.length; index++) {
    const sign = text.charAt(index);
    if (closer !== undefined) {
      if (sign === closer) closer = undefined;
    } else if (closers[sign] !== undefined) closer = closers[sign];
    else yield { sign, index };
  }
}
