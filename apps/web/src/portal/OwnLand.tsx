/** 净用地逐月来历 — the number of 亩 that the evaluation divides by: every month, every piece of land, and why it counts as it does. */
import type { ReactNode } from 'react';
import { type Answer, ask } from '../api/ask.js';
import { formatDate, formatNumber } from '../furniture/values.js';
import { useAsked } from './asking.js';
import type { Chosen } from './Inside.js';
import { Card, PageTitle, To, Waiting } from './parts.js';
import { Trouble } from './Trouble.js';
import { portalTexts } from './texts.zh.js';
import { usePlace } from './view.js';

type Land = Answer<'explainOwnLand'>;

export function OwnLand({ mine, subjectId }: Chosen): ReactNode {
  const place = usePlace();
  const year = place.year ?? mine.landYears[0] ?? Number(mine.today.slice(0, 4)) - 1;
  const land = useAsked(`${subjectId} ${year}`, () => ask('explainOwnLand', { query: { subjectId, year } }));
  return (
    <>
      <PageTitle title="净用地逐月来历" note={portalTexts.landIntro} />
      {mine.landYears.length > 1 && (
        <nav className="portal-years screen-only" aria-label="数据年度">
          {mine.landYears.map((one) => (
            <span key={one} aria-current={one === year ? 'page' : undefined}>
              <To to={{ view: 'land', year: one }}>{one} 年</To>
            </span>
          ))}
        </nav>
      )}
      {land.data === null ? (
        land.problem === null ? (
          <Waiting words="正在计算…" />
        ) : (
          <Trouble problem={land.problem} again={land.again} />
        )
      ) : (
        <Explained land={land.data} />
      )}
    </>
  );
}

function Explained({ land }: { readonly land: Land }): ReactNode {
  if (land.rule === null)
    return (
      <Card title={`${land.year} 年净用地`}>
        <p>评价办公室还没有公布 {land.year} 年怎样计算用地，暂时算不出。公布之后这里会显示逐月的数。</p>
      </Card>
    );
  const mu = land.roundedMu ?? land.netMu;
  return (
    <>
      <Card title={`${land.year} 年净用地`} beside={<To to={{ view: 'correct', topic: 'land' }}>有误</To>}>
        {mu === null ? (
          <p>没有登记可以计入的用地，算不出净用地。实际有厂房或土地的，请点“有误”写明。</p>
        ) : (
          <p className="portal-big">
            {formatNumber(mu, land.roundedMu === null ? 4 : undefined)} <small>亩</small>
          </p>
        )}
        {land.netSqm !== null && <p className="quiet">全年平均 {formatNumber(land.netSqm, 2)} ㎡，按口径折算为亩。</p>}
        <p className="quiet">
          口径：{land.rule.words}（{land.rule.clause}）
        </p>
        {land.findings.map((finding) => (
          <p key={finding.message} className="portal-warn">
            <b>请核对：</b>
            {finding.message}
          </p>
        ))}
        {land.byMonthSqm.length > 0 && <Months title="各月净用地（㎡）" months={land.byMonthSqm} />}
      </Card>
      {land.lines.map((line) => (
        <Card key={line.occupancyId} title={`${line.kind} ${line.parcel}`}>
          <p>
            {line.counterpart !== null && <>对方：{line.counterpart}。</>}
            {line.from === null ? '起始日期没有登记' : `${formatDate(line.from)}起`}
            {line.until === null ? '，至今' : `，至 ${formatDate(line.until)}（不含当日）`}；登记面积{' '}
            {formatNumber(line.areaSqm, 2)} ㎡，计入 {formatNumber(line.months)} 个月。
          </p>
          {line.words !== '' && <p className="quiet">{line.words}</p>}
          <Months title="各月计入（㎡）" months={line.byMonth} />
          <p>
            计入全年净用地 <b className="tabular">{signed(line.contributionSqm)}</b> ㎡
          </p>
        </Card>
      ))}
    </>
  );
}

function Months({ title, months }: { readonly title: string; readonly months: readonly number[] }): ReactNode {
  return (
    <table className="portal-months">
      <caption>{title}</caption>
      <tbody>
        {[0, 1, 2, 3, 4, 5].map((row) => (
          <tr key={row}>
            {[row, row + 6].map((at) => (
              <Month key={at} month={at + 1} value={months[at]} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Month = ({ month, value }: { readonly month: number; readonly value: number | undefined }): ReactNode => (
  <>
    <th scope="row">{month}月</th>
    <td className={value === 0 ? 'quiet' : ''}>{value === undefined ? '—' : formatNumber(value, 2)}</td>
  </>
);

const signed = (value: number): string => `${value > 0 ? '+' : ''}${formatNumber(value, 2)}`;
