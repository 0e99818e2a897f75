/** 提出属地划转 — one of the four places goes to another town; nothing changes until that town has accepted. */

import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask, type Body } from '../../api/ask.js';
import { today } from '../../api/clock.js';
import { choicesOf } from '../../furniture/choices.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { TroubleLine } from '../../furniture/states.js';
import { useAct } from '../../office/act.js';
import { RegionPicker } from './pickers.js';
import { placeWords } from './words.zh.js';

type Role = Body<'proposeMove'>['role'];

interface MoveProps {
  readonly subject: Answer<'getSubject'>['subject'];
  onDone(words: string): void;
  onClose(): void;
}

export function ProposeMove({ subject, onDone, onClose }: MoveProps): ReactNode {
  const [role, setRole] = useState<Role>('taxed');
  const [toRegionId, setRegion] = useState<string | null>(null);
  const [from, setFrom] = useState(today());
  const [basis, setBasis] = useState('');
  const { busy, error, run } = useAct();
  const save = async (): Promise<void> => {
    if (toRegionId === null) return;
    const done = await run(() =>
      ask('proposeMove', { body: { subjectId: subject.subjectId, role, toRegionId, from, basis: basis.trim() } }),
    );
    if (done !== undefined) onDone('已提出划转，等待对方认领。');
  };
  return (
    <Dialog
      open
      title={`提出属地划转：${subject.name}`}
      onClose={onClose}
      foot={
        <Button type="primary" loading={busy} disabled={toRegionId === null || basis.trim() === ''} onClick={() => void save()}>
          提出划转
        </Button>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={error} />
        <Field label="哪一地" name="moveRole" needed>
          <Select id="moveRole" value={role} options={choicesOf(placeWords)} onChange={setRole} />
        </Field>
        <Field label="划入" name="moveRegion" needed help="由对方在“属地认领”中认领后生效">
          <RegionPicker id="moveRegion" value={toRegionId} onChange={setRegion} />
        </Field>
        <Field label="自" name="moveFrom" needed>
          <Input id="moveFrom" type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        </Field>
        <Field label="依据" name="moveBasis" needed>
          <Input id="moveBasis" maxLength={200} value={basis} onChange={(event) => setBasis(event.target.value)} />
        </Field>
      </Fields>
    </Dialog>
  );
}
