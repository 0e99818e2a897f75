/** What the command line prints: results on standard output, progress and findings on standard error, so that `--json` can be piped. */
import { type Finding, findingInWords } from '@muheng/finding';

export interface Console {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** A line of progress; silent with --quiet. */
  readonly progress: (text: string) => void;
}

export function consoleFor(quiet: boolean): Console {
  const err = (text: string): void => void process.stderr.write(`${text}\n`);
  return { out: (text) => void process.stdout.write(`${text}\n`), err, progress: quiet ? () => {} : (text) => err(`· ${text}`) };
}

const shown = 20;

/** Errors first; long lists are cut with a count, `--json` holds them all. */
export function printFindings(console: Console, findings: readonly Finding[]): void {
  const order = { error: 0, warning: 1, note: 2 } as const;
  const sorted = [...findings].sort((a, b) => order[a.severity] - order[b.severity]);
  for (const finding of sorted.slice(0, shown)) console.err(findingInWords(finding));
  if (sorted.length > shown) console.err(`… 另有 ${sorted.length - shown} 条，用 --json 查看全部。`);
}

/** Columns padded by the width Chinese characters take on a terminal. */
export function textTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, at) => Math.max(width(title), ...rows.map((row) => width(row[at] ?? ''))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => padded(cell, widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(header), widths.map((size) => '─'.repeat(size)).join('  '), ...rows.map(line)].join('\n');
}

const isNumber = (cell: string): boolean => /^[−+-]?[\d., ]+%?$/.test(cell);
const padded = (cell: string, size: number): string => {
  const gap = ' '.repeat(Math.max(0, size - width(cell)));
  return isNumber(cell) ? gap + cell : cell + gap;
};
const width = (text: string): number =>
  [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2e7f || char === '─' ? (char === '─' ? 1 : 2) : 1), 0);
