/** 用地核查单 — the page around the paper: what is on the screen is what is printed. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask } from '../../api/ask.js';
import { Loading, Trouble } from '../../furniture/states.js';
import { Page } from '../../office/Page.js';
import { useMay, useWho } from '../../office/session.js';
import { SignSurvey } from './SignSurvey.js';
import { SurveyArchive } from './SurveyArchive.js';
import { SurveyFindings } from './SurveyFindings.js';
import { SurveyPaper } from './SurveyPaper.js';
import { ArchiveScan } from './SurveyScan.js';
import './SurveySheet.css';
import { surveyWords } from './words.zh.js';

export type Sheet = Answer<'getSurveySheet'>;

export function SurveySheet(): ReactNode {
  const { office } = useWho();
  const { surveyId } = useParams({ from: '/office/registry/surveys/$surveyId' });
  const edits = useMay('registry.edit');
  const [doing, setDoing] = useState<'fill' | 'sign' | 'scan' | null>(null);
  const sheet = useQuery({
    queryKey: ['registry', 'survey', surveyId],
    queryFn: () => ask('getSurveySheet', { path: { surveyId } }),
  });
  if (sheet.isPending) return <Loading what="核查单" />;
  if (sheet.data === undefined) return <Trouble error={sheet.error} again={() => void sheet.refetch()} />;
  const { state } = sheet.data.survey;
  return (
    <Page
      title="用地核查单"
      help="survey"
      note={`${sheet.data.survey.number} · ${surveyWords[state]}`}
      actions={
        <>
          <Link to="/registry/enterprises/$subjectId" params={{ subjectId: sheet.data.subject.subjectId }}>
            <Button>回企业页</Button>
          </Link>
          {edits && state === 'drawn' && <Button onClick={() => setDoing('fill')}>填写核查结果</Button>}
          <Button type={state === 'drawn' ? 'default' : 'primary'} onClick={() => window.print()}>
            打印
          </Button>
          {edits && state === 'drawn' && (
            <Button type="primary" onClick={() => setDoing('sign')}>
              登记签字
            </Button>
          )}
        </>
      }
    >
      <SurveyArchive sheet={sheet.data} onScan={edits ? () => setDoing('scan') : undefined} />
      <SurveyPaper sheet={sheet.data} officeName={office.name} />
      {doing === 'fill' && <SurveyFindings sheet={sheet.data} onClose={() => setDoing(null)} />}
      {doing === 'sign' && <SignSurvey sheet={sheet.data} onClose={() => setDoing(null)} />}
      {doing === 'scan' && <ArchiveScan sheet={sheet.data} onClose={() => setDoing(null)} />}
    </Page>
  );
}
