/**
 * 名称索引 — names of the register: equal ones (after `matchText`) join, similar ones are only listed: another script, a dropped,
 * added or changed character, 有限 for 有限责任. Read `NameIndex`.
 */
import { likenessKey, matchText } from '@muheng/sheets';

/** The name without what is often written in two ways. */
const coreOf = (name: string): string => likenessKey(name).replace(/(?:股份)?有限(?:责任)?公司$|公司$/, '');

const withoutOne = (key: string): string[] => {
  const characters = [...key];
  return characters.map((_, at) => characters.filter((__, other) => other !== at).join(''));
};

/** Shorter names are too easily alike. */
const shortestAlike = 5;

export class NameIndex {
  private readonly exact = new Map<string, Set<number>>();
  private readonly alike = new Map<string, Set<number>>();

  /** `subject` bears or bore this name. */
  add(name: string, subject: number): void {
    const key = matchText(name);
    if (key === '') return;
    put(this.exact, key, subject);
    for (const form of formsOf(name)) put(this.alike, form, subject);
  }

  /** Who bears exactly this name. */
  equal = (name: string): readonly number[] => [...(this.exact.get(matchText(name)) ?? [])];

  /** Who bears a name like this one; empty when nobody, not in any order of likeness. */
  similar(name: string): readonly number[] {
    if (matchText(name).length < shortestAlike) return [];
    const found = new Set<number>();
    for (const form of formsOf(name)) for (const subject of this.alike.get(form) ?? []) found.add(subject);
    return [...found];
  }
}

/** Keys of which two names that are alike share one. */
function formsOf(name: string): readonly string[] {
  const key = likenessKey(name);
  if (key.length < shortestAlike) return [`=${key}`];
  const core = coreOf(name);
  return [`=${key}`, ...(core.length >= 3 ? [`~${core}`] : []), ...withoutOne(key).map((form) => `=${form}`)];
}

function put(index: Map<string, Set<number>>, key: string, subject: number): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, new Set([subject]));
  else known.add(subject);
}

/** 浣峙街道, 浣峙 → 浣峙: a place without its rank. */
export const placeKey = (place: string): string => matchText(place).replace(/(?<=..)(?:街道|镇|乡)(?:办事处)?$/, '');
