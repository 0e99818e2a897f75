/** 所选的名称 — what an id is called that somebody else chose meanwhile: asked only when two values are put side by side. */
import { ask } from '../../api/ask.js';
import { asProblem } from '../../api/problem.js';
import type { Names, Values } from './fieldWords.js';
import type { FieldForm } from './ledgers.zh.js';
import { placed } from './regions.js';

export async function namesOfPicked(fields: readonly FieldForm[], values: Values): Promise<Names> {
  const found = await Promise.all(
    fields.map(async ({ key, kind }) => {
      const id = values[key];
      return typeof id !== 'string' ? [] : [[id, await nameOf(kind, id).catch(withoutName)] as const];
    }),
  );
  return Object.fromEntries(found.flat().flatMap(([id, name]) => (name === undefined ? [] : [[id, name]])));
}

async function nameOf(kind: FieldForm['kind'], id: string): Promise<string | undefined> {
  if (kind === 'subject') return (await ask('getSubject', { path: { subjectId: id } })).subject.name;
  if (kind === 'parcel') return (await ask('getParcel', { path: { parcelId: id } })).parcel.number;
  if (kind === 'region') return placed((await ask('listRegions', {})).items).find((one) => one.regionId === id)?.path;
  return undefined;
}

/** Another district's, or struck since: that is no reason to keep the two values apart from the person. */
const withoutName = (thrown: unknown): string =>
  asProblem(thrown).kind === 'absent' ? '（无权查看，或已删除）' : '（没有取到名称）';
