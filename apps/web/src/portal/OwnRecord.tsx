/** 本企业登记 — what the office has on record, in the enterprise's words; large enough for a phone, printable as it is. */
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { type Answer, ask } from '../api/ask.js';
import { asProblem, type Problem } from '../api/problem.js';
import { formatDate, formatNumber } from '../furniture/values.js';
import {
  contactWords,
  identifierWords,
  meterWords,
  occupancyWords,
  placeWords,
  scaleWords,
  statusWords,
  transitionWords,
} from '../rooms/registry/words.zh.js';
import type { Who } from './Portal.js';
import { Trouble } from './Trouble.js';
import { portalTexts } from './texts.zh.js';

type Own = Answer<'getOwnSubject'>;
type Line = readonly [title: string, value: string];

export function OwnRecord({ who }: { readonly who: Who }): ReactNode {
  const [own, setOwn] = useState<Own | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const look = useCallback(() => {
    setProblem(null);
    ask('getOwnSubject', {}).then(setOwn, (error: unknown) => setProblem(asProblem(error)));
  }, []);
  useEffect(look, [look]);
  if (problem !== null) return <Trouble problem={problem} again={look} />;
  if (own === null)
    return (
      <p className="quiet portal-wait" role="status">
        {portalTexts.asking}
      </p>
    );
  const { subject } = own;
  return (
    <>
      <section className="portal-card">
        <p className="quiet">{who.name}，您好</p>
        <h1>{subject.name}</h1>
        <p className="quiet">{portalTexts.intro}</p>
      </section>
      <Card title="基本情况" lines={basicLines(own)} />
      <Card
        title="四地"
        lines={inOrder(own.places)
          .filter(isOpen)
          .map((place) => [
            placeWords[place.role],
            [place.placeRegionName ?? place.outside, place.address].filter((word) => word != null).join(' '),
          ])}
      />
      <Land own={own} />
      <Card
        title="户号"
        lines={own.meters
          .filter(isOpen)
          .map((meter) => [meterWords[meter.kind], [meter.account, meter.address].filter((word) => word != null).join(' · ')])}
      />
      <Card
        title="称号"
        lines={own.titles
          .filter(isOpen)
          .map((title) => [title.name, title.until == null ? '长期有效' : `有效期至 ${formatDate(dayBefore(title.until))}`])}
      />
      <Card
        title="过渡期"
        lines={own.transitions
          .filter(isOpen)
          .map((one) => [
            transitionWords[one.kind],
            `${one.endsOn === null ? '' : `至 ${formatDate(one.endsOn)}`} ${one.meanwhile ?? ''}`,
          ])}
      />
      <Card
        title="联系人"
        lines={own.contacts.filter(isOpen).map((one) => [contactWords[one.role], `${one.nameMasked} ${one.phoneMasked ?? ''}`])}
      />
      <section className="portal-card portal-quiet screen-only">
        <h2>{portalTexts.comingTitle}</h2>
        <p>{portalTexts.coming}</p>
      </section>
    </>
  );
}

function basicLines(own: Own): Line[] {
  const { subject } = own;
  const scale = [...own.scales].sort((a, b) => b.year - a.year)[0];
  const given: readonly (readonly [string, string | null])[] = [
    ['统一社会信用代码', subject.creditCode],
    ...own.identifiers
      .filter((one) => isOpen(one) && one.kind !== 'credit_code')
      .map((one) => [identifierWords[one.kind], one.value] as const),
    ['所属区域', subject.regionName],
    ['行业代码', subject.industryCode],
    ['规模', scale === undefined ? null : `${scaleWords[scale.scale]}（${scale.year} 年）`],
    ['经营状态', statusWords[subject.status]],
    ['地址', subject.address],
    ['投产日期', subject.productionFrom === null ? null : formatDate(subject.productionFrom)],
  ];
  return given.map(([title, value]) => [title, value ?? '没有登记']);
}

/** 注册地, 生产地, 税收入库地, 统计在库地. */
function inOrder(places: Own['places']): Own['places'] {
  const order = Object.keys(placeWords);
  return [...places].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}

/** The last day that still counts: ends are kept as the first day that does not. */
const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** Still so today, in Beijing. */
function isOpen({ until }: { readonly until?: string | null | undefined }): boolean {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  return until == null || until > today;
}

function Land({ own }: { readonly own: Own }): ReactNode {
  const rows = own.occupancies.filter(isOpen);
  return (
    <section className="portal-card">
      <h2>用地</h2>
      {rows.length === 0 && <p>{portalTexts.noLand}</p>}
      {rows.map((row) => (
        <p key={row.id} className="portal-land">
          <b>{occupancyWords[row.kind]}</b>
          <span>
            {row.parcelNumber ?? row.counterpart ?? ''}
            {row.kind !== 'own' && row.parcelNumber !== null && row.counterpart !== null && ` · ${row.counterpart}`}
          </span>
          <span className="number">
            {row.landAreaSqm != null && `土地 ${formatNumber(row.landAreaSqm, 2)} ㎡`}
            {row.landAreaSqm != null && row.floorAreaSqm != null && <br />}
            {row.floorAreaSqm != null && `建筑 ${formatNumber(row.floorAreaSqm, 2)} ㎡`}
          </span>
        </p>
      ))}
    </section>
  );
}

function Card({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }): ReactNode {
  if (lines.length === 0) return null;
  return (
    <section className="portal-card">
      <h2>{title}</h2>
      <dl>
        {lines.map(([name, value]) => (
          <div key={`${name} ${value}`} className="portal-line">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
