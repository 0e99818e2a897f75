/** 任务的一步 — a unit reports progress or completion; the lead office closes, returns, cancels or opens again, each with its reason. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, type Body } from '../../api/ask.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { useAct } from '../../office/act.js';
import type { Task } from './Tasks.js';

interface StepProps {
  readonly task: Task;
  readonly step: 'report' | 'end';
  onClose(): void;
}

interface Way {
  readonly title: string;
  readonly told: string;
  readonly main?: true;
  send(words: string): Promise<unknown>;
}

export function TaskStep({ task, step, onClose }: StepProps): ReactNode {
  const [words, setWords] = useState('');
  const { busy, error, run } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  const ways = step === 'report' ? reportWays(task) : endWays(task);
  const field = step === 'report' ? 'progress' : 'reason';
  const { at, rest } = fieldFaults(error);
  const take = async (way: Way): Promise<void> => {
    const done = await run(() => way.send(words.trim()));
    if (done === undefined) return;
    await queries.invalidateQueries({ queryKey: ['year'] });
    tell({ words: way.told });
    onClose();
  };
  return (
    <Dialog
      open
      title={`${step === 'report' ? '报告进度' : '办结'}：${task.title}`}
      onClose={onClose}
      foot={ways.map((way) => (
        <Button
          key={way.title}
          type={way.main === true ? 'primary' : 'default'}
          loading={busy}
          disabled={words.trim() === ''}
          onClick={() => void take(way)}
        >
          {way.title}
        </Button>
      ))}
    >
      <Fields>
        <TroubleLine error={rest} />
        {task.progress !== '' && <p className="quiet">上次进展：{task.progress}</p>}
        <Field label={step === 'report' ? '进展' : '理由'} name="words" needed error={at(field)}>
          <Input.TextArea
            id="words"
            autoFocus
            rows={3}
            maxLength={step === 'report' ? 2000 : 500}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
      </Fields>
    </Dialog>
  );
}

function reportWays({ taskId, version }: Task): Way[] {
  const send = (reported: boolean) => (progress: string) =>
    ask('reportTask', { path: { taskId }, body: { version, progress, reported } });
  return [
    { title: '只报进度', told: '已报告进度。', send: send(false) },
    { title: '报告完成', told: '已报告完成，等牵头办办结。', main: true, send: send(true) },
  ];
}

function endWays({ taskId, version, state }: Task): Way[] {
  const send = (next: Body<'endTask'>['state']) => (reason: string) =>
    ask('endTask', { path: { taskId }, body: { version, state: next, reason } });
  if (state === 'done' || state === 'cancelled')
    return [{ title: '重新打开', told: '已重新打开。', main: true, send: send('open') }];
  return [
    { title: '取消任务', told: '已取消任务。', send: send('cancelled') },
    ...(state === 'reported' ? [{ title: '退回', told: '已退回，继续办理。', send: send('open') }] : []),
    { title: '办结', told: '已办结。', main: true, send: send('done') },
  ];
}
