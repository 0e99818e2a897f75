/** 填写核查结果 — what was measured on the spot: areas by source, boundary points, the conclusion; before the paper is printed for signature. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, type Body } from '../../api/ask.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { type Merged, mergeFields, type Sides, tellNumber } from '../../furniture/threeWay.js';
import { useSharedForm } from '../../office/sharedForm.js';
import type { Sheet } from './SurveySheet.js';

type AreaKey = 'certificateSqm' | 'actualSqm' | 'suppliedSqm' | 'illegalSqm';
const areaWords: Readonly<Record<AreaKey, string>> = {
  certificateSqm: '证载面积',
  actualSqm: '实际面积',
  suppliedSqm: '供地面积',
  illegalSqm: '违法建设',
};
const areaKeys: readonly AreaKey[] = ['certificateSqm', 'actualSqm', 'suppliedSqm', 'illegalSqm'];

interface Point {
  readonly key: number;
  readonly name: string;
  readonly longitude: string;
  readonly latitude: string;
}

interface Given {
  readonly areas: Readonly<Record<AreaKey, string>>;
  readonly points: readonly Point[];
  readonly conclusion: string;
  readonly disputed: boolean;
}

export function SurveyFindings({ sheet, onClose }: { readonly sheet: Sheet; onClose(): void }): ReactNode {
  const { survey } = sheet;
  const [tried, setTried] = useState(false);
  const tell = useTell();
  const queries = useQueryClient();
  const form = useSharedForm<Given>({
    start: { given: givenOf(survey), version: survey.version },
    send: (next, version) => ask('editSurvey', { path: { rowId: survey.id }, body: { ...bodyOf(next), version } }),
    read: async () => {
      const now = await ask('getSurveySheet', { path: { surveyId: survey.id } });
      return { given: givenOf(now.survey), version: now.survey.version };
    },
    merge,
    onSaved: async () => {
      await queries.invalidateQueries({ queryKey: ['registry'] });
      tell({ words: '已填写核查结果；请核对后打印。' });
      onClose();
    },
  });
  const { given, busy } = form;
  const { at, rest } = fieldFaults(form.error);
  const faults = tried ? faultsOf(given) : {};
  const set = (more: Partial<Given>): void => form.set({ ...given, ...more });
  const save = async (): Promise<void> => {
    setTried(true);
    if (Object.keys(faultsOf(given)).length === 0) await form.save();
  };

  return (
    <Dialog
      open
      shape="wide"
      title={`填写核查结果：${survey.number}`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} onClick={() => void save()}>
            保存
          </Button>
        </>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={rest} />
        {areaKeys.map((key) => (
          <Field key={key} label={areaWords[key]} name={key} error={faults[key] ?? at(`areas.${key}`)}>
            <Input
              id={key}
              inputMode="decimal"
              suffix="㎡"
              value={given.areas[key]}
              onChange={(event) => set({ areas: { ...given.areas, [key]: event.target.value.trim() } })}
            />
          </Field>
        ))}
        <Field label="界址点" name="point0" help="CGCS2000 经纬度，至少四位小数" error={faults.points ?? at('points')}>
          <Points points={given.points} onChange={(points) => set({ points })} />
        </Field>
        <Field label="结论" name="findingsConclusion" error={at('conclusion')}>
          <Input.TextArea
            id="findingsConclusion"
            rows={3}
            maxLength={1000}
            value={given.conclusion}
            onChange={(event) => set({ conclusion: event.target.value })}
          />
        </Field>
        <Field label="有争议" name="findingsDisputed">
          <Checkbox id="findingsDisputed" checked={given.disputed} onChange={(event) => set({ disputed: event.target.checked })}>
            企业对面积有争议
          </Checkbox>
        </Field>
      </Fields>
      {form.conflict}
    </Dialog>
  );
}

function Points({
  points,
  onChange,
}: {
  readonly points: readonly Point[];
  onChange(points: readonly Point[]): void;
}): ReactNode {
  const change = (key: number, more: Partial<Point>): void =>
    onChange(points.map((point) => (point.key === key ? { ...point, ...more } : point)));
  const next = Math.max(0, ...points.map((point) => point.key)) + 1;
  return (
    <div>
      {points.map((point, place) => (
        <div key={point.key} className="point-row">
          <Input
            id={`point${place}`}
            aria-label={`第 ${place + 1} 点名称`}
            placeholder="J1"
            maxLength={40}
            value={point.name}
            onChange={(event) => change(point.key, { name: event.target.value })}
          />
          <Input
            aria-label={`第 ${place + 1} 点经度`}
            placeholder="经度 121.123456"
            inputMode="decimal"
            value={point.longitude}
            onChange={(event) => change(point.key, { longitude: event.target.value.trim() })}
          />
          <Input
            aria-label={`第 ${place + 1} 点纬度`}
            placeholder="纬度 28.654321"
            inputMode="decimal"
            value={point.latitude}
            onChange={(event) => change(point.key, { latitude: event.target.value.trim() })}
          />
          <Button
            aria-label={`去掉第 ${place + 1} 点`}
            onClick={() => onChange(points.filter((other) => other.key !== point.key))}
          >
            去掉
          </Button>
        </div>
      ))}
      <Button
        size="small"
        disabled={points.length >= 200}
        onClick={() => onChange([...points, { key: next, name: `J${points.length + 1}`, longitude: '', latitude: '' }])}
      >
        增加一点
      </Button>
    </div>
  );
}

function givenOf({ areas, points, conclusion, disputed }: Sheet['survey']): Given {
  return {
    areas: {
      certificateSqm: areas?.certificateSqm ?? '',
      actualSqm: areas?.actualSqm ?? '',
      suppliedSqm: areas?.suppliedSqm ?? '',
      illegalSqm: areas?.illegalSqm ?? '',
    },
    points: (points ?? []).map((point, key) => ({ key, ...point })),
    ...{ conclusion: conclusion ?? '', disputed },
  };
}

function bodyOf({ areas, points, conclusion, disputed }: Given): Omit<Body<'editSurvey'>, 'version'> {
  const orNull = (text: string): string | null => (text === '' ? null : text);
  const measured = areaKeys.some((key) => areas[key] !== '');
  return {
    areas: measured
      ? {
          ...{ certificateSqm: orNull(areas.certificateSqm), actualSqm: orNull(areas.actualSqm) },
          ...{ suppliedSqm: orNull(areas.suppliedSqm), illegalSqm: orNull(areas.illegalSqm) },
        }
      : null,
    points:
      points.length === 0 ? null : points.map(({ name, longitude, latitude }) => ({ name: name.trim(), longitude, latitude })),
    ...{ conclusion: orNull(conclusion.trim()), disputed },
  };
}

function faultsOf({ areas, points }: Given): Partial<Record<AreaKey | 'points', string>> {
  const wrong = areaKeys.filter((key) => areas[key] !== '' && !/^\d{1,12}(?:\.\d{1,4})?$/.test(areas[key]));
  const point = points.findIndex(
    ({ name, longitude, latitude }) =>
      name.trim() === '' || !/^\d{2,3}\.\d{4,12}$/.test(longitude) || !/^\d{1,2}\.\d{4,12}$/.test(latitude),
  );
  return {
    ...Object.fromEntries(wrong.map((key) => [key, '请填写不小于 0 的数，最多四位小数，不带单位和逗号。'])),
    ...(point < 0 ? {} : { points: `第 ${point + 1} 点不完整：请填名称和经纬度，经纬度至少四位小数。` }),
  };
}

/** Each area is a field of its own where two measured at once. */
type Flat = Given['areas'] & Omit<Given, 'areas'>;

const labels: Readonly<Record<keyof Flat, string>> = { ...areaWords, points: '界址点', conclusion: '结论', disputed: '有争议' };

function wordOf(flat: Flat, key: keyof Flat): string {
  if (key === 'points')
    return flat.points.map(({ name, longitude, latitude }) => `${name.trim()}（${longitude}，${latitude}）`).join('；');
  if (key === 'disputed') return flat.disputed ? '是' : '否';
  if (key === 'conclusion') return flat.conclusion.trim();
  return flat[key] === '' ? '' : `${tellNumber(flat[key])} ㎡`;
}

const flatOf = ({ areas, points, conclusion, disputed }: Given): Flat => ({ ...areas, points, conclusion, disputed });

function merge({ base, mine, theirs }: Sides<Given>): Merged<Given> {
  const merged = mergeFields({ labels, wordOf }, { base: flatOf(base), mine: flatOf(mine), theirs: flatOf(theirs) });
  return {
    ...merged,
    decide(kept) {
      const { points, conclusion, disputed, ...areas } = merged.decide(kept);
      return { areas, points, conclusion, disputed };
    },
  };
}
