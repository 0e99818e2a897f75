/**
 * 列名词汇 — what columns may be called: facts of the caller, and the columns that say who and when. Texts in brackets are read as
 * units unless they belong to the term itself. Read `vocabularyOf`, then `findTerm`.
 */
import { parseUnit, type Unit } from '@muheng/quantity';
import { matchText } from '../text.js';

export type TermType = 'number' | 'text' | 'date' | 'flag';

/** One row of the caller's vocabulary; `unit` is the working unit, '' or absent for texts and plain numbers. */
export interface Term {
  readonly id: string;
  /** 官方用语. */
  readonly term: string;
  readonly also: readonly string[];
  readonly unit?: string;
  readonly type: TermType;
  /** 常见范围 in `unit`. */
  readonly plausible?: readonly [number, number];
  /** A value below zero (or not above it) is an error of the cell. */
  readonly mustBe?: 'any' | 'not_negative' | 'positive';
  /** Nothing will be made of it: a cell that cannot be read is asked about and taken as 缺, and its row stays. Not for code and name. */
  readonly unused?: true;
}

/** 统一社会信用代码、企业名称、年度 — always known. A term of the caller with one of these names takes their place. */
const subjectTerms: readonly Term[] = [
  {
    id: 'credit_code',
    term: '统一社会信用代码',
    also: [
      'id',
      '社会信用代码',
      '信用代码',
      '纳税人识别号',
      '税号',
      '纳税识别号',
      '统一信用代码',
      '统一代码',
      '社会统一信用代码',
      '企业代码',
      '企业编号',
      '对象编号',
      '组织机构代码',
      '统一社会信用代码(纳税人识别号)',
      '统一社会信用代码/纳税人识别号',
      '编号',
      '代码',
    ],
    type: 'text',
  },
  {
    id: 'enterprise_name',
    term: '企业名称',
    also: [
      'name',
      '名称',
      '单位名称',
      '纳税人名称',
      '单位详细名称',
      '户名',
      '对象名称',
      '园区名称',
      '企业',
      '公司名称',
      '用电户名',
      '用户名称',
      '权利人',
      '企业全称',
    ],
    type: 'text',
  },
  { id: 'year', term: '年度', also: ['year', '数据年度', '年份', '所属年度', '统计年度', '税款所属年度'], type: 'text' },
];

/** 序号、备注: nobody misses them. */
export const passedOver = (header: string): boolean =>
  /^(?:序号|序|no\.?|编次|行次|行号|备注|说明|附注)$/.test(matchText(header));

export const creditCodeId = 'credit_code';
export const nameId = 'enterprise_name';

export interface Vocabulary {
  readonly terms: readonly Term[];
  /** By `matchText` of id, term and aliases; the first that took a name keeps it. */
  readonly names: ReadonlyMap<string, Named>;
}
export interface Named {
  readonly term: Term;
  readonly how: 'id' | 'term' | 'alias';
}

export function vocabularyOf(terms: readonly Term[]): Vocabulary {
  const own = new Set(terms.map((term) => term.id));
  const extended = terms.map((term) => {
    const subject = subjectTerms.find((one) => one.id === term.id);
    return subject === undefined ? term : { ...term, also: [...term.also, ...subject.also, subject.term] };
  });
  const all = [...extended, ...subjectTerms.filter((term) => !own.has(term.id))];
  const names = new Map<string, Named>();
  const put = (name: string, term: Term, how: Named['how']): void => {
    const key = matchText(name);
    if (key !== '' && !names.has(key)) names.set(key, { term, how });
  };
  for (const term of all) put(term.term, term, 'term');
  for (const term of all) put(term.id, term, 'id');
  for (const term of all) for (const other of term.also) put(other, term, 'alias');
  return { terms: all, names };
}

export interface FoundTerm extends Named {
  /** As written in the brackets; undefined = none. */
  readonly unit: string | undefined;
}

/** The term that a header names: whole, without order number and year, without its last brackets, child before parent. */
export function findTerm(header: string, vocabulary: Vocabulary): FoundTerm | undefined {
  for (const candidate of candidatesOf(header)) {
    const named = vocabulary.names.get(candidate.name);
    if (named !== undefined && fits(candidate.unit, named.term)) return { ...named, unit: candidate.unit };
  }
  return undefined;
}

/** Brackets behind a number's name hold its unit; anything else there may change the meaning. Behind other names it is a remark. */
const fits = (unit: string | undefined, term: Term): boolean => unit === undefined || term.type !== 'number' || isUnit(unit);

interface Candidate {
  readonly name: string;
  readonly unit: string | undefined;
}

