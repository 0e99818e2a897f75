/**
 * 读公式 — text → words → tree → names, types and units → `Formula`. Gives a formula or findings, never throws for a text:
 * the first unreadable spot ends the reading, wrong names and units are all reported. Bounded by limits.ts (R25).
 */
import type { Finding, Place } from '@muheng/finding';
import { Checking, placeAt } from './check/context.js';
import { checkKind } from './check/expressions.js';
import { nearName } from './check/near.js';
import { inUnit } from './check/units.js';
import { functionOf } from './functions.js';
import { limits } from './limits.js';
import { Cursor } from './parse/cursor.js';
import { readWhole } from './parse/expressions.js';
import type { Syntax } from './parse/syntax.js';
import { found, nearShown, typeInWords, unitShown } from './texts.zh.js';
import { tokenize } from './tokens.js';
import type { Expected, Formula, NameSpace, ReadResult, TypedNode } from './tree.js';
import { Trouble } from './trouble.js';
import { Vocabulary } from './vocabulary.js';

export function readFormula(text: string, space: NameSpace, expected: Expected): ReadResult {
  const place = expected.place ?? {};
  if (text.length > limits.length) {
    return { findings: [found('formula_too_long', placeAt(place, limits.length), { length: text.length, most: limits.length })] };
  }
  if (text.trim() === '') return { findings: [found('formula_empty', placeAt(place, 0))] };
  const vocabulary = Vocabulary.of(space);
  try {
    const syntax = readWhole(new Cursor(text, tokenize(text, space, vocabulary)));
    const checking = new Checking({ space, vocabulary, place, checkKind });
    const tree = checkWhole(checking, syntax, expected);
    if (tree === undefined || checking.findings.length > 0) return { findings: checking.findings };
    return { formula: finished(text, tree, checking), findings: [] };
  } catch (trouble) {
    if (trouble instanceof Trouble) return { findings: [findingOf(trouble, place, space)] };
    throw trouble;
  }
}

/** Adds the near name that the parser does not look for. */
function findingOf(trouble: Trouble, place: Place, space: NameSpace): Finding {
  const name = trouble.code === 'function_unknown' ? String(trouble.blanks.name) : undefined;
  const near = name === undefined ? {} : { near: nearShown(nearName(name, [...functionOf.keys(), ...space.names()])) };
  return found(trouble.code, placeAt(place, trouble.at), { ...trouble.blanks, ...near });
}

function checkWhole(checking: Checking, syntax: Syntax, expected: Expected): TypedNode | undefined {
  const tree = checking.check(syntax);
  if (tree === undefined) return undefined;
  if (tree.type !== expected.type) {
    return checking.refuse('result_type_mismatch', syntax.at, {
      found: typeInWords[tree.type],
      wanted: typeInWords[expected.type],
    });
  }
  const unit = expected.unit;
  if (tree.type !== 'number' || unit === undefined) return tree;
  const before = checking.findings.length;
  const brought = inUnit(checking, tree, { unit, doing: 'compare', at: syntax.at });
  if (brought !== undefined) return brought;
  checking.findings.length = before;
  return checking.refuse('result_unit_mismatch', syntax.at, { found: unitShown(tree.unit.text), wanted: unitShown(unit.text) });
}

function finished(text: string, tree: TypedNode, checking: Checking): Formula {
  return {
    text,
    type: tree.type,
    unit: tree.unit,
    tree,
    references: [...checking.references.values()],
    aggregates: [...checking.aggregates.values()],
    lists: [...checking.lists.values()],
    tables: [...checking.tables],
    texts: [...checking.texts],
  };
}
