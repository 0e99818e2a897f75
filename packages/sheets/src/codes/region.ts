/**
 * 行政区划代码 — a code of GB/T 2260 on a day: districts are set up, renamed and abolished, and a code means something only in its time.
 * Areas that an office defines (开发区, 街道) stand beside them with spans of their own. Read `readRegion`.
 * @source GB/T 2260; R83
 */
export interface RegionRow {
  readonly code: string;
  readonly name: string;
  /** First day, ISO; empty: before all that is looked at. */
  readonly from: string;
  /** Last day, ISO; empty: still. */
  readonly to: string;
  /** What it went into. */
  readonly into: readonly string[];
  /** `office`: an area that the office defined. */
  readonly by: 'national' | 'office';
}

export type RegionReading =
  | { readonly kind: 'known'; readonly row: RegionRow }
  /** The code is of another time: `into` says where it went, for a person to choose. */
  | { readonly kind: 'abolished'; readonly row: RegionRow }
  | { readonly kind: 'not_yet'; readonly row: RegionRow }
  | { readonly kind: 'unknown' };

/** `day` is ISO. A code may have several rows that do not overlap: a code that was given again. */
export function readRegion(rows: readonly RegionRow[], cell: string | number, day: string): RegionReading {
  const code = String(cell).normalize('NFKC').replace(/\s+/g, '');
  const own = rows.filter((row) => row.code === code);
  const row = own.find(({ from, to }) => from <= day && (to === '' || day <= to));
  if (row !== undefined) return { kind: 'known', row };
  const ended = own.filter(({ to }) => to !== '' && to < day).sort((a, b) => (a.to < b.to ? 1 : -1))[0];
  if (ended !== undefined) return { kind: 'abolished', row: ended };
  return own[0] === undefined ? { kind: 'unknown' } : { kind: 'not_yet', row: own[0] };
}
