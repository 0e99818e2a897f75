/** 本企业登记 — what the office has on record, in the enterprise's words; large enough for a phone, printable as it is. */
import type { ReactNode } from 'react';
import { type Answer, ask } from '../api/ask.js';
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
import { useAsked } from './asking.js';
import type { Chosen } from './Inside.js';
import { Notices } from './Notices.js';
import { Card, type Line, Lines, To, Waiting } from './parts.js';
import { Trouble } from './Trouble.js';
import { portalTexts } from './texts.zh.js';

type Own = Answer<'getOwnSubject'>;
type Topic = 'basic' | 'places' | 'land' | 'meters' | 'titles' | 'survey';

export function OwnRecord({ who, mine, subjectId, unread }: Chosen): ReactNode {
  const own = useAsked(subjectId, () => ask('getOwnSubject', { query: { subjectId } }));
  const asked = useAsked(`corrections ${subjectId}`, () => ask('listOwnCorrections', { query: { subjectId, limit: 20 } }));
  if (own.data === null) return own.problem === null ? <Waiting /> : <Trouble problem={own.problem} again={own.again} />;
  const { data } = own;
  const open = openOn(mine.today);
  const waiting = (asked.data?.items ?? []).filter(({ state }) => state === 'open').length;
  const fresh = (asked.data?.items ?? []).filter(({ unreadNoticeId }) => unreadNoticeId !== null).length;
  const answered = (asked.data?.items.length ?? 0) - waiting;
  return (
    <>
      <section className="portal-card">
        <p className="quiet">{who.name}，您好</p>
        <h1>{data.subject.name}</h1>
        <p className="quiet">{portalTexts.intro}</p>
        <nav className="portal-nav screen-only" aria-label="办理">
          <To to={{ view: 'land' }}>净用地逐月来历</To>
          <To to={{ view: 'surveys' }}>用地核查单{data.surveys.length > 0 && ` ${data.surveys.length}`}</To>
          <To to={{ view: 'contacts' }}>联系人</To>
          <To to={{ view: 'correct' }}>
            更正申请
            {waiting + answered > 0 && ` 待核实 ${waiting}、已答复 ${answered}`}
            {fresh > 0 && <b className="portal-new">新答复 {fresh}</b>}
          </To>
          <To to={{ view: 'account' }}>我的账号</To>
          {mine.items.length > 1 && <To to={{ of: 'choose' }}>换一户</To>}
        </nav>
      </section>
      <Notices unread={unread} subjectId={subjectId} />
      <Section title="基本情况" topic="basic" lines={basicLines(data, open)} />
      <Section title="四地" topic="places" lines={placeLines(data, open)} />
      <Land rows={data.occupancies.filter(open)} />
      <Section
        title="户号"
        topic="meters"
        lines={data.meters
          .filter(open)
          .map((meter) => [meterWords[meter.kind], [meter.account, meter.address].filter((word) => word != null).join(' · ')])}
      />
      <Section
        title="称号"
        topic="titles"
        lines={data.titles
          .filter(open)
          .map((title) => [title.name, title.until == null ? '长期有效' : `有效期至 ${formatDate(dayBefore(title.until))}`])}
      />
      <Section
        title="过渡期"
        topic="titles"
        lines={data.transitions
          .filter(open)
          .map((one) => [
            transitionWords[one.kind],
            `${one.endsOn === null ? '' : `至 ${formatDate(one.endsOn)}`} ${one.meanwhile ?? ''}`,
          ])}
      />
      <Card title="联系人" beside={<To to={{ view: 'contacts' }}>登记、修改</To>}>
        {data.contacts.filter(open).length === 0 ? (
          <p>没有登记联系人，通知可能送不到您。请登记一名联络员。</p>
        ) : (
          <Lines
            lines={data.contacts
              .filter(open)
              .map((one) => [contactWords[one.role], `${one.nameMasked} ${one.phoneMasked ?? '没有电话'}`])}
          />
        )}
      </Card>
      <section className="portal-card portal-quiet screen-only">
        <h2>{portalTexts.comingTitle}</h2>
        <p>{portalTexts.coming}</p>
      </section>
    </>
  );
}

function basicLines(own: Own, open: Open): Line[] {
  const { subject } = own;
  const scale = [...own.scales].sort((a, b) => b.year - a.year)[0];
  const given: readonly (readonly [string, string | null])[] = [
    ['统一社会信用代码', subject.creditCode],
    ...own.identifiers
      .filter((one) => open(one) && one.kind !== 'credit_code')
      .map((one) => [identifierWords[one.kind], one.value] as const),
    ['所属区域', subject.regionName],
    ['行业', subject.industryCode === null ? null : `${subject.industryName ?? ''} ${subject.industryCode}`.trim()],
    ['规模', scale === undefined ? null : `${scaleWords[scale.scale]}（${scale.year} 年）`],
    ['经营状态', statusWords[subject.status]],
    ['地址', subject.address],
    ['投产日期', subject.productionFrom === null ? null : formatDate(subject.productionFrom)],
  ];
  return given.map(([title, value]) => [title, value ?? <span className="quiet">没有登记</span>]);
}

/** 注册地, 生产地, 税收入库地, 统计在库地. */
function placeLines({ places }: Own, open: Open): Line[] {
  const order = Object.keys(placeWords);
  return places
    .filter(open)
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
    .map((place) => [
      placeWords[place.role],
      [place.placeRegionName ?? place.outside, place.address].filter((word) => word != null).join(' '),
    ]);
}

/** The last day that still counts: ends are kept as the first day that does not. */
const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

interface Span {
  readonly until?: string | null | undefined;
}
type Open = (row: Span) => boolean;
/** Still so on the day of the house, in Beijing. */
const openOn =
  (today: string): Open =>
  ({ until }) =>
    until == null || until > today;

function Land({ rows }: { readonly rows: Own['occupancies'] }): ReactNode {
  return (
    <Card title="用地" beside={<Wrong topic="land" />}>
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
      <p className="screen-only">
        <To to={{ view: 'land' }}>看净用地逐月来历</To>
      </p>
    </Card>
  );
}

function Section({
  title,
  topic,
  lines,
}: {
  readonly title: string;
  readonly topic: Topic;
  readonly lines: readonly Line[];
}): ReactNode {
  if (lines.length === 0) return null;
  return (
    <Card title={title} beside={<Wrong topic={topic} />}>
      <Lines lines={lines} />
    </Card>
  );
}

const Wrong = ({ topic }: { readonly topic: Topic }): ReactNode => <To to={{ view: 'correct', topic }}>有误</To>;
