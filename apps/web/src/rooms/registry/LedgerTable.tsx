/** 一类登记 — its open rows, the ended ones on demand, and what may be done with each: change, end; a mistake is struck from the form. */
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { askByTable } from '../../api/ask.js';
import { today } from '../../api/clock.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { ValueCell } from '../../furniture/ValueCell.js';
import { formatDecimal } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import { LedgerDialog } from './LedgerForm.js';
import { isNumeric, type LedgerRow, shownValue } from './ledgerRow.js';
import type { FieldForm, LedgerForm } from './ledgers.zh.js';

interface TableProps {
  readonly form: LedgerForm;
  readonly ownerId: string;
  readonly rows: readonly LedgerRow[];
  readonly meters?: readonly { readonly value: string; readonly label: string }[];
  /** More to do with a row, e.g. 打印. */
  more?(row: LedgerRow): ReactNode;
  /** Drawn in place of the plain value. */
  draw?(row: LedgerRow, field: FieldForm): ReactNode;
  readonly head?: ReactNode;
  onChanged(): void;
}

/** By year or by beginning, those without after the others; then as they read. */
const latestFirst = (one: LedgerRow, other: LedgerRow): number => beginning(other).localeCompare(beginning(one));
const byNumber = new Intl.Collator('zh', { numeric: true });
const beginning = ({ year, from }: LedgerRow): string => String(year ?? from ?? '');

type Doing = { readonly what: 'add' } | { readonly what: 'edit' | 'close' | 'remove'; readonly row: LedgerRow };

export function LedgerTable({ form, ownerId, rows, meters, more, draw, head, onChanged }: TableProps): ReactNode {
  const edits = useMay('registry.edit');
  const tell = useTell();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [all, setAll] = useState(false);
  const ended = rows.filter((row) => typeof row.until === 'string' && row.until <= today());
  const inWords = (row: LedgerRow): string => form.fields.map((field) => shownValue(field, row)).join(' ');
  const shown = (all ? [...rows] : rows.filter((row) => !ended.includes(row))).sort(
    (one, other) => latestFirst(one, other) || byNumber.compare(inWords(one), inWords(other)),
  );
  const fields = form.fields.filter(
    (field) =>
      field.formOnly !== true &&
      (field.needed === true || field.key === 'until' || shown.some((row) => shownValue(field, row) !== '')),
  );
  const done = (words: string): void => {
    setDoing(null);
    tell({ words });
    onChanged();
  };
  return (
    <Block
      title={form.title}
      actions={
        <>
          {ended.length > 0 && (
            <Button size="small" type="text" onClick={() => setAll(!all)}>
              {all ? '收起已截止的' : `已截止 ${ended.length} 条`}
            </Button>
          )}
          {edits && (
            <Button size="small" onClick={() => setDoing({ what: 'add' })}>
              {form.addTitle}
            </Button>
          )}
        </>
      }
    >
      {head}
      {shown.length === 0 ? (
        <p className="quiet">{form.empty}</p>
      ) : (
        <div className="table-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                {fields.map((field) => (
                  <th key={field.key} className={isNumeric(field) ? 'number' : ''}>
                    {field.label}
                    {field.unit !== undefined && <small className="quiet">（{field.unit}）</small>}
                  </th>
                ))}
                <th className="screen-only" aria-label="办理" />
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.id} className={ended.includes(row) ? 'row-ended' : ''}>
                  {fields.map((field) => (
                    <td key={field.key} className={isNumeric(field) ? 'number' : field.kind === 'day' ? 'day' : ''}>
                      {draw?.(row, field) ?? <Shown field={field} row={row} />}
                    </td>
                  ))}
                  <td className="row-actions screen-only">
                    {more?.(row)}
                    {edits && (
                      <>
                        <Button size="small" type="link" onClick={() => setDoing({ what: 'edit', row })}>
                          修改
                        </Button>
                        {form.close !== null && !ended.includes(row) && (
                          <Button size="small" type="link" onClick={() => setDoing({ what: 'close', row })}>
                            截止
                          </Button>
                        )}
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {(doing?.what === 'add' || doing?.what === 'edit') && (
        <LedgerDialog
          form={form}
          ownerId={ownerId}
          row={doing.what === 'edit' ? doing.row : null}
          {...(meters === undefined ? {} : { meters })}
          onDone={done}
          onStrike={doing.what === 'edit' ? () => setDoing({ what: 'remove', row: doing.row }) : undefined}
          onClose={() => setDoing(null)}
        />
      )}
      {(doing?.what === 'close' || doing?.what === 'remove') && (
        <EndDialog form={form} row={doing.row} removes={doing.what === 'remove'} onDone={done} onClose={() => setDoing(null)} />
      )}
    </Block>
  );
}

interface EndProps {
  readonly form: LedgerForm;
  readonly row: LedgerRow;
  readonly removes: boolean;
  onDone(words: string): void;
  onClose(): void;
}

/** 截止 ends a row on a day, 删除误登 strikes a mistake; both keep what was. */
function EndDialog({ form, row, removes, onDone, onClose }: EndProps): ReactNode {
  const [until, setUntil] = useState(today());
  const [reason, setReason] = useState('');
  const { busy, error, run } = useAct();
  const save = async (): Promise<void> => {
    const path = { rowId: row.id };
    const reasoned = reason.trim() === '' ? {} : { reason: reason.trim() };
    const operation = removes ? form.remove : form.close;
    if (operation === null) return;
    const body = removes ? { version: row.version, ...reasoned } : { until, version: row.version, ...reasoned };
    const done = await run(() => askByTable(operation, { path, body }).then(() => true));
    if (done === true) onDone(removes ? `已删除误登：${form.title}` : `已截止：${form.title}`);
  };
  return (
    <Dialog
      open
      title={removes ? `删除误登的${form.title}` : `截止${form.title}`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button
            type="primary"
            danger={removes}
            loading={busy}
            disabled={removes && reason.trim() === ''}
            onClick={() => void save()}
          >
            {removes ? '删除' : '截止'}
          </Button>
        </>
      }
    >
      <p className="quiet">
        {removes ? '只用于登记错了的；情况变化请用“截止”。删除前的内容留在变更历史里。' : '截止之后不再计入现状，历史仍在。'}
      </p>
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={error} />
        {!removes && (
          <Field label="截止日期" name="until" help="不含当日" needed>
            <Input id="until" type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
          </Field>
        )}
        <Field label="理由" name="reason" needed={removes}>
          <Input id="reason" maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </Fields>
    </Dialog>
  );
}

function Shown({ field, row }: { readonly field: FieldForm; readonly row: LedgerRow }): ReactNode {
  const text = shownValue(field, row);
  if (text === '' && field.key === 'until') return '至今';
  return <ValueCell value={isNumeric(field) && text !== '' ? formatDecimal(text) : text} kind="text" />;
}
