/** What the commands of the running system share: their words, where the database is, and how a refusal of the house ends a command. */
import { readFileSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UnreadableInput, UsageTrouble } from '../exits.js';

export const text = { type: 'string' } as const;
export const flag = { type: 'boolean' } as const;
export const databaseOptions = { 'database-url': text, 'database-owner-url': text } as const;

type Options = NonNullable<ParseArgsConfig['options']>;
interface Wanted<T extends Options> extends ParseArgsConfig {
  readonly options: T;
  readonly strict: true;
  readonly allowPositionals: false;
}
export type Words<T extends Options> = ReturnType<typeof parseArgs<Wanted<T>>>['values'];

/** @throws UsageTrouble for words that are not known */
export function readWords<T extends Options>(args: readonly string[], options: T): Words<T> {
  try {
    return parseArgs<Wanted<T>>({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const word = error instanceof Error ? (/'(-[^' <]*)/.exec(error.message)?.[1] ?? '') : '';
    throw new UsageTrouble(word === '' ? '这里只能写选项。' : `选项 ${word} 不能这样用。`);
  }
}

interface Database {
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
}

/** A word on the command line is seen by everybody on the machine: the environment serves too. @throws UsageTrouble when one of two is missing */
export function databaseOf(given: { readonly [Name in keyof typeof databaseOptions]?: string | undefined }): Database {
  const databaseUrl = given['database-url'] ?? process.env.DATABASE_URL;
  const databaseOwnerUrl = given['database-owner-url'] ?? process.env.DATABASE_OWNER_URL;
  if ((databaseUrl === undefined) !== (databaseOwnerUrl === undefined))
    throw new UsageTrouble('--database-url 和 --database-owner-url（或环境变量 DATABASE_URL、DATABASE_OWNER_URL）要一起给。');
  return { databaseUrl, databaseOwnerUrl };
}

export function folderOf(data: string | undefined): string {
  if (data === undefined || data === '') throw new UsageTrouble('缺少 --data。');
  return data;
}

/** @throws UnreadableInput */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UnreadableInput(`读不到文件“${file}”。`);
  }
}

/** What the house refuses is said with its remedy and ends with 3. */
export async function orRefused<T>(work: () => Promise<T>): Promise<T> {
  const { Refusal } = await import('@muheng/server');
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) throw new UnreadableInput(`${error.message}\n${error.remedy}`);
    throw error;
  }
}
