/** 领导小组 — who leads, who is a member, and in each member unit the 业务骨干 by name; what is vacant stands on top. @source TZ-10 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask, type Body } from '../../api/ask.js';
import { today } from '../../api/clock.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { Empty, Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { formatDate } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block, Page } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import { useOrganisations } from './organisations.js';
import { positionWords } from './words.zh.js';

type Group = Answer<'readLeadingGroup'>;
type Given = Body<'addGroupMember'>;

export function LeadingGroup(): ReactNode {
  const edits = useMay('people.edit');
  const [adding, setAdding] = useState(false);
  const group = useQuery({ queryKey: ['people', 'group'], queryFn: () => ask('readLeadingGroup', {}) });
  return (
    <Page
      title="领导小组"
      help="people"
      note={group.data === undefined ? undefined : `成员单位 ${group.data.units} 个`}
      actions={
        edits && (
          <Button type="primary" onClick={() => setAdding(true)}>
            增加成员
          </Button>
        )
      }
    >
      {group.isPending ? (
        <Loading what="领导小组" />
      ) : group.data === undefined ? (
        <Trouble error={group.error} again={() => void group.refetch()} />
      ) : (
        <Loaded group={group.data} />
      )}
      {adding && <AddMember onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Loaded({ group }: { readonly group: Group }): ReactNode {
  return (
    <>
      {group.vacant.length > 0 && <p className="trouble-line">空缺：{group.vacant.map((one) => one.title).join('、')}</p>}
      {group.withoutContact.length > 0 && (
        <p className="trouble-line">没有指定业务骨干的成员单位：{group.withoutContact.map((one) => one.name).join('、')}</p>
      )}
      {group.members.length === 0 ? (
        <Empty title="还没有登记领导小组">这里将是组长、副组长、办公室主任和各成员单位。第一步：按成立文件增加成员。</Empty>
      ) : (
        <Block title="组成人员">
          <div className="table-scroll">
            <table className="plain-table">
              <thead>
                <tr>
                  {['职务', '姓名', '单位', '本单位职务', '业务骨干', '起'].map((title) => (
                    <th key={title}>{title}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {group.members.map((member) => (
                  <tr key={member.memberId}>
                    <td>{positionWords[member.position]}</td>
                    <td>{member.name}</td>
                    <td>{member.organisationName ?? '—'}</td>
                    <td>{member.postTitle}</td>
                    <td>
                      {member.contacts
                        .map((contact) => `${contact.name}${contact.phoneMasked === null ? '' : ` ${contact.phoneMasked}`}`)
                        .join('、') || '—'}
                    </td>
                    <td>{formatDate(member.from)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Block>
      )}
    </>
  );
}

function AddMember({ onClose }: { onClose(): void }): ReactNode {
  const organisations = useOrganisations();
  const [given, setGiven] = useState<Given>({
    position: 'member',
    organisationId: null,
    name: '',
    postTitle: '',
    sort: 0,
    from: today(),
  });
  const { busy, error, run } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  const set = (more: Partial<Given>): void => setGiven({ ...given, ...more });
  const save = async (): Promise<void> => {
    const done = await run(() => ask('addGroupMember', { body: given }));
    if (done === undefined) return;
    await queries.invalidateQueries({ queryKey: ['people'] });
    tell({ words: '已增加成员。' });
    onClose();
  };
  return (
    <Dialog
      open
      title="增加领导小组成员"
      onClose={onClose}
      foot={
        <Button type="primary" loading={busy} disabled={given.name.trim() === ''} onClick={() => void save()}>
          增加
        </Button>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={error} />
        <Field label="职务" name="position" needed>
          <Select id="position" value={given.position} options={positions} onChange={(position) => set({ position })} />
        </Field>
        <Field label="姓名" name="memberName" needed>
          <Input id="memberName" maxLength={40} value={given.name} onChange={(event) => set({ name: event.target.value })} />
        </Field>
        <Field label="单位" name="organisation">
          <Select
            id="organisation"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={given.organisationId ?? null}
            options={organisations.map((one) => ({ value: one.organisationId, label: one.name }))}
            onChange={(organisationId) => set({ organisationId: organisationId ?? null })}
          />
        </Field>
        <Field label="本单位职务" name="postTitle">
          <Input
            id="postTitle"
            maxLength={60}
            value={given.postTitle}
            onChange={(event) => set({ postTitle: event.target.value })}
          />
        </Field>
        <Field label="起" name="memberFrom" needed>
          <Input id="memberFrom" type="date" value={given.from} onChange={(event) => set({ from: event.target.value })} />
        </Field>
      </Fields>
    </Dialog>
  );
}

const positions: { value: Given['position']; label: string }[] = (
  ['leader', 'deputy_leader', 'office_director', 'office_deputy', 'member'] as const
).map((value) => ({
  value,
  label: positionWords[value],
}));
