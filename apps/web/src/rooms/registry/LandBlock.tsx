/** 用地 — the net land of the year and why, what is used from when to when, contracts, survey sheets, tenants. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask } from '../../api/ask.js';
import { ChartFrame } from '../../furniture/ChartFrame.js';
import { Loading, Trouble } from '../../furniture/states.js';
import { formatDate, formatNumber } from '../../furniture/values.js';
import { type Reason, Why } from '../../furniture/Why.js';
import { Block } from '../../office/Page.js';
import { useYear } from '../../office/year.js';
import { LedgerTable } from './LedgerTable.js';
import { ledgerForms } from './ledgers.zh.js';
import { occupancyWords, surveyWords } from './words.zh.js';

type Full = Answer<'getSubject'>;
type Land = Answer<'explainSubjectLand'>;

export function LandBlock({ full, onChanged }: { readonly full: Full; onChanged(): void }): ReactNode {
  const { subjectId } = full.subject;
  const own = { ownerId: subjectId, onChanged };
  return (
    <div id="land" className="columns-land">
      <LedgerTable
        form={ledgerForms.occupancy}
        rows={full.occupancies}
        head={<NetLand subjectId={subjectId} />}
        draw={(row, field) =>
          field.key === 'parcelId' && typeof row.parcelId === 'string' ? (
            <Link to="/registry/parcels/$parcelId" params={{ parcelId: row.parcelId }}>
              {String(row.parcelNumber ?? '宗地')}
            </Link>
          ) : undefined
        }
        {...own}
      />
      {full.tenants.length > 0 && <Tenants tenants={full.tenants} />}
      <LedgerTable form={ledgerForms.contract} rows={full.contracts} {...own} />
      <LedgerTable
        form={ledgerForms.survey}
        rows={full.surveys}
        draw={(row, field) =>
          field.key === 'number' ? <SurveyNumber survey={full.surveys.find(({ id }) => id === row.id)} /> : undefined
        }
        more={(row) => (
          <Link to="/registry/surveys/$surveyId" params={{ surveyId: row.id }}>
            {full.surveys.find(({ id }) => id === row.id)?.state === 'drawn' ? '打印、登记签字' : '查看'}
          </Link>
        )}
        {...own}
      />
    </div>
  );
}

/** With its state: a sheet that is not signed yet still waits for somebody. */
function SurveyNumber({ survey }: { readonly survey: Full['surveys'][number] | undefined }): ReactNode {
  if (survey === undefined) return null;
  const { number, state, signedOn, scanFileId } = survey;
  const words =
    state === 'signed' ? `${formatDate(signedOn ?? '')}签字${scanFileId === null ? '，缺扫描件' : ''}` : surveyWords[state];
  return (
    <>
      {number} <span className={state === 'signed' && scanFileId !== null ? 'quiet' : 'status-mark'}>{words}</span>
    </>
  );
}

function NetLand({ subjectId }: { readonly subjectId: string }): ReactNode {
  const { dataYear } = useYear();
  const [year, setYear] = useState(dataYear);
  const land = useQuery({
    queryKey: ['registry', 'land', subjectId, year],
    queryFn: () => ask('explainSubjectLand', { path: { subjectId }, query: { year } }),
  });
  const { why } = useSearch({ from: '/office/registry/enterprises/$subjectId' });
  const navigate = useNavigate({ from: '/registry/enterprises/$subjectId' });
  const open = (next: 'land' | undefined): void =>
    void navigate({ search: next === undefined ? {} : { why: next }, replace: true });
  const years = Array.from({ length: 6 }, (_, back) => dataYear + 1 - back);
  return (
    <div className="land-now">
      <span>
        <Select
          size="small"
          variant="borderless"
          aria-label="数据年度"
          value={year}
          options={years.map((value) => ({ value, label: `${value} 年` }))}
          onChange={setYear}
        />
        净用地{' '}
        {land.data?.netMu === null || land.data === undefined ? (
          <Button size="small" type="link" onClick={() => open('land')}>
            {land.isPending ? '正在计算…' : '算不出，看原因'}
          </Button>
        ) : (
          <button type="button" className="land-number" title="看逐月来历" onClick={() => open('land')}>
            {muText(land.data)}
          </button>
        )}{' '}
        亩
      </span>
      {land.data !== undefined && land.data.findings.length > 0 && (
        <span className="status-mark">{land.data.findings.length} 处需要核对</span>
      )}
      {land.data?.rule != null && <span className="quiet">口径：{land.data.rule.clause}</span>}
      <Why
        title={`${year} 年净用地的来历`}
        open={why === 'land'}
        onClose={() => open(undefined)}
        reason={land.data === undefined ? undefined : reasonOf(land.data)}
        instead={
          land.isPending ? (
            <Loading what="来历" />
          ) : land.data === undefined ? (
            <Trouble error={land.error} again={() => void land.refetch()} />
          ) : undefined
        }
      />
    </div>
  );
}

