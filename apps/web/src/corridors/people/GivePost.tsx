/** 授予岗位 — what a person may do, and where; given by the security administrator. @source trust R9 */
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, type Item } from '../../api/ask.js';
import { today } from '../../api/clock.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { useAct } from '../../office/act.js';
import { SubjectPicker } from '../../rooms/registry/pickers.js';
import { regionChoices, useRegions } from '../../rooms/registry/regions.js';
import type { User } from './UserTable.js';

type Role = Item<'listRoles'>['role'];

interface GivePostProps {
  readonly user: User;
  onDone(): void;
  onClose(): void;
}

export function GivePost({ user, onDone, onClose }: GivePostProps): ReactNode {
  const roles = useQuery({ queryKey: ['people', 'roles'], queryFn: () => ask('listRoles', {}) });
  const regions = useRegions();
  const [role, setRole] = useState<Role | null>(null);
  const [regionId, setRegion] = useState<string | null>(null);
  const [subjectId, setSubject] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const { busy, error, run } = useAct();
  const tell = useTell();
  const chosen = roles.data?.items.find((one) => one.role === role);
  const excluded = chosen?.excludes.filter((one) => user.posts.some((post) => post.role === one)) ?? [];
  const save = async (): Promise<void> => {
    if (role === null) return;
    const where = { ...(regionId === null ? {} : { regionId }), ...(subjectId === null ? {} : { subjectId }) };
    const done = await run(() =>
      ask('givePost', { path: { userId: user.userId }, body: { role, from: today(), reason: reason.trim(), ...where } }),
    );
    if (done === undefined) return;
    tell({ words: `已授予 ${user.name} ${chosen?.title ?? ''}岗位。` });
    onDone();
    onClose();
  };
  return (
    <Dialog
      open
      title={`授予岗位：${user.name}`}
      onClose={onClose}
      foot={
        <Button type="primary" loading={busy} disabled={role === null || reason.trim().length < 2} onClick={() => void save()}>
          授予
        </Button>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={error} />
        <Field
          label="岗位"
          name="postRole"
          needed
          help={chosen?.secondFactor === true ? '此岗位须绑定动态口令后才能办理' : undefined}
          error={excluded.length > 0 ? '与其现有岗位互斥，须先终止原岗位' : undefined}
        >
          <Select
            id="postRole"
            value={role}
            options={(roles.data?.items ?? []).map((one) => ({ value: one.role, label: one.title }))}
            onChange={setRole}
          />
        </Field>
        {chosen?.reach === 'regions' && (
          <Field label="管辖区域" name="postRegion" needed>
            <Select id="postRegion" value={regionId} options={regionChoices(regions)} onChange={setRegion} />
          </Field>
        )}
        {chosen?.reach === 'subjects' && (
          <Field label="企业" name="postSubject" needed>
            <SubjectPicker id="postSubject" value={subjectId} onChange={setSubject} />
          </Field>
        )}
        <Field label="理由" name="postReason" needed help="如任职文件">
          <Input id="postReason" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </Fields>
    </Dialog>
  );
}
