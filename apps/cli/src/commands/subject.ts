/** `--subject` → an id of the result: the id itself, or a name that only one subject has. */
import type { Result } from '@muheng/engine';
import { UsageTrouble } from '../exits.js';

const suggested = 5;

export function subjectOf({ subjects, names }: Pick<Result, 'subjects' | 'names'>, word: string): string {
  if (subjects.includes(word)) return word;
  const named = subjects.filter((_, row) => names[row] === word);
  if (named.length === 1) return named[0] ?? word;
  if (named.length > 1)
    throw new UsageTrouble(`名称“${word}”有 ${named.length} 个：${named.slice(0, suggested).join('、')}。请用 id。`);
  const near = subjects.flatMap((id, row) =>
    id.includes(word) || (names[row] ?? '').includes(word)
      ? [namedOtherwise(id, names[row]) ? `${id}（${names[row]}）` : id]
      : [],
  );
  const hint =
    near.length > 0
      ? `相近的有 ${near.slice(0, suggested).join('、')}。`
      : `数据中有 ${subjects.slice(0, suggested).join('、')}${subjects.length > suggested ? ' 等' : ''}。`;
  throw new UsageTrouble(`基础数据中没有评价对象“${word}”。${hint}`);
}

const namedOtherwise = (id: string, name: string | undefined): boolean => name !== undefined && name !== '' && name !== id;
