/**
 * YAML 文档 — text → plain value, with line and column of every key and value. Refuses what makes a scheme unreadable for a person or
 * unbounded for a machine: more than 1 MB, deep nesting, anchors, aliases, merge keys, tags, several documents, double keys.
 */
import type { Finding, Place } from '@muheng/finding';
import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import { found } from '../texts.zh.js';
import { colonWords, yamlErrorWords } from './words.zh.js';

/** Keys and indexes from the top of the document. */
export type Path = readonly (string | number)[];

export const yamlLimits = { characters: 1_000_000, depth: 60, problems: 20 } as const;

export interface YamlText {
  /** Plain JSON value; undefined when it could not be read. */
  readonly value: unknown;
  readonly findings: readonly Finding[];
  readonly positions: Positions;
}

/** Where things stand in the text. A path that is not in the text gives the nearest thing above it. */
export interface Positions {
  readonly file: string;
  valueAt(path: Path): Place;
  keyAt(path: Path, key: string): Place;
  /** A character of a text value, whether it is plain, quoted or written over several lines; `offset` from 0. */
  insideText(path: Path, offset: number): Place;
  /** Keys in the order of the text (JavaScript moves number-like keys forward). */
  keysOf(path: Path): readonly string[];
}

export function readYaml(file: string, text: string): YamlText {
  const lines = new LineCounter();
  const nowhere = { file, line: 1, column: 1 };
  const refused = (finding: Finding): YamlText => ({
    value: undefined,
    findings: [finding],
    positions: positionsOf({ file, text: '', document: undefined, lines }),
  });
  if (text.length > yamlLimits.characters) {
    return refused(found('yaml_too_long', nowhere, { most: yamlLimits.characters, length: text.length }));
  }
  if (nestedTooDeep(text)) return refused(found('yaml_too_deep', nowhere, { most: yamlLimits.depth }));
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      stringKeys: true,
      prettyErrors: false,
      logLevel: 'error',
      version: '1.2',
    });
    const placeOf = (offset: number): Place => placeAt(file, lines, offset);
    const findings = layoutFindings([...document.errors, ...document.warnings], text, placeOf);
    if (findings.length === 0) findings.push(...forbiddenNodes(document, placeOf));
    const value: unknown = findings.length === 0 ? document.toJS({ maxAliasCount: 0 }) : undefined;
    return { value, findings, positions: positionsOf({ file, text, document, lines }) };
  } catch (error) {
    if (
      error instanceof RangeError ||
      error instanceof SyntaxError ||
      error instanceof TypeError ||
      error instanceof ReferenceError
    ) {
      return refused(found('yaml_unreadable', nowhere));
    }
    throw error;
  }
}

/** Keys written twice are each told; of a broken layout only the first, because the rest follows from it. */
function layoutFindings(errors: readonly YAMLError[], text: string, placeOf: (offset: number) => Place): Finding[] {
  const doubles = errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  const [first] = errors.filter(({ code }) => code !== 'DUPLICATE_KEY').sort((a, b) => a.pos[0] - b.pos[0]);
  if (first === undefined) {
    return doubles
      .slice(0, yamlLimits.problems)
      .map(({ code, pos }) => found('yaml_key_twice', placeOf(pos[0]), { problem: yamlErrorWords[code] }));
  }
  const tab = errors.find(({ code }) => code === 'TAB_AS_INDENT');
  if (tab !== undefined) return [found('yaml_broken', placeOf(tab.pos[0]), { problem: yamlErrorWords.TAB_AS_INDENT })];
  const colon = wrongColon(text, first);
  return [
    colon === undefined
      ? found('yaml_broken', placeOf(first.pos[0]), { problem: yamlErrorWords[first.code] })
      : found('yaml_broken', placeOf(colon), { problem: colonWords }),
  ];
}

const colonErrors: ReadonlySet<YAMLError['code']> = new Set<YAMLError['code']>([
  'MULTILINE_IMPLICIT_KEY',
  'BLOCK_AS_IMPLICIT_KEY',
  'MISSING_CHAR',
  'BAD_INDENT',
  'UNEXPECTED_TOKEN',
]);

/** Offset of `键：` or `键:值` on the line of the error or the one before: a colon that YAML does not see as one. */
function wrongColon(text: string, error: YAMLError): number | undefined {
  if (!colonErrors.has(error.code)) return undefined;
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const line = starts.findLastIndex((start) => start <= error.pos[0]);
  for (const start of [starts[line], starts[line - 1]]) {
    if (start === undefined) continue;
    const end = text.indexOf('\n', start);
    const match = /^(\s*(?:- +)?[\p{L}\p{N}_+-]+)(?:：|:(?=[^\s:]))/u.exec(text.slice(start, end < 0 ? undefined : end));
    if (match !== null) return start + (match[1]?.length ?? 0);
  }
  return undefined;
}

