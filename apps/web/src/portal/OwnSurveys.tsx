/** 用地核查单 — the sheets that concern the own land, each to see and to print, sign and seal. */
import { lazy, type ReactNode, Suspense } from 'react';
import { ask } from '../api/ask.js';
import { formatDate } from '../furniture/values.js';
import { surveyWords } from '../rooms/registry/words.zh.js';
import { useAsked } from './asking.js';
import type { Chosen } from './Inside.js';
import { Card, PageTitle, To, Waiting } from './parts.js';
import { Trouble } from './Trouble.js';
import { portalTexts } from './texts.zh.js';
import { usePlace } from './view.js';

const SurveyPaper = lazy(() => import('../rooms/registry/SurveyPaper.js').then((part) => ({ default: part.SurveyPaper })));

export function OwnSurveys({ subjectId }: Chosen): ReactNode {
  const own = useAsked(subjectId, () => ask('getOwnSubject', { query: { subjectId } }));
  if (own.data === null) return own.problem === null ? <Waiting /> : <Trouble problem={own.problem} again={own.again} />;
  const { surveys } = own.data;
  return (
    <>
      <PageTitle title="用地核查单" note={portalTexts.surveysIntro} />
      {surveys.length === 0 && (
        <Card title="没有用地核查单">
          <p>镇街（园区）到现场核查、填写之后显示在这里；认为用地面积登记不对、要求核查的，请提出更正申请。</p>
          <p>
            <To to={{ view: 'correct', topic: 'survey' }}>提出更正申请</To>
          </p>
        </Card>
      )}
      {surveys.map((survey) => (
        <Card key={survey.id} title={survey.number} beside={<b className="portal-state">{surveyWords[survey.state]}</b>}>
          <p>
            {formatDate(survey.surveyedOn)}核查{survey.method == null ? '' : `，${survey.method}`}
            {survey.disputed && '；您企业对面积有争议'}
          </p>
          {survey.conclusion != null && <p>{survey.conclusion}</p>}
          <p>
            <To to={{ view: 'sheet', survey: survey.id }}>查看、打印</To>
          </p>
        </Card>
      ))}
    </>
  );
}

export function OwnSheet({ who }: Chosen): ReactNode {
  const { survey } = usePlace();
  const surveyId = survey ?? '';
  const sheet = useAsked(surveyId, () => ask('getOwnSurveySheet', { path: { surveyId } }));
  return (
    <>
      <div className="screen-only">
        <PageTitle title="用地核查单" note="请核对内容，打印后签字、盖章，交所属镇街（园区）。" />
        <p className="portal-row">
          <button type="button" className="portal-second" disabled={sheet.data === null} onClick={() => print()}>
            打印
          </button>
          <To to={{ view: 'correct', topic: 'survey' }}>内容有误</To>
        </p>
      </div>
      {sheet.data === null ? (
        sheet.problem === null ? (
          <Waiting />
        ) : (
          <Trouble problem={sheet.problem} again={sheet.again} />
        )
      ) : (
        <Suspense fallback={<Waiting />}>
          <section className="portal-paper" aria-label="用地核查单">
            <SurveyPaper sheet={sheet.data} officeName={who.office.name} />
          </section>
        </Suspense>
      )}
    </>
  );
}
