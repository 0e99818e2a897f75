/** 运行日志 — what happened, never with whom by name: no addresses of pages with their queries, no bodies, no cookies. @source trust R38 */
import { type DestinationStream, type Logger, pino } from 'pino';

export function openLog(to?: DestinationStream): Logger {
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => (error instanceof Error ? errorWords(error) : error) },
    },
    to ?? pino.destination(1),
  );
}

interface ErrorWords {
  readonly type: string;
  readonly code?: string;
  readonly message?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly stack: string;
}

/** An error of the database carries values of rows in its message and detail: those stay out. */
export function errorWords(error: unknown): ErrorWords {
  if (!(error instanceof Error)) return { type: typeof error, stack: '' };
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
  const text = (key: string): string | undefined => {
    const value: unknown = Object.entries(error).find(([name]) => name === key)?.[1];
    return typeof value === 'string' ? value : undefined;
  };
  const words = {
    type: error.name,
    stack,
    ...only({ code: text('code'), table: text('table'), constraint: text('constraint') }),
  };
  const fromDatabase = text('severity') !== undefined;
  return fromDatabase || error.name === 'ZodError' ? words : { ...words, message: error.message };
}

const only = (fields: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
