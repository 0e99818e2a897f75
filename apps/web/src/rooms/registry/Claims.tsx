/** 属地认领 — moves of a place from one town to another: proposed by one, accepted, refused or disputed by the other. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, type Body, type Item } from '../../api/ask.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { Empty, Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { formatDate } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block, Page } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import './registry.css';
import { claimWords, placeWords } from './words.zh.js';

type Claim = Item<'listClaims'>;
type Step = Body<'decideClaim'>['step'];
const stepWords: Readonly<Record<Step, string>> = { accept: '认领', refuse: '不予认领', dispute: '提出争议', withdraw: '撤回' };

export function Claims(): ReactNode {
  const edits = useMay('registry.edit');
  const [doing, setDoing] = useState<{ readonly claim: Claim; readonly step: Step } | null>(null);
  const list = useQuery({ queryKey: ['registry', 'claims'], queryFn: () => ask('listClaims', { query: { limit: 200 } }) });
  return (
    <Page title="属地认领" help="claims" note="等待认领和有争议的属地划转；划转生效之前仍按原属地。">
      {list.isPending ? (
        <Loading what="属地认领" />
      ) : list.data === undefined ? (
        <Trouble error={list.error} again={() => void list.refetch()} />
      ) : list.data.items.length === 0 ? (
        <Empty title="没有待认领的属地">
          企业的注册地、生产地、税收入库地、统计在库地变更到另一镇街时，在企业页“四地”提出划转，由对方在这里认领。
        </Empty>
      ) : (
        <Block title={`共 ${list.data.items.length} 件`}>
          <div className="table-scroll">
            <table className="plain-table">
              <thead>
                <tr>
                  {['企业', '哪一地', '划出', '划入', '起', '依据', '状态'].map((title) => (
                    <th key={title}>{title}</th>
                  ))}
                  <th aria-label="办理" />
                </tr>
              </thead>
              <tbody>
                {list.data.items.map((claim) => (
                  <tr key={claim.claimId}>
                    <td>
                      <Link to="/registry/enterprises/$subjectId" params={{ subjectId: claim.subjectId }}>
                        {claim.subjectName}
                      </Link>
                    </td>
                    <td>{placeWords[claim.role]}</td>
                    <td>{claim.fromRegionName ?? '—'}</td>
                    <td>{claim.toRegionName}</td>
                    <td className="day">{claim.from === null ? '—' : formatDate(claim.from)}</td>
                    <td className="claim-words">{claim.basis ?? '—'}</td>
                    <td className="claim-words">
                      <span className="status-mark">{claimWords[claim.state]}</span>
                      {claim.note !== null && <p className="quiet">{claim.note}</p>}
                    </td>
                    <td className="row-actions">
                      {edits &&
                        claim.steps.map((step) => (
                          <Button key={step} size="small" type="link" onClick={() => setDoing({ claim, step })}>
                            {stepWords[step]}
                          </Button>
                        ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Block>
      )}
      {doing !== null && <Decide {...doing} onClose={() => setDoing(null)} />}
    </Page>
  );
}

function Decide({ claim, step, onClose }: { readonly claim: Claim; readonly step: Step; onClose(): void }): ReactNode {
  const [note, setNote] = useState('');
  const { busy, error, run } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  const needsNote = step === 'refuse' || step === 'dispute';
  const save = async (): Promise<void> => {
    const body = { step, version: claim.version, ...(note.trim() === '' ? {} : { note: note.trim() }) };
    const done = await run(() => ask('decideClaim', { path: { claimId: claim.claimId }, body }));
    if (done === undefined) return;
    await queries.invalidateQueries({ queryKey: ['registry'] });
    tell({ words: `${claim.subjectName}：${claimWords[done.state]}。` });
    onClose();
  };
  return (
    <Dialog
      open
      title={`${stepWords[step]}：${claim.subjectName}的${placeWords[claim.role]}`}
      onClose={onClose}
      foot={
        <Button type="primary" loading={busy} disabled={needsNote && note.trim() === ''} onClick={() => void save()}>
          {stepWords[step]}
        </Button>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={error} />
        <p>
          {claim.fromRegionName ?? '（未定）'} → {claim.toRegionName}
        </p>
        <Field label="说明" name="note" needed={needsNote} help={needsNote ? '请写明理由，对方和牵头办公室可见' : undefined}>
          <Input id="note" maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </Fields>
    </Dialog>
  );
}
