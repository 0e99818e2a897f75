/** 本单位设置 — the name of the work by the system administrator, sign-in and sessions by the security administrator. @source trust R2, R6 */
import type { z } from 'zod';
import type { Action, Step } from '../../../forms/action.js';
import { refuseForm } from '../../../forms/texts.zh.js';
import { keepBefore } from '../../audit/history.js';
import { editOffice as nameContract, editSecurity as securityContract } from '../contract/places.js';
import { type OfficeChange, readOffice, updateOffice } from '../queries/office.js';
import { only } from './regions.js';

export const editOffice: Action<z.infer<typeof nameContract.body>, { version: number }> = {
  ...{ name: 'people.edit_office', title: '修改工作名称', may: 'office.administer', input: nameContract.body },
  run: (step, { workName, version }) => change(step, version, { set: () => ({ work_name: workName }), told: { workName } }),
};

export const editSecurity: Action<z.infer<typeof securityContract.body>, { version: number }> = {
  ...{ name: 'people.edit_security', title: '修改安全设置', may: 'office.secure', strong: true, input: securityContract.body },
  run: (step, { version, ...wanted }) =>
    change(step, version, { set: ({ settings }) => ({ settings: { ...settings, ...only(wanted) } }), told: wanted }),
};

type Office = Awaited<ReturnType<typeof readOffice>>;

async function change(step: Step, version: number, { set, told }: { set: (office: Office) => OfficeChange; told: unknown }) {
  const { tx, actor } = step;
  const { officeId } = actor;
  const office = await readOffice(tx, officeId);
  if (office.version !== version) throw refuseForm('version_differs', {}, { yours: version, theirs: office.version });
  await keepBefore(step, { kind: 'office', id: officeId }, { ...office });
  const changed = await updateOffice(tx, officeId, version, set(office));
  if (changed === undefined) throw refuseForm('version_differs', {}, { yours: version });
  return {
    output: { version: changed.version },
    object: { kind: 'office', id: officeId },
    summary: '修改本单位设置',
    change: told,
  };
}