/** Anchors, aliases, tags and merge keys: each makes a text say what does not stand where it is read. */
function forbiddenNodes(document: Document, placeOf: (offset: number) => Place): Finding[] {
  const findings: Finding[] = [];
  visit(document, {
    Alias: (_key, node) => void findings.push(found('yaml_alias', placeOf(node.range?.[0] ?? 0))),
    Node: (_key, node) => {
      if (node.anchor !== undefined) findings.push(found('yaml_alias', placeOf(node.range?.[0] ?? 0)));
      if (node.tag !== undefined) findings.push(found('yaml_tag', placeOf(node.range?.[0] ?? 0)));
    },
    Pair: (_key, pair) => {
      if (isScalar(pair.key) && pair.key.value === '<<') findings.push(found('yaml_alias', placeOf(pair.key.range?.[0] ?? 0)));
    },
  });
  return findings.slice(0, yamlLimits.problems);
}

/** Counts brackets and `- ? :` runs roughly, before the recursive parser sees the text. Honest schemes stay below 15. */
function nestedTooDeep(text: string): boolean {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '[' || sign === '{') open++;
    else if (sign === ']' || sign === '}') open = Math.max(0, open - 1);
    if (open > yamlLimits.depth) return true;
  }
  let shallow = -1;
  let depth = 0;
  const indents: number[] = [];
  for (const line of text.split('\n')) {
    const lead = /^[ ]*/.exec(line)?.[0].length ?? 0;
    if (lead === line.length) continue;
    while (indents.length > 0 && (indents.at(-1) ?? 0) >= lead) indents.pop();
    indents.push(lead);
    const marks = /^(?:[-?:] +)*/.exec(line.slice(lead))?.[0].replace(/ +/g, '').length ?? 0;
    depth = indents.length + marks;
    if (depth > yamlLimits.depth) return true;
    shallow = Math.max(shallow, depth);
  }
  return false;
}

function placeAt(file: string, lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(1, line), column: Math.max(1, col) };
}

interface Parsed {
  readonly file: string;
  readonly text: string;
  readonly document: Document | undefined;
  readonly lines: LineCounter;
}

function positionsOf({ file, text, document, lines }: Parsed): Positions {
  const nodeAt = (path: Path): unknown => {
    let node: unknown = document?.contents ?? undefined;
    for (const step of path) node = childOf(node, step);
    return node;
  };
  const offsetAt = (path: Path): number => {
    for (let length = path.length; length >= 0; length--) {
      const range = rangeOf(nodeAt(path.slice(0, length)));
      if (range !== undefined) return range;
    }
    return 0;
  };
  const at = (offset: number, path: Path): Place => ({
    ...placeAt(file, lines, offset),
    ...(path.length === 0 ? {} : { path: pathInWords(path) }),
  });
  return {
    file,
    valueAt: (path) => at(offsetAt(path), path),
    insideText: (path, offset) => at(textOffset(text, nodeAt(path), offset) ?? offsetAt(path), path),
    keyAt: (path, key) => {
      const pair = pairOf(nodeAt(path), key);
      return at(rangeOf(pair?.key) ?? offsetAt(path), [...path, key]);
    },
    keysOf: (path) => {
      const node = nodeAt(path);
      return isMap(node) ? node.items.flatMap((pair) => (isScalar(pair.key) ? [String(pair.key.value)] : [])) : [];
    },
  };
}

const pairOf = (node: unknown, key: string) =>
  isMap(node) ? node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key) : undefined;

function childOf(node: unknown, step: string | number): unknown {
  if (isSeq(node)) return typeof step === 'number' ? node.items[step] : undefined;
  return pairOf(node, String(step))?.value ?? undefined;
}

function rangeOf(node: unknown): number | undefined {
  if (isScalar(node) || isMap(node) || isSeq(node)) return node.range?.[0];
  return isPair(node) ? rangeOf(node.key) : undefined;
}

/**
 * Where a character of a text value stands in the file: as many characters that are no blanks come before it here as there. Escapes in
 * double quotes can shift the column, never the line of what follows on other lines.
 */
function textOffset(source: string, node: unknown, offset: number): number | undefined {
  if (!isScalar(node) || typeof node.value !== 'string' || node.range === undefined || node.range === null) return undefined;
  const [start, end] = node.range;
  const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
  let at = block ? source.indexOf('\n', start) + 1 : quoted ? start + 1 : start;
  let before = solid(node.value.slice(0, offset));
  while (at < end && (before > 0 || isBlank(source[at]))) {
    if (!isBlank(source[at])) before--;
    at++;
  }
  return at;
}

const isBlank = (sign: string | undefined): boolean => sign !== undefined && /\s/.test(sign);
/** Characters that are no blanks. */
const solid = (text: string): number => text.replace(/\s/g, '').length;

/** `indicators[2].formula` */
export const pathInWords = (path: Path): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
