/** 单元格的值 — the one way a value is drawn in grids, lists and pages. */
import type { ReactNode } from 'react';
import './ValueCell.css';
import { absenceWords, formatDate, formatNumber, isAbsent, type Value, type ValueKind } from './values.js';

interface Shown {
  readonly value: Value;
  readonly kind: ValueKind;
  readonly decimals?: number | undefined;
}

export function ValueCell({ value, kind, decimals }: Shown): ReactNode {
  if (value === null || value === '') return <span className="absent absent-blank">—</span>;
  if (isAbsent(value)) {
    const { mark, meaning } = absenceWords[value.absent];
    return (
      <span className={`absent absent-${value.absent}`} title={meaning}>
        {mark}
      </span>
    );
  }
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (kind === 'number') return <NumberText text={formatNumber(value, decimals)} />;
  if (kind === 'date') return formatDate(String(value));
  return String(value);
}

function NumberText({ text }: { readonly text: string }): ReactNode {
  if (/^0(?:\.0*)?$/.test(text)) return <span className="zero">{text}</span>;
  return text.startsWith('-') ? <span className="below-zero">−{text.slice(1)}</span> : text;
}
