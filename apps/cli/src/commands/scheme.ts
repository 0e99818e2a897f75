/** `muheng scheme …`: check, describe, diff, new, copy, list, facts, schema. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, findingInWords, hasErrors } from '@muheng/finding';
import {
  catalogueFacts,
  copyScheme,
  describeScheme,
  diffSchemes,
  factHeader,
  factRow,
  isSchemeId,
  newScheme,
  schemeJsonSchema,
  searchFacts,
} from '@muheng/scheme';
import { type Console, printFindings, textTable } from '../console.js';
import { exits, UnreadableInput, UsageTrouble } from '../exits.js';
import { readWords } from '../files.js';
import { getScheme, presetNames, readSchemeFile, schemeFile, sourceFileOf } from '../load.js';
import { needed, type Options, wholeNumber } from '../options.js';
import { catalogFolder } from '../paths.js';

type Sub = (options: Options, console: Console, words: readonly string[]) => number;

const subs: Readonly<Record<string, Sub>> = { check, describe, diff, new: create, copy, list, facts, schema };

export async function schemeCommand(options: Options, console: Console): Promise<number> {
  const [name = '', ...words] = options.words;
  const sub = Object.hasOwn(subs, name) ? subs[name] : undefined;
  if (sub === undefined) throw new UsageTrouble(`scheme 后面写 ${Object.keys(subs).join('、')} 之一。`);
  return sub(options, console, words);
}

function wordOf(words: readonly string[], at: number, what: string): string {
  const word = words[at];
  if (word === undefined) throw new UsageTrouble(`缺少${what}。`);
  return word;
}

function check(options: Options, console: Console, words: readonly string[]): number {
  const { file, scheme, findings } = readSchemeFile(wordOf(words, 0, '评价办法'));
  const failed = scheme === undefined || hasErrors(findings);
  if (options.flag.json)
    console.out(JSON.stringify({ file, valid: !failed, findings, assumptions: scheme?.assumptions ?? [] }, null, 2));
  else {
    printFindings(console, findings);
    console.out(
      failed
        ? `${file}：有 ${countOf(findings, 'error')} 处必须处理，不能用于评价。`
        : `${file}：可以用于评价。${countOf(findings, 'warning')} 处请核对，${scheme.assumptions.length} 处假定。`,
    );
  }
  return failed || (options.flag.strict && countOf(findings, 'warning') > 0) ? exits.findings : exits.ok;
}

const countOf = (findings: readonly Finding[], severity: Finding['severity']): number =>
  findings.filter((finding) => finding.severity === severity).length;

function describe(options: Options, console: Console, words: readonly string[]): number {
  const text = describeScheme(getScheme(wordOf(words, 0, '评价办法'), console));
  console.out(options.flag.json ? JSON.stringify({ text }) : text);
  return exits.ok;
}

function diff(options: Options, console: Console, words: readonly string[]): number {
  const differences = diffSchemes(
    getScheme(wordOf(words, 0, '第一个评价办法'), console),
    getScheme(wordOf(words, 1, '第二个评价办法'), console),
  );
  if (options.flag.json) console.out(JSON.stringify({ differences }, null, 2));
  else
    console.out(
      differences.length === 0 ? '两个办法没有不同。' : differences.map((difference) => `· ${difference.words}`).join('\n'),
    );
  return exits.ok;
}

/** `facts 税`: what the catalogue has under a word. */
function facts(options: Options, console: Console, words: readonly string[]): number {
  const word = words.join(' ');
  const found = searchFacts(catalogueFacts(readWords(join(catalogFolder, 'facts.yaml'))), word);
  if (options.flag.json) console.out(JSON.stringify(found, null, 2));
  else if (found.length === 0)
    console.out(`目录里没有与“${word}”有关的数据项。可以在办法的 facts 里自己写明（id、type、unit）。`);
  else console.out(textTable([...factHeader], found.map(factRow)));
  return exits.ok;
}

/** A new scheme must not be refused by its own check. */
function neededId(options: Options): string {
  const id = needed(options, 'id');
  if (!isSchemeId(id)) throw new UsageTrouble(`--id “${id}”不能用：请用小写字母、数字、连字符，例如 our-city-2024。`);
  return id;
}

function create(options: Options, console: Console, words: readonly string[]): number {
  const made = newScheme({
    id: neededId(options),
    title: needed(options, 'title'),
    place: {
      name: needed(options, 'place'),
      region: options.text.region ?? '000000',
      office: options.text.office ?? '亩均办',
      work: options.text.work ?? '工业企业资源集约利用综合评价',
    },
    dataYear: neededYear(options),
  });
  return writeScheme(wordOf(words, 0, '目录'), made, options, console);
}

function neededYear(options: Options): number {
  const year = wholeNumber(options, 'year');
  if (year === undefined) throw new UsageTrouble('缺少 --year：办法的数据年度。');
  return year;
}

function copy(options: Options, console: Console, words: readonly string[]): number {
  const from = schemeFile(wordOf(words, 0, '评价办法'));
  const text = readWords(from);
  const { text: scheme, findings } = copyScheme(text, {
    id: neededId(options),
    title: needed(options, 'title'),
    dataYear: neededYear(options),
  });
  if (scheme === undefined)
    throw new UnreadableInput([`评价办法 ${from} 不能复制：`, ...findings.map(findingInWords)].join('\n'));
  const sourceFile = sourceFileOf(from, text);
  return writeScheme(
    wordOf(words, 1, '目录'),
    { scheme, source: existsSync(sourceFile) ? readWords(sourceFile) : '' },
    options,
    console,
  );
}

function writeScheme(folder: string, made: { scheme: string; source: string }, options: Options, console: Console): number {
  const files = { scheme: join(folder, 'scheme.yaml'), source: join(folder, 'source.yaml') };
  if (existsSync(files.scheme) || existsSync(files.source))
    throw new UnreadableInput(`${folder} 里已有评价办法，没有覆盖。请换一个目录。`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(files.scheme, made.scheme);
  writeFileSync(files.source, made.source);
  console.out(
    options.flag.json
      ? JSON.stringify(files)
      : `已写 ${files.scheme} 和 ${files.source}。请用 muheng scheme check ${folder} 检查。`,
  );
  return exits.ok;
}

function list(options: Options, console: Console): number {
  const rows = presetNames().map((name) => {
    const { scheme } = readSchemeFile(name);
    return { name, title: scheme?.title ?? '（不能读取）', assumptions: scheme?.assumptions.length ?? 0 };
  });
  if (options.flag.json) console.out(JSON.stringify(rows, null, 2));
  else
    console.out(
      textTable(
        ['名称', '标题', '假定'],
        rows.map((row) => [row.name, row.title, `${row.assumptions} 处`]),
      ),
    );
  return exits.ok;
}

function schema(_options: Options, console: Console): number {
  console.out(JSON.stringify(schemeJsonSchema(), null, 2));
  return exits.ok;
}
