/**
 * 用电量 — from the meters table: own + from others − to others, a shared meter by its split (S81, S87), in kWh.
 * A share that is not given is the whole meter.
 */
import type { Finding } from '@muheng/finding';
import { moreThan } from '@muheng/quantity';
import { type Column, MISSING, PRESENT } from '../../absence.js';
import { absentColumn, emptyColumn, put, putAbsent } from '../../columns.js';
import type { StageFrame } from '../stage.js';
import { found } from '../texts.zh.js';
import { withoutDust } from './netLand.js';

const kinds: readonly { readonly sign: 1 | -1; readonly words: readonly string[] }[] = [
  { sign: 1, words: ['自用', '自有', 'own'] },
  { sign: 1, words: ['转入', '转供入', '承租', 'from_others'] },
  { sign: -1, words: ['转出', '转供出', '出租', 'to_others'] },
];

export interface PowerUsed {
  readonly kWh: Column;
  readonly delivered: Uint8Array;
  readonly findings: readonly Finding[];
}

export function powerFromMeters(frame: StageFrame): PowerUsed | undefined {
  const table = frame.dataset.tables.get('meters');
  if (table === undefined || table.rows === 0) return undefined;
  const missing = absentColumn(table.rows, MISSING);
  const columnOf = (field: string): Column => table.fields.get(field) ?? missing;
  const [meter, kind, power, share] = [columnOf('meter'), columnOf('kind'), columnOf('power'), columnOf('share')];
  const signs = new Map(kinds.flatMap(({ sign, words }) => words.map((word) => [frame.codeOf(word), sign] as const)));
  const kWh = emptyColumn(frame.rows);
  const delivered = new Uint8Array(frame.rows);
  const gross = new Float64Array(frame.rows);
  const findings: Finding[] = [];
  const shares = new Map<number, number>();
  for (let row = 0; row < table.rows; row++) {
    const subject = table.subject[row]!;
    delivered[subject] = 1;
    const sign = kind.absence[row] === PRESENT ? signs.get(kind.values[row]!) : 1;
    const part = share.absence[row] === PRESENT ? share.values[row]! : 100;
    const name = meter.absence[row] === PRESENT ? frame.textOf(meter.values[row]!) : '未填户号';
    if (sign === undefined) {
      findings.push(
        found(
          'meter_kind_unknown',
          { subject: frame.dataset.subjects[subject]! },
          { meter: name, kind: frame.textOf(kind.values[row]!) },
        ),
      );
      continue;
    }
    if (meter.absence[row] === PRESENT && share.absence[row] === PRESENT && sign > 0)
      shares.set(meter.values[row]!, (shares.get(meter.values[row]!) ?? 0) + part);
    if (kWh.absence[subject] !== PRESENT) continue;
    if (power.absence[row] !== PRESENT) putAbsent(kWh, subject, power.absence[row]!);
    else put(kWh, subject, kWh.values[subject]! + (sign * power.values[row]! * part) / 100);
    gross[subject]! += Math.abs((power.values[row]! * part) / 100);
  }
  for (let row = 0; row < gross.length; row++) kWh.values[row] = withoutDust(kWh.values[row]!, gross[row]!);
  for (const [code, sum] of shares)
    if (moreThan(sum, 100)) findings.push(found('meter_over_shared', {}, { meter: frame.textOf(code), sum }));
  return { kWh, delivered, findings };
}
