/**
 * 依据引了哪些文件 — a basis is written as officials write it (文号, or 《标题》, and a clause); here it meets the library, so that a rule or a
 * task that rests on what is void, superseded or not yet in force says so wherever it is read or chosen. @source ALL-7
 */
import { businessDay } from '../../forms/day.js';
import type { Reading } from '../../forms/route.js';
import type { Cited } from './contract.js';
import { listCitable } from './queries/documents.js';
import { standingOn } from './standing.js';

/** For each text the documents it names, in the order of the text. */
export async function citedBy(
  { tx, actor, house }: Reading,
  texts: readonly string[],
  on = businessDay(house.now()),
): Promise<Cited[][]> {
  if (texts.every((text) => text === '')) return texts.map(() => []);
  const library = (await listCitable(tx, actor.officeId)).map((row): Cited => {
    const { state, valid, words } = standingOn(row, on);
    return { documentId: row.document_id, number: row.number, title: row.title, state, valid, standingWords: words };
  });
  const cite = citing(library);
  return texts.map(cite);
}

interface Name {
  readonly words: string;
  readonly cited: Cited;
}

/**
 * A number is taken before a title, a longer one before a shorter one that it ends in. Of documents that share a title, the one that
 * holds: who writes the title means that. The library is made ready once for many texts.
 */
export function citing(library: readonly Cited[]): (text: string) => Cited[] {
  const numbers = library
    .filter(({ number }) => number !== '')
    .map((cited): Name => ({ words: plain(cited.number), cited }))
    .sort((a, b) => b.words.length - a.words.length);
  const titles = library
    .map((cited): Name => ({ words: plain(inMarks(cited.title)), cited }))
    .sort((a, b) => b.words.length - a.words.length || Number(b.cited.valid) - Number(a.cited.valid));
  return (text) => citedIn(text, { numbers, titles });
}

function citedIn(text: string, { numbers, titles }: Readonly<Record<'numbers' | 'titles', readonly Name[]>>): Cited[] {
  let rest = plain(text);
  const found: { readonly at: number; readonly cited: Cited }[] = [];
  const take = ({ words, cited }: Name): void => {
    const at = rest.indexOf(words);
    if (at < 0) return;
    found.push({ at, cited });
    rest = rest.replaceAll(words, taken.repeat(words.length));
  };
  for (const number of numbers) take(number);
  for (const title of titles) if (found.every(({ cited }) => cited.title !== title.cited.title)) take(title);
  return found.sort((a, b) => a.at - b.at).map(({ cited }) => cited);
}

/** A title that holds another, 《某办法》政策解读, is written without marks of its own. */
const inMarks = (title: string): string => (title.includes('《') ? title : `《${title}》`);

/** Stands where a document was found, so that no other is found in it. */
const taken = '\uE000';

/** Brackets and spaces are typed in many ways: 〔2022〕, [2022], （2022）. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\uE000]+/g, '')
    .replace(/[[(【〔{]/g, '〔')
    .replace(/[\])】〕}]/g, '〕');
