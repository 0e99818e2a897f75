/** `muheng verify`: which level a bundle proves. Exit 0 only if every byte agrees, 4 when something differs, 3 when it cannot be read. */
import { levelWords, type Verification, verifyBundle } from '@muheng/bundle';
import { findingInWords } from '@muheng/finding';
import type { Console } from '../console.js';
import { exits, UsageTrouble } from '../exits.js';
import { readBytes } from '../files.js';
import type { Options } from '../options.js';
import { viewerInWords } from '../report/bundle.js';

export async function verifyCommand(options: Options, console: Console): Promise<number> {
  const [file, ...more] = options.words;
  if (file === undefined || more.length > 0) throw new UsageTrouble('verify 后面写一个校验包文件。');
  const against = options.text.against;
  const verification = verifyBundle(readBytes(file), against === undefined ? {} : { against: readBytes(against) });
  if (options.flag.json) console.out(JSON.stringify({ file, ...verification }, null, 2));
  else for (const line of inWords(file, verification)) console.out(line);
  if (verification.ok) return exits.ok;
  return verification.unreadable ? exits.unreadable : exits.mismatch;
}

function inWords(file: string, { head, level, findings, proved, taken, unreadable }: Verification): string[] {
  const what =
    head === null
      ? []
      : [
          `  ${[viewerInWords(head.viewer), head.scheme.place, head.scheme.title, `${head.year} 年度`, ...(head.subject === null ? [] : [head.subject])].join(' · ')}`,
        ];
  const verdict = level !== null ? `通过。${levelWords[level]}` : unreadable ? '无法核验' : '未通过';
  return [
    `核验 ${file}`,
    ...what,
    `结论：${verdict}`,
    ...findings.map((finding) => `  ${findingInWords(finding)}`),
    ...(proved.length === 0 ? [] : ['证明的事项', ...proved.map((words) => `  · ${words}`)]),
    ...(level === null || taken.length === 0 ? [] : ['未复算的事项', ...taken.map((words) => `  · ${words}`)]),
  ];
}
