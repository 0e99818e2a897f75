/**
 * `docs/demands.yaml`: which demand is due when, and which test shows it. Read `parseDemands`, then `writeTests`.
 * Tests name demands at the start of their titles: `[S36]`, `[S1, S2]`, `[S1–S5]`.
 */
import ts from 'typescript';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type CodeFile, type Repository, walk } from './repository.js';

export const demandsFile = 'docs/demands.yaml';

const entryShape = z.strictObject({
  id: z.string().regex(/^(?:(?:TZ|XZ|LH|CF|WZ|ALL)-|[SR])\d+$/),
  demand: z.string().min(10),
  clause: z.string().min(1),
  due: z.string(),
  path: z.string().min(10),
  negative: z.string().min(10),
  test: z.array(z.string()),
});
const fileShape = z.strictObject({ now: z.string(), milestones: z.record(z.string(), z.string()), demands: z.array(entryShape) });

export type Demand = z.infer<typeof entryShape> & { readonly line: number };

export interface Demands {
  readonly now: string;
  /** In the order in which they fall due. */
  readonly milestones: readonly string[];
  readonly demands: readonly Demand[];
}

/** Throws when the file has another shape: it is ours, not a user's. */
export function parseDemands(text: string): Demands {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const content = fileShape.parse(document.toJS());
  const entries = document.get('demands');
  const offsets = isSeq(entries) ? entries.items.map((item) => (isMap(item) ? (item.range?.[0] ?? 0) : 0)) : [];
  const demands = content.demands.map((demand, index) => ({ ...demand, line: counter.linePos(offsets[index] ?? 0).line }));
  return { now: content.now, milestones: milestoneOrder(document.get('milestones')), demands };
}

/** Demand ID → paths of the test files that carry it in a title, sorted. */
export function findTests(repository: Repository): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const file of repository.code.filter((one) =>
    /^(?:packages|apps|tests|tools|catalog|e2e)\/.*\.test\.tsx?$/.test(one.path),
  )) {
    for (const id of titlesIn(file).flatMap(idsInTitle)) found.set(id, (found.get(id) ?? new Set()).add(file.path));
  }
  return new Map([...found].map(([id, paths]) => [id, [...paths].sort()]));
}

/** `[S1, S3–S5] …` → S1, S3, S4, S5. Brackets further on in a title do not count. */
export function idsInTitle(title: string): string[] {
  const inside = /^\[([^\]]+)\]/.exec(title)?.[1] ?? '';
  return inside.split(/[,、]\s*/).flatMap((part) => {
    const range = /^((?:(?:TZ|XZ|LH|CF|WZ|ALL)-|[SR]))(\d+)(?:\s*[–…-]\s*\1?(\d+))?$/.exec(part.trim());
    if (range === null) return [];
    const [, family = '', first = '', last = first] = range;
    const count = Math.max(0, Number(last) - Number(first) + 1);
    return Array.from({ length: Math.min(count, 200) }, (_, step) => `${family}${Number(first) + step}`);
  });
}

/** The same text with every `test:` field as the tests say; nothing else changes by a byte. */
export function writeTests(text: string, tests: ReadonlyMap<string, readonly string[]>): string {
  let id = '';
  const lines = text.split('\n').map((line) => {
    id = /^ {2}- id: (\S+)$/.exec(line)?.[1] ?? id;
    return /^ {4}test: \[.*\]$/.test(line) ? `    test: [${(tests.get(id) ?? []).join(', ')}]` : line;
  });
  return lines.join('\n');
}

function milestoneOrder(node: unknown): string[] {
  return isMap(node) ? node.items.flatMap((pair) => (isScalar(pair.key) ? [String(pair.key.value)] : [])) : [];
}

/** First arguments of `it`, `test`, `describe` and their `.each`, `.skipIf`, `.concurrent` forms. */
function titlesIn(file: CodeFile): string[] {
  const titles: string[] = [];
  walk(file.tree, (node) => {
    if (!ts.isCallExpression(node) || !/^(?:it|test|describe)\b/.test(node.expression.getText(file.tree))) return;
    const title = node.arguments[0];
    if (title === undefined) return;
    if (ts.isStringLiteralLike(title)) titles.push(title.text);
    else if (ts.isTemplateExpression(title)) titles.push(title.head.text);
  });
  return titles;
}
