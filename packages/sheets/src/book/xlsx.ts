/** .xlsx — the parts of a workbook in their order: relationships, list of sheets, texts, formats, then sheet by sheet. */
import type { DateSystem } from '@muheng/quantity';
import type { Archive, Entry } from '../archive/directory.js';
import { CannotRead } from '../cannotRead.js';
import type { Limits } from '../limits.js';
import type { Book, BookSheet } from './book.js';
import { checkPrologue, type Package, type Relation, readPart, readRelations } from './parts.js';
import { readSharedTexts } from './sharedTexts.js';
import { readStyles } from './styles.js';
import { type WorkbookFacts, Worksheet } from './worksheet.js';
import { attribute, attributeOn } from './xml.js';

/** Raises CannotRead. Hidden sheets are listed without their rows. */
export async function readXlsxBook(archive: Archive, limits: Limits): Promise<Book> {
  const from: Package = { archive, limits, budget: { left: limits.inflatedBytes } };
  const read = new Set<string>();
  const part = (name: string): Entry | undefined => {
    const entry = archive.find(name);
    if (entry !== undefined) read.add(entry.name);
    return entry;
  };
  const main =
    [...(await readRelations(from, '')).values()].find((relation) => relation.type === 'officeDocument')?.target ??
    'xl/workbook.xml';
  const mainEntry = part(main);
  if (mainEntry === undefined) throw new CannotRead('file_not_readable', { why: '压缩包中没有工作簿' });
  const list = await readWorkbookPart(from, mainEntry);
  if (list.sheets.length > limits.sheets) throw new CannotRead('sheet_too_many_sheets', { most: limits.sheets });
  const relations = await readRelations(from, mainEntry.name);
  const ofType = (type: string): Entry | undefined => {
    const relation = [...relations.values()].find((one) => one.type === type && !one.external);
    return relation === undefined ? undefined : part(relation.target);
  };
  const texts = ofType('sharedStrings');
  const styles = ofType('styles');
  const facts: WorkbookFacts = {
    shared: texts === undefined ? [] : await readSharedTexts(from, texts),
    formats: styles === undefined ? new Uint8Array() : await readStyles(from, styles),
    dateSystem: list.dateSystem,
    limits,
    cells: { left: limits.cells },
  };
  const sheets: BookSheet[] = [];
  for (const sheet of list.sheets)
    sheets.push(await readSheet(from, { sheet, relation: relations.get(sheet.relation), facts, part }));
  for (const entry of archive.entries)
    if (/\.(xml|rels|vml)$/i.test(entry.name) && !read.has(entry.name)) await checkPrologue(from, entry);
  return { sheets, dateSystem: list.dateSystem, formulasSeen: true };
}

interface ListedSheet {
  readonly name: string;
  readonly visibility: BookSheet['visibility'];
  readonly relation: string;
}

async function readWorkbookPart(
  from: Package,
  entry: Entry,
): Promise<{ sheets: readonly ListedSheet[]; dateSystem: DateSystem }> {
  const sheets: ListedSheet[] = [];
  let dateSystem: DateSystem = '1900';
  await readPart(from, entry, {
    wantsText: false,
    open(name, attributes) {
      if (name === 'workbookPr' && attributeOn(attributes, 'date1904')) dateSystem = '1904';
      if (name !== 'sheet') return;
      const state = attribute(attributes, 'state');
      sheets.push({
        name: attribute(attributes, 'name') ?? '',
        visibility: state === 'hidden' ? 'hidden' : state === 'veryHidden' ? 'very_hidden' : 'visible',
        relation: attribute(attributes, 'id') ?? '',
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { sheets, dateSystem };
}

interface SheetToRead {
  readonly sheet: ListedSheet;
  readonly relation: Relation | undefined;
  readonly facts: WorkbookFacts;
  readonly part: (name: string) => Entry | undefined;
}

async function readSheet(from: Package, { sheet, relation, facts, part }: SheetToRead): Promise<BookSheet> {
  const empty = {
    name: sheet.name,
    visibility: sheet.visibility,
    rows: [],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    far: undefined,
  };
  const entry = relation === undefined ? undefined : part(relation.target);
  if (relation?.type !== 'worksheet' || sheet.visibility !== 'visible') return empty;
  if (entry === undefined) throw new CannotRead('file_not_readable', { why: `工作表“${sheet.name}”的内容不在文件中` });
  const reader = new Worksheet(facts);
  try {
    await readPart(from, entry, reader);
  } catch (error) {
    if (error instanceof CannotRead) throw new CannotRead(error.code, error.blanks, { sheet: sheet.name, ...error.where });
    throw error;
  }
  const { rows, merges, hiddenRows, hiddenColumns, far } = reader;
  return { ...empty, rows, merges, hiddenRows, hiddenColumns, far };
}
