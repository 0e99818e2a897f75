/** 图框 — a chart with its title, unit and source, the same numbers as a table behind it, the picture and the data to take away. */
import { Button } from 'antd';
import { type ReactNode, useId, useRef, useState } from 'react';
import './ChartFrame.css';
import { csvOf } from './grid/export.js';
import { saveFile } from './saveFile.js';
import { formatNumber } from './values.js';

export interface Bar {
  readonly label: string;
  readonly value: number;
}

interface FrameProps {
  readonly title: string;
  readonly unit: string;
  readonly bars: readonly Bar[];
  readonly decimals?: number;
  readonly source?: string;
  /** Opens the list behind a bar. */
  readonly onOpen?: ((bar: Bar) => void) | undefined;
}

/** Bars from zero with their numbers at the end: no legend, no axis to read off. */
export function ChartFrame({ title, unit, bars, decimals = 0, source, onOpen }: FrameProps): ReactNode {
  const [asTable, setAsTable] = useState(false);
  const picture = useRef<SVGSVGElement>(null);
  const titleId = useId();
  const exportData = (): void => {
    const columns = [
      { key: 'label', title: '项目', kind: 'text', width: 1, value: (bar: Bar) => bar.label },
      { key: 'value', title, unit, kind: 'number', width: 1, value: (bar: Bar) => bar.value },
    ] as const;
    saveFile(`${title}.csv`, csvOf(columns, bars), 'text/csv;charset=utf-8');
  };
  const exportPicture = (): void => {
    if (picture.current !== null) saveFile(`${title}.svg`, standalone(picture.current), 'image/svg+xml');
  };
  return (
    <figure className="chart" aria-labelledby={titleId}>
      <figcaption>
        <span id={titleId}>
          {title} <small className="quiet">（{unit}）</small>
        </span>
        <span className="screen-only">
          <Button size="small" type="text" onClick={() => setAsTable(!asTable)}>
            {asTable ? '看图' : '看表'}
          </Button>
          <Button size="small" type="text" onClick={exportPicture} disabled={asTable}>
            存图
          </Button>
          <Button size="small" type="text" onClick={exportData}>
            存数据
          </Button>
        </span>
      </figcaption>
      {asTable ? (
        <DataTable bars={bars} decimals={decimals} unit={unit} />
      ) : (
        <Bars bars={bars} decimals={decimals} onOpen={onOpen} svg={picture} />
      )}
      {source !== undefined && <p className="quiet chart-source">{source}</p>}
    </figure>
  );
}

const line = 26;
const labelWidth = 132;
const barWidth = 240;
const width = labelWidth + barWidth + 90;

function Bars({
  bars,
  decimals,
  onOpen,
  svg,
}: Pick<FrameProps, 'bars' | 'onOpen'> & { readonly decimals: number; readonly svg: React.Ref<SVGSVGElement> }): ReactNode {
  const most = Math.max(...bars.map((bar) => bar.value), Number.MIN_VALUE);
  return (
    <svg
      ref={svg}
      viewBox={`0 0 ${width} ${Math.max(1, bars.length) * line}`}
      width="100%"
      role="img"
      aria-label={bars.map((bar) => `${bar.label} ${bar.value}`).join('，')}
    >
      {bars.map((bar, place) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the same rows can be opened in the list beside; the picture is a short cut
        <g
          key={bar.label}
          transform={`translate(0 ${place * line})`}
          className={onOpen === undefined ? '' : 'chart-open'}
          onClick={() => onOpen?.(bar)}
        >
          <text x={labelWidth - 8} y={17} textAnchor="end" className="chart-label">
            {bar.label.length > 9 ? `${bar.label.slice(0, 8)}…` : bar.label}
          </text>
          <rect x={labelWidth} y={5} height={16} width={Math.max(0, (bar.value / most) * barWidth)} className="chart-bar" />
          <text x={labelWidth + Math.max(0, (bar.value / most) * barWidth) + 6} y={17} className="chart-number">
            {formatNumber(bar.value, decimals)}
          </text>
        </g>
      ))}
    </svg>
  );
}

function DataTable({ bars, decimals, unit }: Pick<FrameProps, 'bars' | 'unit'> & { readonly decimals: number }): ReactNode {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th>项目</th>
          <th className="number">{unit}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.label}>
            <td>{bar.label}</td>
            <td className="number">{formatNumber(bar.value, decimals)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Colours come from the page's style sheet: the saved file carries its own. */
function standalone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return '';
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  for (const bar of copy.querySelectorAll('rect')) bar.setAttribute('fill', '#0b5a7a');
  for (const text of copy.querySelectorAll('text')) text.setAttribute('font-size', '13');
  return new XMLSerializer().serializeToString(copy);
}
