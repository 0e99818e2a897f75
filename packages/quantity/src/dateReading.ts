/**
 * 日期写法 — what a text or a serial number in a date column says. Ten notations are one day each; 03/04/2025 and 25-3-1 have two
 * readings and are refused. Read `readDate` first; `parseDate` of dates.ts knows the year-first notations.
 */
import { dayNumber, parseDate } from './dates.js';

/** 1900 or 1904 — where a workbook begins to count days. */
export type DateSystem = '1900' | '1904';

export type DateReading =
  | { readonly kind: 'date'; readonly day: number; readonly note?: DateNote }
  | { readonly kind: 'blank' }
  /** 长期、至今: no end. */
  | { readonly kind: 'open' }
  | { readonly kind: 'trouble'; readonly why: DateTrouble };

/** What a person should know: 24年 was read as 2024; a time of day was dropped; a serial number or Chinese numerals were read. */
export type DateNote = 'two_digit_year' | 'time_dropped' | 'serial' | 'chinese_numerals';

export type DateTrouble =
  | 'not_a_date'
  /** 03/04/2025, 25-3-1. */
  | 'order_ambiguous'
  /** 2025年3月: which day? */
  | 'day_missing'
  /** 2025-02-30. */
  | 'no_such_day'
  /** Serial 60 of the 1900 system is 29 February 1900, a day that never was. */
  | 'serial_60'
  /** A small number may be anything. */
  | 'serial_unlikely';

const trouble = (why: DateTrouble): DateReading => ({ kind: 'trouble', why });

/** 2025-03-01, 2025/3/1, 2025.3.1, 2025年3月1日(号), 20250301, 二〇二五年三月一日, 24年7月5日, any of them with a time, and serials. */
export function readDate(cell: string | number, system: DateSystem = '1900'): DateReading {
  if (typeof cell === 'number') return readSerial(cell, system);
  const plain = cell
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim();
  if (plain === '') return { kind: 'blank' };
  if (openEnds.has(plain)) return { kind: 'open' };
  const timed = /^(.*?\d[日号]?)(?:[T ]\s*)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/.exec(plain);
  const text = plainDigits((timed?.[1] ?? plain).replace(/ ?(?:星期|周)[一二三四五六日天]$/, ''));
  const reading = noted(readDay(text.replace(/\s+/g, '')), text !== plain && /^[〇零○一二三四五六七八九]{4}年/.test(plain));
  const midnight = timed === null || /^0+$/.test(`${timed[2]}${timed[3]}${timed[4] ?? ''}`);
  return reading.kind === 'date' && !midnight ? { ...reading, note: reading.note ?? 'time_dropped' } : reading;
}

const openEnds: ReadonlySet<string> = new Set(['长期', '长期有效', '至今', '永久', '永久有效', '无固定期限', '长期至今']);

const noted = (reading: DateReading, chinese: boolean): DateReading =>
  chinese && reading.kind === 'date' ? { ...reading, note: 'chinese_numerals' } : reading;

/** 98年 was founded long ago, 45年 is when a lease ends. */
const centuryOf = (short: number): number => (short < 50 ? 2000 : 1900);

function readDay(text: string): DateReading {
  const day = parseDate(text);
  if (day !== undefined) return { kind: 'date', day };
  const short = /^(\d{2})年(\d{1,2})月(\d{1,2})[日号]?$/.exec(text);
  if (short !== null)
    return made(centuryOf(Number(short[1])) + Number(short[1]), Number(short[2]), Number(short[3]), 'two_digit_year');
  const bare = /^(\d{4})年(\d{1,2})月(\d{1,2})$/.exec(text);
  if (bare !== null) return made(Number(bare[1]), Number(bare[2]), Number(bare[3]));
  if (/^\d{4}(?:([-/.])\d{1,2}\1\d{1,2}|年\d{1,2}月\d{1,2}[日号]?)$/.test(text) || /^(?:19|20)\d{6}$/.test(text))
    return trouble('no_such_day');
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(text)) return trouble('order_ambiguous');
  if (/^\d{4}(?:[-/.]|年)\d{1,2}月?$/.test(text) || /^\d{4}年?$/.test(text)) return trouble('day_missing');
  return /^\d{5}(?:\.\d+)?$/.test(text) ? readSerial(Number(text), '1900') : trouble('not_a_date');
}

function made(year: number, month: number, date: number, note?: DateNote): DateReading {
  const day = dayNumber(year, month, date);
  return day === undefined ? trouble('no_such_day') : { kind: 'date', day, ...(note === undefined ? {} : { note }) };
}

/** Day number of serial 0: 1899-12-30 for serials from 61 on (Excel counts a 29 February 1900), 1904-01-01. */
const origin1900 = -25_569;
const origin1904 = -24_107;
/** 9999-12-31. */
const lastDay = 2_932_896;

/**
 * 序列号 — the day of a serial number of either system, as Excel shows it. Serials 1 to 59 of the 1900 system are 1 January to
 * 28 February 1900, 60 is no day, 61 is 1 March 1900. `undefined` outside 1900–9999.
 */
export function serialDay(serial: number, system: DateSystem): number | undefined {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < 0) return undefined;
  if (system === '1904') return whole + origin1904 > lastDay ? undefined : whole + origin1904;
  if (whole === 60 || whole === 0) return undefined;
  const day = whole < 60 ? whole + origin1900 + 1 : whole + origin1900;
  return day > lastDay ? undefined : day;
}

/** A bare number in a date column, without a date format that vouches for it: only 1954 to 2064 is believed. */
function readSerial(serial: number, system: DateSystem): DateReading {
  if (serial === 60 && system === '1900') return trouble('serial_60');
  if (Number.isInteger(serial) && serial >= 19_000_101 && serial <= 29_991_231) return readDay(String(serial));
  const least = system === '1904' ? 20_000 - 1_462 : 20_000;
  const day = serial >= least && serial <= 60_000 ? serialDay(serial, system) : undefined;
  return day === undefined
    ? trouble(Number.isInteger(serial) && serial >= 1900 && serial <= 2100 ? 'day_missing' : 'serial_unlikely')
    : { kind: 'date', day, note: 'serial' };
}

const chineseDigits = '〇一二三四五六七八九';

/** 二〇二五年三月十一日 → 2025年3月11日; texts without Chinese numerals stay. */
function plainDigits(text: string): string {
  if (!/^[〇零○一二三四五六七八九]{4}年/.test(text)) return text;
  return text
    .replace(/[零○]/g, '〇')
    .replace(/^[〇一二三四五六七八九]{4}/, (year) => [...year].map((digit) => chineseDigits.indexOf(digit)).join(''))
    .replace(
      /([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)(?=[月日号])/g,
      (whole, tens: string, ten: string, ones: string) => {
        if (whole === '') return '';
        if (ten === '') return String(chineseDigits.indexOf(tens === '' ? ones : tens));
        return String((tens === '' ? 1 : chineseDigits.indexOf(tens)) * 10 + (ones === '' ? 0 : chineseDigits.indexOf(ones)));
      },
    );
}