function candidatesOf(header: string): Candidate[] {
  const parts = header
    .split('-')
    .map((part) => matchText(part))
    .filter((part) => part !== '');
  const whole = matchText(header);
  const list: Candidate[] = [...namesOf(whole)];
  if (parts.length < 2) return list;
  const parentUnit = parts
    .slice(0, -1)
    .map((part) => splitUnit(part).unit)
    .find((unit) => unit !== undefined && isUnit(unit));
  const bare = parts.map((part) => splitUnit(part).name);
  const last = parts[parts.length - 1]!;
  const opening = last.endsWith(')') ? last.indexOf('(') : -1;
  const bracket = opening === -1 ? last.length : opening;
  const joined = [
    ...namesOf(bare.slice(0, -1).join('') + last),
    ...namesOf(last),
    ...namesOf(`${last.slice(0, bracket)}${bare[0] ?? ''}${last.slice(bracket)}`),
  ];
  for (const one of joined) list.push({ name: one.name, unit: one.unit ?? parentUnit });
  for (let from = 1; from < parts.length - 1; from++)
    for (const one of namesOf(parts.slice(from).join('-'))) list.push({ name: one.name, unit: one.unit ?? parentUnit });
  return list;
}

/** The name as it stands, then without unit, without leading 1. or (一), without a leading 2024年. */
function namesOf(name: string): Candidate[] {
  const list: Candidate[] = [];
  const forms = new Set([
    name,
    name.replace(/^\(?[0-9一二三四五六七八九十]{1,2}[).、.]/, ''),
    name.replace(/^(?:20\d\d年(?:度)?|本年(?:度)?|当年)/, ''),
    name.replace(/(?<![*:：])[*:：]+$/, ''),
  ]);
  for (const form of forms) {
    list.push({ name: form, unit: undefined });
    const split = splitUnit(form);
    if (split.unit !== undefined) list.push(split);
    if (split.unit !== undefined)
      list.push({ name: split.name.replace(/^(?:20\d\d年(?:度)?|本年(?:度)?|当年)/, ''), unit: split.unit });
  }
  return list;
}

/** 用地面积,单位:亩 and 用地面积(单位:亩): the first place that says so and ends there. */
function saidUnit(name: string): Candidate | undefined {
  for (let at = name.indexOf('单位', 1); at !== -1; at = name.indexOf('单位', at + 1)) {
    const unit = name.slice(at + 3).replace(/\)$/, '');
    if (!/[::]/.test(name.charAt(at + 2)) || unit === '' || /[()]/.test(unit)) continue;
    const before = name
      .slice(0, at)
      .replace(/(?<=.)\($/, '')
      .replace(/(?<=.)[,、,]$/, '');
    return { name: before.replace(/\($/, ''), unit };
  }
  return undefined;
}

/** 用地面积(亩), 用地面积:亩, 用地面积/亩, 用地面积,单位:亩 → name and unit. */
export function splitUnit(name: string): Candidate {
  const said = saidUnit(name);
  if (said !== undefined) return said;
  const opening = openingBracket(name);
  if (opening > 0) return { name: name.slice(0, opening), unit: name.slice(opening + 1, -1).replace(/^单位[::]?/, '') };
  const slash = /^(.+?)[/:：,、]([^/:：,、()]+)$/.exec(name);
  if (slash !== null && isUnit(slash[2]!)) return { name: slash[1]!, unit: slash[2]! };
  return { name, unit: undefined };
}

/** Where the last bracket group begins that ends the name; units may hold brackets themselves: 单价(元/(㎡·年)). */
function openingBracket(name: string): number {
  if (!name.endsWith(')')) return -1;
  let depth = 0;
  for (let at = name.length - 1; at >= 0; at--) {
    if (name[at] === ')') depth++;
    if (name[at] === '(' && --depth === 0) return at;
  }
  return -1;
}

export const isUnit = (text: string): boolean => unitOf(text) !== undefined;

/** Upper and lower case are tried: names are compared in lower case, units are not. */
export function unitOf(text: string): Unit | undefined {
  const plain = text.trim();
  if (plain === '' || plain.length > 30) return undefined;
  return (
    parseUnit(plain, { mu: '2000/3' }) ??
    parseUnit(
      plain
        .replace(/kwh/i, 'kWh')
        .replace(/mwh/i, 'MWh')
        .replace(/gj/i, 'GJ')
        .replace(/tco2/i, 'tCO2')
        .replace(/mj/i, 'MJ')
        .replace(/tj/i, 'TJ')
        .replace(/nm3/i, 'Nm3'),
      { mu: '2000/3' },
    )
  );
}
