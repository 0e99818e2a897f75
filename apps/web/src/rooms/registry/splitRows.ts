/** 可带走的登记 — rows of an enterprise that may go with a part that splits off, as words, ledger by ledger. Pure. */
import type { Answer } from '../../api/ask.js';
import { formatDecimal } from '../../furniture/values.js';
import { isNumeric, type LedgerRow, shownValue } from './ledgerRow.js';
import { type FieldForm, type LedgerForm, ledgerForms } from './ledgers.zh.js';
import { contactWords } from './words.zh.js';

type Full = Answer<'getSubject'>;

export interface SplitRow {
  readonly id: string;
  /** 用地（自有、承租、出租） */
  readonly ledger: string;
  readonly words: string;
}

/** The live credit code stays: the new one has its own; places, scale and industry are declared anew. */
export function splitRows(full: Full): SplitRow[] {
  const own = full.subject.subjectId;
  const of = (form: LedgerForm, rows: readonly LedgerRow[]): SplitRow[] =>
    rows.map((row) => ({ id: row.id, ledger: form.title, words: wordsOf(form, row) }));
  return [
    ...of(ledgerForms.occupancy, full.occupancies),
    ...of(ledgerForms.contract, full.contracts),
    ...of(ledgerForms.survey, full.surveys),
    ...of(ledgerForms.meter, full.meters),
    ...of(
      ledgerForms.meterShare,
      full.meterShares.filter((row) => row.subjectId === own),
    ),
    ...of(
      ledgerForms.identifier,
      full.identifiers.filter((row) => row.kind !== 'credit_code'),
    ),
    ...of(ledgerForms.title, full.titles),
    ...of(ledgerForms.status, full.statuses),
    ...of(ledgerForms.transition, full.transitions),
    ...of(ledgerForms.relation, full.relations),
    ...full.contacts.map((row) => ({ id: row.id, ledger: '联系人', words: `${contactWords[row.role]} ${row.nameMasked}` })),
  ];
}

const most = 6;
const unnamed: readonly FieldForm['kind'][] = ['yes', 'long', 'subject', 'parcel', 'region', 'meter'];

/** The first few values that people can read; ids only by the name behind them. */
const wordsOf = (form: LedgerForm, row: LedgerRow): string =>
  form.fields
    .filter((field) => field.formOnly !== true && (field.shownAs !== undefined || !unnamed.includes(field.kind)))
    .flatMap((field) => {
      const word = shownValue(field, row);
      return word === '' ? [] : [isNumeric(field) ? `${formatDecimal(word)} ${field.unit ?? ''}`.trim() : word];
    })
    .slice(0, most)
    .join('，');
