/** 更正申请 — what is not right on the record, in the enterprise's words; where it goes is said, and the answer stands below. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Answer, ask } from '../api/ask.js';
import { formatInstant } from '../furniture/values.js';
import { correctionStateWords, correctionTopicWords } from '../rooms/registry/words.zh.js';
import { faultOf, useAsked, useDoing } from './asking.js';
import type { Chosen } from './Inside.js';
import { Card, Field, Form, PageTitle, Waiting } from './parts.js';
import { Trouble } from './Trouble.js';
import { portalTexts } from './texts.zh.js';
import { usePlace } from './view.js';

type Own = Answer<'listOwnCorrections'>['items'][number];
type Topic = Own['topic'];
const topics = Object.entries(correctionTopicWords) as readonly (readonly [Topic, string])[];
const most = 500;

export function Corrections({ subjectId, unread }: Chosen): ReactNode {
  const place = usePlace();
  const list = useAsked(subjectId, () => ask('listOwnCorrections', { query: { subjectId, limit: 50 } }));
  const fresh = useReading(list.data?.items ?? [], unread.again);
  return (
    <>
      <PageTitle title="更正申请" note={portalTexts.correctIntro} />
      <Ask subjectId={subjectId} onAsked={list.again} />
      {list.data === null ? (
        list.problem === null ? (
          <Waiting />
        ) : (
          <Trouble problem={list.problem} again={list.again} />
        )
      ) : list.data.items.length === 0 ? (
        <section className="portal-card portal-quiet">
          <p>您还没有提过更正申请。提交之后，进展和答复显示在这里。</p>
        </section>
      ) : (
        list.data.items.map((one) => (
          <One key={one.correctionId} one={one} fresh={fresh.has(one.correctionId)} sought={one.correctionId === place.asked} />
        ))
      )}
    </>
  );
}

/** Answers seen here are read from now on; the mark stays until the page is left. */
function useReading(items: readonly Own[], told: () => void): ReadonlySet<string> {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const unread = items.filter(({ correctionId, unreadNoticeId }) => unreadNoticeId !== null && !fresh.has(correctionId));
    if (unread.length === 0) return;
    setFresh(new Set([...fresh, ...unread.map(({ correctionId }) => correctionId)]));
    const noticeIds = unread.flatMap(({ unreadNoticeId }) => unreadNoticeId ?? []);
    // What could not be marked is shown as new once more: nothing is lost.
    ask('markNotices', { body: { noticeIds } }).then(told, () => undefined);
  }, [items, fresh, told]);
  return fresh;
}

function Ask({ subjectId, onAsked }: { readonly subjectId: string; onAsked(): void }): ReactNode {
  const place = usePlace();
  const [topic, setTopic] = useState<Topic>(topics.find(([one]) => one === place.topic)?.[0] ?? 'basic');
  const [words, setWords] = useState('');
  const [told, setTold] = useState<number | null>(null);
  const { busy, problem, run } = useDoing();
  const send = async (): Promise<void> => {
    setTold(null);
    const done = await run(() => ask('askCorrection', { body: { subjectId, topic, words: words.trim() } }));
    if (done === undefined) return;
    setWords('');
    setTold(done.readers);
    onAsked();
  };
  return (
    <Card title="写明哪里不对">
      {told !== null && (
        <p className="portal-good" role="status">
          ✓ 已提交{told > 0 ? `，并已提醒 ${told} 名经办人员` : ''}。
        </p>
      )}
      <Form problem={problem} verb="提交更正申请" busy={busy} ready={words.trim() !== ''} onSend={() => void send()}>
        <Field label="哪一部分">
          <select value={topic} onChange={(event) => setTopic(topics.find(([one]) => one === event.target.value)?.[0] ?? topic)}>
            {topics.map(([one, word]) => (
              <option key={one} value={one}>
                {word}
              </option>
            ))}
          </select>
        </Field>
        <Field
          label="说明"
          help={`例如：承租面积应为 800 平方米，依据 2024 年 3 月续签的合同。还可以写 ${most - words.length} 字`}
          error={faultOf(problem, 'words')}
        >
          <textarea rows={5} maxLength={most} value={words} onChange={(event) => setWords(event.target.value)} />
        </Field>
      </Form>
    </Card>
  );
}

interface OneProps {
  readonly one: Own;
  /** Its answer was not read before. */
  readonly fresh: boolean;
  /** The notice led to this one. */
  readonly sought: boolean;
}

function One({ one, fresh, sought }: OneProps): ReactNode {
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sought) top.current?.scrollIntoView({ block: 'center' });
  }, [sought]);
  return (
    <Card
      title={correctionTopicWords[one.topic]}
      beside={
        <>
          {fresh && <b className="portal-new">新答复</b>}
          <b className={`portal-state portal-${one.state}`}>{correctionStateWords[one.state]}</b>
        </>
      }
    >
      <div ref={top} />
      <p className="quiet">{formatInstant(one.askedAt)} 提出</p>
      <p className="portal-words">{one.words}</p>
      {one.answer !== null && (
        <p className="portal-answer">
          <b>结果：</b>
          {correctionStateWords[one.state]}
          <br />
          <b>理由：</b>
          {one.answer}
          <br />
          <span className="quiet">
            {[one.answeredFor, one.answeredBy].filter((word) => word !== null).join(' ')}
            {one.answeredAt === null ? '' : ` ${formatInstant(one.answeredAt)} 答复`}
          </span>
        </p>
      )}
      {one.state === 'declined' && <p className="quiet">对答复有异议的，请补充依据再提一件，或在企业确认阶段提出异议。</p>}
    </Card>
  );
}
