/**
 * 校验包 — what `--out x.bundle --viewer … --subject … --salt …` asks for, checked before any work is done, and the bytes once the run is
 * there. The secret stands in a file, never on the command line, where other users of the machine could read it.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type BundleViewer, type SchemeTexts, writeBundle } from '@muheng/bundle';
import type { Run } from '../commands/run.js';
import { subjectOf } from '../commands/subject.js';
import type { Console } from '../console.js';
import { UnreadableInput, UsageTrouble } from '../exits.js';
import { troubleInWords } from '../files.js';
import { readSchemeTexts } from '../load.js';
import type { Options } from '../options.js';

export interface BundleWish {
  readonly viewer: BundleViewer;
  readonly subject: string | undefined;
  readonly salt: string | undefined;
  readonly texts: SchemeTexts;
}

const viewers: Readonly<Record<BundleViewer, string>> = { auditor: '审计包', enterprise: '企业包', public: '公开包' };

export const viewerInWords = (viewer: BundleViewer): string => viewers[viewer];

export function bundleWishOf(options: Options, console: Console): BundleWish {
  const { viewer: word = 'auditor', subject, salt, scheme = '' } = options.text;
  const viewer = bundleViewers.find((known) => known === word);
  if (viewer === undefined) throw new UsageTrouble(`--viewer 是 ${bundleViewers.join('、')} 之一，收到“${word}”。`);
  if (viewer === 'enterprise' && subject === undefined)
    throw new UsageTrouble('企业包缺少 --subject：请给出评价对象的 id 或唯一的名称。');
  if (viewer !== 'auditor' && salt === undefined)
    throw new UsageTrouble(
      `${viewers[viewer]}缺少 --salt：请给出密钥文件；文件不存在时会新建一个，请妥善保管，同一次评价的各个包用同一个。`,
    );
  return { viewer, subject, salt: salt === undefined ? undefined : secretIn(salt, console), texts: readSchemeTexts(scheme) };
}

const bundleViewers: readonly BundleViewer[] = ['auditor', 'enterprise', 'public'];

export function bundleOf({ dataset, result }: Run, { viewer, subject, salt, texts }: BundleWish): Uint8Array {
  return writeBundle({
    texts,
    dataset,
    result,
    viewer,
    ...(subject === undefined || viewer !== 'enterprise' ? {} : { subject: subjectOf(result, subject) }),
    ...(salt === undefined ? {} : { salt }),
  });
}

/** 密钥文件 — 32 random bytes in hexadecimal, made when the file is not there yet, readable by its owner only. */
function secretIn(file: string, console: Console): string {
  try {
    if (!existsSync(file)) {
      writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 });
      console.progress(`新建密钥文件 ${file}：请妥善保管，不要随包发出`);
    }
    const secret = readFileSync(file, 'utf8').trim();
    if (!/^(?:[0-9a-f]{2}){16,}$/.test(secret))
      throw new UnreadableInput(`密钥文件 ${file} 应为至少 32 位小写十六进制数字。请给出原来的密钥文件。`);
    return secret;
  } catch (error) {
    if (error instanceof UnreadableInput) throw error;
    throw new UnreadableInput(`密钥文件 ${file} 读不了或写不成：${troubleInWords(error)}。请检查路径和权限。`);
  }
}
