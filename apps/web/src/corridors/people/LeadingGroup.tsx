/** 领导小组 — who leads, who is a member, and in each member unit the 业务骨干 by name; what is vacant stands on top. @source TZ-10 */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask } from '../../api/ask.js';
import { today } from '../../api/clock.js';
import { choicesOf } from '../../furniture/choices.js';
import { Empty, Loading, Trouble } from '../../furniture/states.js';
import { formatDate } from '../../furniture/values.js';
import { Block, Page } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import { AddDialog, chosenOf } from './AddDialog.js';
import { useOrganisations } from './organisations.js';
import { positionWords } from './words.zh.js';

type Group = Answer<'readLeadingGroup'>;

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
  const start = { position: 'member', name: '', organisationId: '', postTitle: '', from: today() };
  return (
    <AddDialog
      title="增加领导小组成员"
      told="已增加成员。"
      start={start}
      entries={[
        { key: 'position', label: '职务', kind: 'choice', needed: true, options: choicesOf(positionWords) },
        { key: 'name', label: '姓名', kind: 'text', needed: true, maxLength: 40 },
        {
          ...{ key: 'organisationId', label: '单位', kind: 'choice' },
          options: organisations.map((one) => ({ value: one.organisationId, label: one.name })),
        },
        { key: 'postTitle', label: '本单位职务', kind: 'text', maxLength: 60 },
        { key: 'from', label: '起', kind: 'day', needed: true },
      ]}
      send={({ position, name, organisationId, postTitle, from }) =>
        ask('addGroupMember', {
          body: {
            ...{
              position: chosenOf(positionWords, position, 'member'),
              name: name.trim(),
              postTitle: postTitle.trim(),
              sort: 0,
              from,
            },
            organisationId: organisationId === '' ? null : organisationId,
          },
        })
      }
      onClose={onClose}
    />
  );
}
