/** 核查单的签字和扫描件 — whether it is signed, by whom and over what, and the scan of the paper to take away. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { askForFile } from '../../api/ask.js';
import { saveFile } from '../../furniture/saveFile.js';
import { TroubleLine } from '../../furniture/states.js';
import { formatDate, formatInstant, formatSize } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import './registry.css';
import type { Sheet } from './SurveySheet.js';
import { partyWords } from './words.zh.js';

/** `onScan`: the person may archive one. */
export function SurveyArchive({
  sheet,
  onScan,
}: {
  readonly sheet: Sheet;
  readonly onScan: (() => void) | undefined;
}): ReactNode {
  const { survey, signers, checkCode, scan } = sheet;
  const { busy, error, run } = useAct();
  const download = async (): Promise<void> => {
    const file = await run(() => askForFile('downloadSurveyScan', { path: { surveyId: survey.id } }));
    if (file !== undefined) saveFile(file.name, file.content, file.content.type);
  };
  if (survey.state !== 'signed')
    return (
      <p className="warn-line screen-only">
        待签字：打印后由各方签字盖章，再按“登记签字”填写签字日期、签字人和纸上右下角的校验码。打印之后登记内容如有变动，须重新打印。
      </p>
    );
  return (
    <section className="block screen-only">
      <TroubleLine error={error} />
      {survey.signedCode !== checkCode && (
        <p className="warn-line">
          签字之后登记内容有变动：签字所据校验码 {survey.signedCode}，现为 {checkCode}。以扫描件为准。
        </p>
      )}
      <dl className="strip">
        <div>
          <dt>签字日期</dt>
          <dd>{survey.signedOn === null ? '—' : formatDate(survey.signedOn)}</dd>
        </div>
        <div>
          <dt>签字人</dt>
          <dd>{signers.map(({ party, nameMasked }) => `${partyWords[party]} ${nameMasked}`).join('、')}</dd>
        </div>
        <div>
          <dt>签字所据校验码</dt>
          <dd>{survey.signedCode ?? '—'}</dd>
        </div>
        <div>
          <dt>扫描件</dt>
          <dd>
            {scan === null ? (
              <span className="absent absent-missing">缺</span>
            ) : (
              <>
                {scan.name}（{formatSize(scan.sizeBytes)}，{formatInstant(scan.uploadedAt)}）
              </>
            )}
          </dd>
        </div>
      </dl>
      <div className="page-actions">
        {scan !== null && (
          <Button size="small" loading={busy} onClick={() => void download()}>
            下载扫描件
          </Button>
        )}
        {onScan !== undefined && (
          <Button size="small" onClick={onScan}>
            {scan === null ? '上传扫描件' : '更换扫描件'}
          </Button>
        )}
      </div>
    </section>
  );
}
