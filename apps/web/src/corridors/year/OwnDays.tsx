/** 工作日调整 — days on which this office works or rests otherwise than the State Council's calendar says; deadlines count by them. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, type Item } from '../../api/ask.js';
import { today } from '../../api/clock.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { Trouble, TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { formatDate } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block } from '../../office/Page.js';

type Day = Item<'readOwnDays'>;
const worksWords = (works: boolean): string => (works ? '上班' : '休息');

export function OwnDays({ manages }: { readonly manages: boolean }): ReactNode {
  const [editing, setEditing] = useState<Day | 'new' | null>(null);
  const days = useQuery({ queryKey: ['year', 'days'], queryFn: () => ask('readOwnDays', {}) });
  return (
    <Block
      title="本地工作日调整"
      actions={
        manages && (
          <Button size="small" onClick={() => setEditing('new')}>
            增加一天
          </Button>
        )
      }
    >
      {days.isPending ? (
        <p className="quiet">正在取工作日…</p>
      ) : days.data === undefined ? (
        <Trouble error={days.error} again={() => void days.refetch()} />
      ) : days.data.items.length === 0 ? (
        <p className="quiet">没有调整：工作日按国务院办公厅公布的节假日安排（含调休）计算。本地另有安排时在这里增加。</p>
      ) : (
        <div className="table-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                {['日期', '本地', '国家安排', '说明'].map((title) => (
                  <th key={title}>{title}</th>
                ))}
                <th className="screen-only" aria-label="办理" />
              </tr>
            </thead>
            <tbody>
              {days.data.items.map((one) => (
                <tr key={one.day} className={one.works === one.usual ? 'row-ended' : ''}>
                  <td>
                    {formatDate(one.day)} {weekday(one.day)}
                  </td>
                  <td>{worksWords(one.works)}</td>
                  <td>{one.works === one.usual ? '相同，不影响计算' : worksWords(one.usual)}</td>
                  <td>{one.note === '' ? '—' : one.note}</td>
                  <td className="row-actions screen-only">
                    {manages && (
                      <Button size="small" type="link" onClick={() => setEditing(one)}>
                        修改
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing !== null && <EditDay day={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Block>
  );
}

function EditDay({ day, onClose }: { readonly day: Day | null; onClose(): void }): ReactNode {
  const [on, setOn] = useState(day?.day ?? today());
  const [works, setWorks] = useState(day?.works ?? false);
  const [note, setNote] = useState(day?.note ?? '');
  const { busy, error, run } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  const { at, rest } = fieldFaults(error);
  const save = async (): Promise<void> => {
    const done = await run(() => ask('setOwnDay', { path: { day: on }, body: { works, note: note.trim() } }));
    if (done === undefined) return;
    await queries.invalidateQueries({ queryKey: ['year'] });
    tell({ words: `${formatDate(on)}：${worksWords(works)}。各阶段和任务的剩余、逾期天数已按此重算。` });
    onClose();
  };
  return (
    <Dialog
      open
      title={day === null ? '增加工作日调整' : '修改工作日调整'}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} disabled={on === ''} onClick={() => void save()}>
            保存
          </Button>
        </>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={rest} />
        <Field label="日期" name="day" needed error={on === '' ? '请选择日期。' : at('day')}>
          <Input id="day" type="date" disabled={day !== null} value={on} onChange={(event) => setOn(event.target.value)} />
        </Field>
        <Field label="这一天" name="works" needed>
          <Radio.Group
            id="works"
            value={works}
            options={[
              { value: true, label: '上班' },
              { value: false, label: '休息' },
            ]}
            onChange={(event) => setWorks(event.target.value === true)}
          />
        </Field>
        <Field label="说明" name="note" help="如：区府办通知，台风停工一天" error={at('note')}>
          <Input id="note" maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </Fields>
    </Dialog>
  );
}

const weekday = (day: string): string => `星期${'日一二三四五六'[new Date(`${day}T00:00:00Z`).getUTCDay()]}`;
