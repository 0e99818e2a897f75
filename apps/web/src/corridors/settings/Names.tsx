/** 名称 — the full name by the document that ordered the change; short name and name of the work at once. */
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { TroubleLine } from '../../furniture/states.js';
import { Block } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import './settings.css';
import { helpBeside, type Office, useSetting } from './useSetting.js';

type Short = Pick<Office, 'workName' | 'shortName'>;

const labels: Readonly<Record<keyof Short, string>> = { shortName: '简称', workName: '工作名称' };
const shortOf = ({ shortName, workName }: Office): Short => ({ shortName, workName });

export function Names({ office }: { readonly office: Office }): ReactNode {
  const administers = useMay('office.administer');
  const [typed, setTyped] = useState<Partial<Short>>({});
  const { workName, shortName } = { ...office, ...typed };
  const [renaming, setRenaming] = useState(false);
  const { busy, error, save, conflict } = useSetting<Short>({
    ...{ office, valuesOf: shortOf, said: '已保存名称。', words: { labels, wordOf: (names, key) => names[key].trim() } },
    send: (names, version) =>
      ask('editOffice', { body: { workName: names.workName.trim(), shortName: names.shortName.trim(), version } }),
    onTyped: (names) => setTyped(names ?? {}),
  });
  const { at, rest } = fieldFaults(error);
  const changed = workName.trim() !== office.workName || shortName.trim() !== office.shortName;
  return (
    <Block title="名称" actions={administers && <Button onClick={() => setRenaming(true)}>变更全称</Button>}>
      {!administers && <p className="quiet fields-note">由系统管理员修改。</p>}
      <Fields onSubmit={() => void save({ workName, shortName })}>
        <TroubleLine error={rest} />
        <Field label="单位全称" name="officeName" help="印在每一份文书上；变更须有依据文件">
          <b id="officeName">{office.name}</b>
        </Field>
        <Field
          label="简称"
          name="shortName"
          help={helpBeside('用在表头和窄的地方', { stored: office.shortName, typed: shortName.trim() })}
          error={at('shortName')}
        >
          <Input
            id="shortName"
            maxLength={20}
            disabled={!administers}
            value={shortName}
            onChange={(event) => setTyped({ ...typed, shortName: event.target.value })}
          />
        </Field>
        <Field
          label="工作名称"
          name="workName"
          help={helpBeside('本地对这项工作的叫法，如 亩均论英雄、亩产效益评价', {
            stored: office.workName,
            typed: workName.trim(),
          })}
          error={at('workName')}
        >
          <Input
            id="workName"
            maxLength={40}
            disabled={!administers}
            value={workName}
            onChange={(event) => setTyped({ ...typed, workName: event.target.value })}
          />
        </Field>
        {administers && (
          <div>
            <Button htmlType="submit" type="primary" loading={busy} disabled={!changed}>
              保存名称
            </Button>
          </div>
        )}
      </Fields>
      {conflict}
      {renaming && <Rename office={office} onClose={() => setRenaming(false)} />}
    </Block>
  );
}

function Rename({ office, onClose }: { readonly office: Office; onClose(): void }): ReactNode {
  const [name, setName] = useState(office.name);
  const [basis, setBasis] = useState('');
  const { busy, error, save, conflict } = useSetting<Pick<Office, 'name'>>({
    ...{ office, valuesOf: (of) => ({ name: of.name }), said: '已变更单位全称，登录页和新的文书随即使用。' },
    words: { labels: { name: '单位全称' }, wordOf: (of) => of.name.trim() },
    send: (of, version) => ask('renameOffice', { body: { name: of.name.trim(), basis: basis.trim(), version } }),
    onTyped: (of) => (of === null ? onClose() : setName(of.name)),
  });
  const { at, rest } = fieldFaults(error, { 'people.name_unchanged': 'name' });
  return (
    <Dialog
      open
      title="变更单位全称"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button
            type="primary"
            loading={busy}
            disabled={name.trim() === '' || basis.trim() === ''}
            onClick={() => void save({ name })}
          >
            变更
          </Button>
        </>
      }
    >
      <Fields onSubmit={() => void save({ name })}>
        <TroubleLine error={rest} />
        <Field label="新的全称" name="newName" needed error={at('name')}>
          <Input id="newName" maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label="依据文件" name="renameBasis" needed help="如 海委编〔2025〕12号" error={at('basis')}>
          <Input id="renameBasis" maxLength={200} value={basis} onChange={(event) => setBasis(event.target.value)} />
        </Field>
        <p className="quiet">已经印发的文书不变；从现在起的文书和登录页用新名称。变更前后都记入审计台账。</p>
      </Fields>
      {conflict}
    </Dialog>
  );
}
