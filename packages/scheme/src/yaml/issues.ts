/**
 * 格式问题 — what zod found wrong with the shape, as findings with line and column and a remedy. Of a choice between several forms
 * the one that the author most likely meant is reported, not all of them.
 */
import type { Finding } from '@muheng/finding';
import type { z } from 'zod';
import { found } from '../texts.zh.js';
import type { Path, Positions } from './document.js';
import { pathInWords } from './document.js';
import { type JsonSchema, keysAllowedAt } from './keys.js';
import { nearest } from './near.js';
import { unsaidCode } from './unsaid.js';
import { typeWords } from './words-of-types.zh.js';

type Issue = z.core.$ZodIssue;

const mostProblems = 60;

export interface ShapeReading {
  readonly issues: readonly Issue[];
  readonly value: unknown;
  readonly positions: Positions;
  /** JSON Schema of the shape, for the names that are allowed at a place. */
  readonly schema: JsonSchema;
}

export function findingsOfIssues(reading: ShapeReading): Finding[] {
  const findings = reading.issues.flatMap((issue) => findingsOfIssue(issue, [], reading));
  return findings.slice(0, mostProblems);
}

function findingsOfIssue(issue: Issue, above: Path, reading: ShapeReading): Finding[] {
  const path = [...above, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, reading));
  if (issue.code === 'invalid_union') return ofUnion(issue, path, reading);
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element') return [badKey(issue, path, reading)];
  const given = valueAt(reading.value, path);
  if (given === undefined) return [missingKey(path, reading)];
  return [
    found('value_wrong', reading.positions.valueAt(path), {
      path: pathInWords(path),
      given: shown(given),
      wanted: wish(wantedOf(issue)),
    }),
  ];
}

function unknownKey(key: string, path: Path, reading: ShapeReading): Finding {
  const allowed = keysAllowedAt(reading.schema, path, reading.value);
  const near = nearest(key, allowed);
  const hint = key.includes('：')
    ? '冒号要用半角 : ，后面空一格。'
    : near !== undefined
      ? `是不是“${near}”？`
      : allowed.length > 0 && allowed.length <= 24
        ? `这里可以写：${allowed.join('、')}。`
        : '';
  return found('key_unknown', reading.positions.keyAt(path, key), { key, hint });
}

function missingKey(path: Path, reading: ShapeReading): Finding {
  const key = String(path.at(-1) ?? '');
  return found(unsaidCode(path), reading.positions.valueAt(path.slice(0, -1)), {
    key,
    path: pathInWords(path.slice(0, -1)) || '文件',
  });
}

function badKey(issue: Issue, path: Path, reading: ShapeReading): Finding {
  const key = String(path.at(-1) ?? '');
  const reason = 'issues' in issue && issue.issues[0] !== undefined ? issue.issues[0].message : '';
  return found('key_wrong', reading.positions.keyAt(path.slice(0, -1), key), { key, reason: chinese(reason) });
}

/** The form with the lightest trouble; a wrong `by`/`from` word is named with the words that are allowed. */
function ofUnion(issue: Extract<Issue, { code: 'invalid_union' }>, path: Path, reading: ShapeReading): Finding[] {
  const given = valueAt(reading.value, path);
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
  if (given === undefined) return [missingKey(path, reading)];
  if (issue.errors.length === 0) {
    const near = nearest(String(given), options);
    const wanted = `${options.join('、')} 之一${near === undefined ? '' : `，是不是 ${near}？`}`;
    return [
      found('value_wrong', reading.positions.valueAt(path), {
        path: pathInWords(path),
        given: shown(given),
        wanted: wish(wanted),
      }),
    ];
  }
  const [best] = [...issue.errors].sort((a, b) => troubleOf(a, given) - troubleOf(b, given));
  if (best === undefined || best.some((inner) => isKindError(inner))) {
    const wanted = wantedOf(issue);
    return [
      found('value_wrong', reading.positions.valueAt(path), {
        path: pathInWords(path),
        given: shown(given),
        wanted: wish(wanted),
      }),
    ];
  }
  return best.flatMap((inner) => findingsOfIssue(inner, path, reading));
}

const isKindError = (issue: Issue): boolean =>
  issue.path.length === 0 && issue.code !== 'unrecognized_keys' && !nestedChoice(issue);
const nestedChoice = (issue: Issue): boolean =>
  issue.code === 'invalid_union' && issue.errors.some((errors) => !errors.some(isKindError));

function troubleOf(issues: readonly Issue[], given: unknown): number {
  let trouble = 0;
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') trouble += 5 * issue.keys.length;
    else if (isKindError(issue)) trouble += 100;
    else if (nestedChoice(issue) && issue.path.length === 0)
      trouble += Math.min(...nestedErrors(issue).map((errors) => troubleOf(errors, given)));
    else
      trouble +=
        valueAt(
          given,
          issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
        ) === undefined
          ? 1
          : 4;
  }
  return trouble;
}

const nestedErrors = (issue: Issue): readonly (readonly Issue[])[] => (issue.code === 'invalid_union' ? issue.errors : []);

/** A sentence: “这里应当是…”, or “请写成…”. */
const wish = (wanted: string): string => (wanted.startsWith('写成') ? `请${wanted}` : `这里应当是${wanted}`);

/** The shape's own words, or those of its kind. */
function wantedOf(issue: Issue): string {
  const own = chinese(issue.message);
  if (own !== '') return own;
  switch (issue.code) {
    case 'invalid_type':
      return typeWords[issue.expected] ?? '另一种写法';
    case 'invalid_value':
      return issue.values.length === 1 ? `“${String(issue.values[0])}”` : `${issue.values.map(String).join('、')} 之一`;
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `${issue.inclusive === false ? '大于' : '不小于'} ${String(issue.minimum)} 的数`
        : `至少 ${String(issue.minimum)} ${measureOf(issue.origin)}`;
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `${issue.inclusive === false ? '小于' : '不大于'} ${String(issue.maximum)} 的数`
        : `至多 ${String(issue.maximum)} ${measureOf(issue.origin)}`;
    case 'invalid_union': {
      const words = issue.errors.flatMap((errors) => errors.filter(isKindError).map(wantedOf));
      return [...new Set(words)].join('，或') || '另一种写法';
    }
    default:
      return '规定的写法';
  }
}

const measureOf = (origin: string): string => (origin === 'string' ? '个字' : '项');

/** Our own messages are Chinese; the library's English ones are not shown. */
const chinese = (message: string): string => (/[\u4e00-\u9fff]/.test(message) ? message : '');

function valueAt(value: unknown, path: Path): unknown {
  let node = value;
  for (const step of path) {
    if (typeof node !== 'object' || node === null) return undefined;
    node = Object.entries(node).find(([key]) => key === String(step))?.[1];
  }
  return node;
}

/** A value as the author wrote it, short. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
