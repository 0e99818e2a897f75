/** 线值 — the lines of a cut by threshold: numbers, or numbers with a unit, best grade first; the last grade takes the rest. */
import { convert, convertible, parseUnit, type Unit } from '@muheng/quantity';
import type { GradeClass } from '../model.js';
import type { Path } from '../yaml/document.js';
import { allOf, type Reading } from './reading.js';

interface LineScope {
  readonly path: Path;
  /** Of the formula that is compared with the lines. */
  readonly unit: Unit;
  readonly classes: readonly GradeClass[];
}

export function readLines(
  reading: Reading,
  file: Readonly<Record<string, number | string>>,
  scope: LineScope,
): Map<string, number | 'rest'> {
  const keys = scope.classes.map(({ key }) => key);
  const lines = new Map<string, number | 'rest'>();
  for (const grade of Object.keys(file)) {
    if (!keys.includes(grade))
      reading.report('grade_unknown', [...scope.path, grade], { name: grade, hint: allOf('类别', keys) });
  }
  const written = new Map(Object.entries(file));
  for (const grade of keys) {
    const line = written.get(grade);
    if (line === undefined) continue;
    const value = line === 'rest' ? 'rest' : lineValue(line, scope.unit, reading);
    if (value === undefined) reading.report('line_unreadable', [...scope.path, grade], { grade, line, unit: scope.unit.text });
    else lines.set(grade, value);
  }
  return lines;
}

/** A bare number is in the unit of what is compared. */
function lineValue(line: number | string, unit: Unit, reading: Reading): number | undefined {
  if (typeof line === 'number') return line;
  const [, digits, text = ''] = /^(-?\d+(?:\.\d+)?)\s*(.*)$/s.exec(line.trim()) ?? [];
  if (digits === undefined) return undefined;
  const given = text === '' ? unit : parseUnit(text, { mu: reading.mu });
  return given !== undefined && convertible(given, unit) ? convert(Number(digits), given, unit) : undefined;
}
