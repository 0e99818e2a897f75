/** 办完之后 — what a finished job tells, where to go on, and where one that failed is begun again. Pure. */
import type { Job } from './words.zh.js';

export interface JobResult {
  readonly words: string;
  readonly link: { readonly to: '/files' } | { readonly documentId: string } | { readonly importId: string } | null;
}

type Fields = Readonly<Record<string, unknown>>;

interface Kind {
  readonly result: (result: Fields) => JobResult;
  /** The page on which it is begun. */
  readonly begin: '/files' | '/documents' | '/registry/import';
}

const kinds: Readonly<Record<string, Kind>> = {
  'files.check': {
    result: ({ contents, damaged }) => ({
      words: `核对 ${count(contents)} 份内容，${damaged === 0 ? '全部完好' : `有 ${count(damaged)} 个文件损坏`}。`,
      link: { to: '/files' },
    }),
    begin: '/files',
  },
  'documents.seal': {
    result: ({ documentId }) => ({
      words: '已盖章，盖章件通过验证并留存。',
      link: typeof documentId === 'string' ? { documentId } : null,
    }),
    begin: '/documents',
  },
  'registry.look_import': { result: (result) => imported('试运行完成，没有改动登记。', result), begin: '/registry/import' },
  'registry.import': { result: (result) => imported('已写入登记。', result), begin: '/registry/import' },
};

const known = (kind: string): Kind | undefined => (Object.hasOwn(kinds, kind) ? kinds[kind] : undefined);

/** A kind that is not listed tells only that it is done. */
export function resultOf({ kind, result, state }: Pick<Job, 'kind' | 'result' | 'state'>): JobResult | null {
  if (state !== 'done' || typeof result !== 'object' || result === null) return null;
  return known(kind)?.result({ ...result }) ?? null;
}

/** For one that failed or was cancelled; null where the kind is not known. */
export const beginAgain = ({ kind }: Pick<Job, 'kind'>): Kind['begin'] | null => known(kind)?.begin ?? null;

const imported = (words: string, { importId }: Fields): JobResult => ({
  words,
  link: typeof importId === 'string' ? { importId } : null,
});

const count = (value: unknown): string => (typeof value === 'number' ? value.toLocaleString('en-US') : '0');
