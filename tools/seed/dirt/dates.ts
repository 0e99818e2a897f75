/** Dirt in dates: ten notations and more. A CSV has its clean dates as 2024-03-05, a workbook as date cells. */
import type { CellValue } from '../table.js';
import type { CellDirt, CellPlace } from './cells.js';
import type { DirtName } from './kinds.js';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly iso: string;
}

const onDate = (kind: DirtName, change: (day: Day, place: CellPlace) => CellValue | undefined): CellDirt => ({
  kind,
  step: 1,
  stain: (value, place) => {
    if (typeof value !== 'object' || value === null || !('date' in value)) return undefined;
    const [year = 0, month = 0, day = 0] = value.date.split('-').map(Number);
    const became = change({ year, month, day, iso: value.date }, place);
    return became === undefined ? undefined : { value: became };
  },
});

const two = (number: number): string => String(number).padStart(2, '0');
const compact = ({ day, month, year }: Day): string => `${year}${two(month)}${two(day)}`;
const inWorkbook = (place: CellPlace): boolean => !place.format.startsWith('csv');

export const dateDirt: readonly CellDirt[] = [
  onDate('date_slash', ({ day, month, year }) => `${year}/${month}/${day}`),
  onDate('date_dot', ({ day, month, year }) => `${year}.${month}.${day}`),
  onDate('date_chinese', ({ day, month, year }) => `${year}年${month}月${day}日`),
  onDate('date_compact', compact),
  onDate('date_compact_number', (day, place) => (inWorkbook(place) ? Number(compact(day)) : undefined)),
  onDate('date_serial', ({ iso }, place) => (inWorkbook(place) ? serialOf(iso, place.date1904) : undefined)),
  onDate('date_with_time', ({ iso }) => `${iso} 00:00:00`),
  onDate('date_han', ({ day, month, year }) => `${hanYear(year)}年${hanNumber(month)}月${hanNumber(day)}日`),
  onDate('date_two_digit_year', ({ day, month, year }) => `${two(year % 100)}年${month}月${day}日`),
  onDate('date_month_only', ({ month, year }) => `${year}年${month}月`),
  onDate('date_ambiguous', ({ day, month, year }) =>
    day <= 12 && day !== month ? `${two(month)}/${two(day)}/${year}` : undefined,
  ),
  {
    kind: 'date_open',
    step: 1,
    stain: (value, { column, random }) =>
      value === null && column.header === '租赁止' ? { value: random.pick(['长期', '至今', '无固定期限']) } : undefined,
  },
];

/** Days since 1899-12-30 (for dates after February 1900), or since 1904-01-01. */
export function serialOf(iso: string, date1904: boolean): number {
  return Math.round(
    (Date.parse(`${iso}T00:00:00Z`) - Date.parse(date1904 ? '1904-01-01T00:00:00Z' : '1899-12-30T00:00:00Z')) / 86_400_000,
  );
}

const hanDigits = '〇一二三四五六七八九';
const hanYear = (year: number): string => [...String(year)].map((digit) => hanDigits[Number(digit)]).join('');

function hanNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens === 0 ? '' : tens === 1 ? '十' : `${hanDigits[tens]}十`}${ones === 0 ? '' : hanDigits[ones]}`;
}
