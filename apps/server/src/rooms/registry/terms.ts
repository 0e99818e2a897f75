/**
 * 检索词 — under which keys a subject is found: every ending of its names, of their pinyin and of the first letters of it, and its
 * numbers whole and from where people begin to type them. A search is one range of keys: `matchText(q)` ≤ key < the same + ￿.
 */
import { likenessKey, matchText } from '@muheng/sheets';
import { pinyin } from 'pinyin-pro';

export interface Named {
  readonly name: string;
  readonly formerNames: readonly string[];
  /** Codes, tax numbers, account numbers. */
  readonly numbers: readonly string[];
}

const hanKey = 8;
const latinKey = 20;
const companyEnding = /(?:集团)?(?:股份)?(?:有限(?:责任)?公司|公司)$/;

export const nameKeyOf = (name: string): string => matchText(name);
/** 去掉“有限公司”等、繁简一致的名称。 */
export const coreKeyOf = (name: string): string => likenessKey(name).replace(companyEnding, '');

export interface Sound {
  /** `yong tai ji xie`: sorts syllable by syllable. */
  readonly pinyin: string;
  readonly initials: string;
}
export function soundOf(name: string): Sound {
  const syllables = syllablesOf(name);
  return { pinyin: syllables.join(' '), initials: syllables.map((syllable) => syllable[0] ?? '').join('') };
}
const syllablesOf = (name: string): string[] =>
  pinyin(matchText(name), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).map((one) => one.toLowerCase());

export function termsOf({ name, formerNames, numbers }: Named): string[] {
  const terms = new Set<string>();
  for (const one of [name, ...formerNames]) addName(terms, one);
  for (const number of numbers) addNumber(terms, matchText(number));
  return [...terms].sort();
}

function addName(terms: Set<string>, name: string): void {
  const characters = [...matchText(name)];
  const ending = companyEnding.exec(characters.join(''))?.[0] ?? '';
  const starts = Math.max(1, characters.length - [...ending].length);
  const syllables = syllablesOf(name);
  // Latin letters of a name come as one syllable: then positions differ, and its sound is found from its beginning only.
  const aligned = syllables.length === characters.length;
  for (let at = 0; at < starts; at++) {
    if (characters.length - at >= 2) terms.add(characters.slice(at, at + hanKey).join(''));
    if (at > 0 && !aligned) continue;
    // No key is longer: however long the name is, each beginning costs the same.
    const rest = syllables.slice(at, at + latinKey);
    if (rest.length < 2) continue;
    terms.add(cut(rest.map((syllable) => syllable[0] ?? '').join('')));
    terms.add(cut(rest.join('')));
  }
}

function addNumber(terms: Set<string>, number: string): void {
  if (number.length < 2) return;
  terms.add(cut(number));
  // 18 characters: the organisation's own part, and the end that people read out.
  if (number.length === 18) terms.add(number.slice(8));
  if (number.length >= 10) terms.add(number.slice(-6));
}
const cut = (text: string): string => text.slice(0, latinKey);

/** The range of keys that a person's words stand for; undefined: too short. */
export function termRange(asked: string): { readonly from: string; readonly before: string } | undefined {
  const plain = matchText(asked);
  const characters = [...plain];
  if (characters.length < 2) return undefined;
  const key = /^[\x20-\x7e]+$/.test(plain) ? cut(plain) : characters.slice(0, hanKey).join('');
  return { from: key, before: `${key}\u{10ffff}` };
}
