/** The looks that sheets and pages share. */
import type { CellStyle } from 'hucre';

/** `#rrggbb`. */
export interface Tint {
  readonly colour: string;
  readonly background: string;
}

const thin = { style: 'thin', color: { rgb: 'C9D1DC' } } as const;
export const borders = { top: thin, bottom: thin, left: thin, right: thin };
export const headStyle: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF7' } },
  alignment: { wrapText: true, vertical: 'center', horizontal: 'center' },
  border: borders,
};
export const titleStyle: CellStyle = { font: { bold: true, size: 15 } };
export const subtitleStyle: CellStyle = { font: { size: 10, color: { rgb: '4B5563' } } };
export const hex = (colour: string): string => colour.replace('#', '').toUpperCase();
