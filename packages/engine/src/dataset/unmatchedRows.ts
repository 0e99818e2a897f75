/**
 * 没有起作用的附表行 — rows of titles, events, decisions and lists whose words no rule of the scheme speaks of: a slip of writing
 * there silently costs points or lifts a veto. Only words are looked at; a row that is too old for a rule is no slip.
 */
import type { Finding } from '@muheng/finding';
import type { TypedNode } from '@muheng/formula';
import { formulasOf, type Scheme, sideTableFields } from '@muheng/scheme';
import { PRESENT } from '../absence.js';
import type { Dataset, SideColumns, SideTableId } from '../dataset.js';
import { found } from './texts.zh.js';

/** What a rule wants of a row's texts. */
type Wish =
  | { readonly kind: 'all' | 'some'; readonly of: readonly Wish[] }
  | { readonly kind: 'text'; readonly field: string; readonly texts: readonly string[] }
  | { readonly kind: 'anything' };

/** Fields that carry the words, by table. */
const wordFields: Readonly<Partial<Record<SideTableId, readonly string[]>>> = {
  titles: ['name', 'level'],
  events: ['kind', 'level'],
  decisions: ['matter'],
  lists: ['list'],
};

export function unmatchedRows(scheme: Scheme, dataset: Dataset): Finding[] {
  return [...dataset.tables].flatMap(([id, table]) => {
    const fields = wordFields[id];
    const wishes = fields === undefined ? [] : wishesOn(scheme, id);
    return fields === undefined || wishes.length === 0 ? [] : reportUnmatched(dataset, { id, table, fields, wishes });
  });
}

function wishesOn(scheme: Scheme, table: SideTableId): readonly Wish[] {
  const formulas = [
    ...formulasOf(scheme).map(({ formula }) => formula),
    ...[...scheme.facts.values()].flatMap((fact) => fact.formula ?? []),
  ];
  const asked = formulas
    .flatMap((formula) => formula.aggregates)
    .filter((node) => node.table === table)
    .map((node): Wish => (node.where === undefined ? { kind: 'anything' } : wishOf(node.where)));
  return [...asked, ...(table === 'titles' ? titleWishes(scheme) : []), ...(table === 'lists' ? listWishes(scheme) : [])];
}

const titleWishes = (scheme: Scheme): readonly Wish[] =>
  (scheme.bonus?.items ?? []).flatMap(({ source }): Wish[] =>
    source.from === 'titles'
      ? [
          {
            kind: 'all',
            of: [
              { kind: 'text', field: 'name', texts: source.names },
              { kind: 'text', field: 'level', texts: [...source.levels.keys()] },
            ],
          },
        ]
      : [],
  );

const listWishes = (scheme: Scheme): readonly Wish[] =>
  [...scheme.lists.values()]
    .filter((list) => list.entries.length === 0)
    .map((list): Wish => ({ kind: 'text', field: 'list', texts: [list.term, list.id] }));

/** What is not a plain comparison of a text field may hold of any row. */
function wishOf(node: TypedNode): Wish {
  if (node.kind === 'among' && isTextField(node.of)) return { kind: 'text', field: node.of.id, texts: node.texts };
  if (node.kind !== 'call') return { kind: 'anything' };
  if (node.op === 'and') return { kind: 'all', of: node.args.map(wishOf) };
  if (node.op === 'or') return { kind: 'some', of: node.args.map(wishOf) };
  const field = node.args.find(isTextField);
  const text = node.args.find((arg) => arg.kind === 'text');
  return node.op === 'equal' && field !== undefined && text !== undefined
    ? { kind: 'text', field: field.id, texts: [text.text] }
    : { kind: 'anything' };
}

const isTextField = (node: TypedNode): node is Extract<TypedNode, { readonly kind: 'name' }> =>
  node.kind === 'name' && node.from === 'field' && node.type === 'text';

/** Official ladders: a step the scheme does not speak of is no slip where it speaks of another one. */
const ladders: readonly ReadonlySet<string>[] = [
  new Set(['国家级', '省级', '市级', '县级', '区级', '县区级', '镇级']),
  new Set(['一般', '较大', '重大', '特别重大']),
];

type TextOf = (field: string) => string;

function grants(wish: Wish, textOf: TextOf): boolean {
  switch (wish.kind) {
    case 'anything':
      return true;
    case 'all':
      return wish.of.every((each) => grants(each, textOf));
    case 'some':
      return wish.of.some((each) => grants(each, textOf));
    case 'text': {
      const text = textOf(wish.field);
      return wish.texts.includes(text) || ladders.some((steps) => steps.has(text) && wish.texts.some((each) => steps.has(each)));
    }
  }
}

interface Checking {
  readonly id: SideTableId;
  readonly table: SideColumns;
  readonly fields: readonly string[];
  readonly wishes: readonly Wish[];
}

const examplesShown = 3;
const writingsShown = 12;

function reportUnmatched({ dictionary }: Pick<Dataset, 'dictionary'>, { id, table, fields, wishes }: Checking): Finding[] {
  const wanted = fields.filter((field) => textsWanted(wishes, field).length > 0);
  const examples = new Map<string, number>();
  let count = 0;
  for (let row = 0; row < table.rows; row++) {
    const textOf: TextOf = (field) => {
      const column = table.fields.get(field);
      return column === undefined || column.absence[row] !== PRESENT ? '' : (dictionary[column.values[row]!] ?? '');
    };
    if (wishes.some((wish) => grants(wish, textOf))) continue;
    count++;
    const words = `“${wanted.map((field) => textOf(field) || '空白').join(' ')}”`;
    examples.set(words, (examples.get(words) ?? 0) + 1);
  }
  if (count === 0) return [];
  const info = sideTableFields[id];
  const termOf = (field: string): string => info?.fields.find(([each]) => each === field)?.[1] ?? field;
  const known = wanted.map((field) => `${termOf(field)} ${shortened(textsWanted(wishes, field), writingsShown)}`);
  return [
    found(
      'side_rows_unmatched',
      {},
      {
        table: info?.term ?? id,
        count,
        fields: wanted.map(termOf).join('、'),
        examples: shortened([...examples.keys()], examplesShown),
        known: known.join('；'),
      },
    ),
  ];
}

const shortened = (texts: readonly string[], most: number): string =>
  texts.slice(0, most).join('、') + (texts.length > most ? ' 等' : '');

function textsWanted(wishes: readonly Wish[], field: string): readonly string[] {
  const texts = wishes.flatMap((wish): readonly string[] => {
    if (wish.kind === 'anything') return [];
    if (wish.kind === 'text') return wish.field === field ? wish.texts : [];
    return textsWanted(wish.of, field);
  });
  return [...new Set(texts)];
}