function reasonOf(land: Land): Reason {
  return {
    title: '净用地',
    value: land.netMu === null ? { absent: 'not_computable' } : muText(land),
    unit: '亩',
    ...(land.netSqm === null ? {} : { formula: `${formatNumber(land.netSqm, 2)} ㎡ 折算；自有 + 承租 − 出租，逐月平均` }),
    ...(land.rule === null ? {} : { clause: `${land.rule.clause}：${land.rule.words}` }),
    parts: [
      ...land.findings.map((finding) => ({ title: `请核对：${finding.message}`, value: null, source: finding.remedy })),
      ...land.lines.map((line) => ({
        title: `${line.kind} ${line.parcel}${line.counterpart === null ? '' : `（${line.counterpart}）`}`,
        value: line.contributionSqm,
        unit: '㎡',
        decimals: 2,
        ...(/\d/.test(line.words) ? { formula: line.words } : { source: line.words }),
      })),
    ],
    table: (
      <>
        {new Set(land.byMonthSqm).size > 1 && (
          <ChartFrame
            title={`${land.year} 年逐月净用地`}
            unit="㎡"
            decimals={1}
            bars={land.byMonthSqm.map((value, month) => ({ label: `${month + 1} 月`, value }))}
            {...(land.rule === null ? {} : { source: `口径：${land.rule.clause}` })}
          />
        )}
        <Months land={land} />
      </>
    ),
  };
}

/** As the rule rounds it, with two decimals at least; unrounded with four. */
function muText({ netMu, roundedMu }: Land): string {
  if (roundedMu === null) return formatNumber(netMu ?? 0, 4);
  const written = formatNumber(roundedMu);
  return (written.split('.')[1]?.length ?? 0) >= 2 ? written : formatNumber(roundedMu, 2);
}

/** Months in blocks of six: the drawer is narrow. */
function Months({ land }: { readonly land: Land }): ReactNode {
  return (
    <>
      <h3>逐月（㎡）</h3>
      {[0, 6].map((start) => (
        <div className="table-scroll" key={start}>
          <table className="plain-table months">
            <thead>
              <tr>
                <th>用地</th>
                {[0, 1, 2, 3, 4, 5].map((month) => (
                  <th key={month} className="number">
                    {start + month + 1} 月
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {land.lines.map((line) => (
                <tr key={line.occupancyId}>
                  <td>
                    {line.kind} {line.parcel}
                  </td>
                  {line.byMonth.slice(start, start + 6).map((area, month) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: months have no other identity
                    <td key={month} className="number">
                      {formatNumber(area, 1)}
                    </td>
                  ))}
                </tr>
              ))}
              <tr>
                <th>合计</th>
                {land.byMonthSqm.slice(start, start + 6).map((area, month) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: months have no other identity
                  <th key={month} className="number">
                    {formatNumber(area, 1)}
                  </th>
                ))}
              </tr>
            </tbody>
          </table>
        </div>
      ))}
    </>
  );
}

function Tenants({ tenants }: { readonly tenants: Full['tenants'] }): ReactNode {
  return (
    <Block title={`在其用地上的承租户（${tenants.length}）`}>
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th>承租户</th>
              <th>种类</th>
              <th>宗地</th>
              <th className="number">土地面积（㎡）</th>
              <th className="number">建筑面积（㎡）</th>
              <th>起</th>
              <th>止</th>
            </tr>
          </thead>
          <tbody>
            {tenants.map((tenant) => (
              <tr key={tenant.id}>
                <td>
                  <Link to="/registry/enterprises/$subjectId" params={{ subjectId: tenant.subjectId }}>
                    {tenant.subjectName}
                  </Link>
                </td>
                <td>{occupancyWords[tenant.kind]}</td>
                <td>{tenant.parcelNumber ?? '—'}</td>
                <td className="number">{tenant.landAreaSqm == null ? '—' : formatNumber(tenant.landAreaSqm, 2)}</td>
                <td className="number">{tenant.floorAreaSqm == null ? '—' : formatNumber(tenant.floorAreaSqm, 2)}</td>
                <td className="day">{tenant.from == null ? '—' : formatDate(tenant.from)}</td>
                <td className="day">{tenant.until == null ? '至今' : formatDate(tenant.until)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Block>
  );
}
