/** The words of a command: one table of options for all commands, read by Node's own parser. Unknown words are usage trouble. */
import { parseArgs } from 'node:util';
import { UsageTrouble } from './exits.js';

const texts = [
  'scheme',
  'year',
  'subject',
  'grade',
  'viewer',
  'seed',
  'draws',
  'weights',
  'with-scheme',
  'with-year',
  'id',
  'title',
  'place',
  'region',
  'office',
  'work',
  'salt',
  'against',
  'mapping',
  'write-mapping',
  'last-year',
] as const;
const lists = ['facts', 'files', 'table', 'use', 'out', 'with-facts', 'with-table'] as const;
const flags = ['json', 'quiet', 'strict', 'accept-good-rows', 'help'] as const;

export type TextOption = (typeof texts)[number];
export type ListOption = (typeof lists)[number];
export interface Options {
  readonly text: Readonly<Partial<Record<TextOption, string>>>;
  readonly list: Readonly<Record<ListOption, readonly string[]>>;
  readonly flag: Readonly<Record<(typeof flags)[number], boolean>>;
  /** Words without a dash. */
  readonly words: readonly string[];
}

export function readOptions(args: readonly string[]): Options {
  try {
    const parsed = parseArgs({ args: spreadLists(args), options: definitions, allowPositionals: true, strict: true });
    const values: Readonly<Record<string, unknown>> = parsed.values;
    return {
      text: Object.fromEntries(
        texts.flatMap((name) => {
          const value = values[name];
          return typeof value === 'string' ? [[name, value]] : [];
        }),
      ),
      list: {
        facts: many(values.facts),
        files: many(values.files),
        table: many(values.table),
        use: many(values.use),
        out: many(values.out),
        'with-facts': many(values['with-facts']),
        'with-table': many(values['with-table']),
      },
      flag: {
        json: values.json === true,
        quiet: values.quiet === true,
        strict: values.strict === true,
        'accept-good-rows': values['accept-good-rows'] === true,
        help: values.help === true,
      },
      words: parsed.positionals,
    };
  } catch (error) {
    throw new UsageTrouble(optionTrouble(error));
  }
}

/** Node's parser speaks English: its codes in Chinese, with the word it stumbled over. */
function optionTrouble(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : '';
  const word = /'(-[^' <]*)/.exec(error.message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有选项 ${word}。`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return /does not take/.test(error.message) ? `选项 ${word} 后面不带值。` : `选项 ${word} 缺少值。`;
  return error.message;
}

const definitions = {
  ...Object.fromEntries(texts.map((name) => [name, { type: 'string' as const }])),
  ...Object.fromEntries(lists.map((name) => [name, { type: 'string' as const, multiple: true as const }])),
  json: { type: 'boolean' as const },
  quiet: { type: 'boolean' as const, short: 'q' },
  strict: { type: 'boolean' as const },
  'accept-good-rows': { type: 'boolean' as const },
  help: { type: 'boolean' as const, short: 'h' },
};
const many = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** `--facts a.csv b.csv` means `--facts a.csv --facts b.csv`; what `--use` names is no file, and a file may follow it. */
function spreadLists(args: readonly string[]): string[] {
  const spread: string[] = [];
  let list: string | null = null;
  for (const [at, word] of args.entries()) {
    if (word.startsWith('-')) {
      const name = word.replace(/^--/, '').split('=')[0] ?? '';
      list = name !== 'use' && lists.some((known) => known === name) && !word.includes('=') ? word : null;
      spread.push(word);
    } else {
      if (list !== null && args[at - 1] !== list) spread.push(list);
      spread.push(word);
    }
  }
  return spread;
}

export function needed(options: Options, name: TextOption): string {
  const value = options.text[name];
  if (value === undefined || value === '') throw new UsageTrouble(`缺少 --${name}。`);
  return value;
}

/** A whole number, or undefined when the option is not given. */
export function wholeNumber(options: Options, name: TextOption): number | undefined {
  const value = options.text[name];
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new UsageTrouble(`--${name} 应为整数，收到“${value}”。`);
  return Number(value);
}
