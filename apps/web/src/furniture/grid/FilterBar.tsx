// biome-ignore-all lint/a11y/useSemanticElements: a fieldset cannot be laid out in a line on old browsers
/** 筛选条 — conditions one beside the other, each field ▸ operator ▸ value; a filled one takes effect, an unfinished one waits. */
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import './FilterBar.css';
import type { Column } from './columns.js';
import { type Condition, isComplete, type Operator, operatorsFor, operatorWords, takesNothing } from './filter.js';

interface BarProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly conditions: readonly Condition[];
  onChange(conditions: readonly Condition[]): void;
}

export function FilterBar<Row>({ columns, conditions, onChange }: BarProps<Row>): ReactNode {
  const fields = columns.filter((column) => column.filterable === true);
  const first = fields[0];
  const [newest, setNewest] = useState(-1);
  if (first === undefined) return null;
  const replace = (place: number, condition: Condition): void =>
    onChange(conditions.map((one, index) => (index === place ? condition : one)));
  const added = (): Condition => ({ field: first.key, op: operatorsFor(first.kind)[0] ?? '=' });
  return (
    <div className="filter-bar" role="group" aria-label="筛选条件">
      {conditions.map((condition, place) => (
        <One
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
          key={place}
          fields={fields}
          condition={condition}
          isNew={place === newest}
          onChange={(next) => replace(place, next)}
          onRemove={() => onChange(conditions.filter((_, index) => index !== place))}
        />
      ))}
      <Button
        size="small"
        type="dashed"
        onClick={() => {
          setNewest(conditions.length);
          onChange([...conditions, added()]);
        }}
      >
        添加条件
      </Button>
      {conditions.length > 0 && (
        <Button size="small" type="link" onClick={() => onChange([])}>
          清空条件
        </Button>
      )}
    </div>
  );
}

interface OneProps<Row> {
  readonly fields: readonly Column<Row>[];
  readonly condition: Condition;
  /** Just added: its value is what comes next. */
  readonly isNew: boolean;
  onChange(condition: Condition): void;
  onRemove(): void;
}

function One<Row>({ fields, condition, isNew, onChange, onRemove }: OneProps<Row>): ReactNode {
  const column = fields.find((field) => field.key === condition.field) ?? fields[0];
  if (column === undefined) return null;
  const chooseField = (field: string): void => {
    const kind = fields.find((one) => one.key === field)?.kind ?? 'text';
    onChange({ field, op: operatorsFor(kind)[0] ?? '=' });
  };
  const chooseOperator = (op: Operator): void => {
    const { value: _, ...rest } = condition;
    const kept =
      op === 'between'
        ? { value: ['', ''] as const }
        : typeof condition.value === 'string' && !takesNothing(op)
          ? { value: condition.value }
          : {};
    onChange({ ...rest, op, ...kept });
  };
  return (
    <span className={`filter-one${isComplete(condition) ? '' : ' filter-waiting'}`}>
      <Select
        size="small"
        variant="borderless"
        popupMatchSelectWidth={false}
        aria-label="字段"
        value={column.key}
        options={fields.map((field) => ({ value: field.key, label: field.title }))}
        onChange={chooseField}
      />
      <Select
        size="small"
        variant="borderless"
        popupMatchSelectWidth={false}
        aria-label="比较方式"
        value={condition.op}
        options={operatorsFor(column.kind).map((op) => ({ value: op, label: operatorWords[op] }))}
        onChange={chooseOperator}
      />
      <Wanted column={column} condition={condition} isNew={isNew} onChange={onChange} />
      <button type="button" className="filter-remove" aria-label={`去掉条件：${column.title}`} onClick={onRemove}>
        ×
      </button>
    </span>
  );
}

function Wanted<Row>({
  column,
  condition,
  isNew,
  onChange,
}: { readonly column: Column<Row> } & Pick<OneProps<Row>, 'condition' | 'isNew' | 'onChange'>): ReactNode {
  const { op, value } = condition;
  if (takesNothing(op)) return null;
  if (op === 'between') {
    const [from = '', to = ''] = typeof value === 'object' ? value : [];
    return (
      <>
        <Written column={column} value={from} isNew={isNew} onChange={(next) => onChange({ ...condition, value: [next, to] })} />
        <span className="quiet">至</span>
        <Written column={column} value={to} isNew={false} onChange={(next) => onChange({ ...condition, value: [from, next] })} />
      </>
    );
  }
  const written = typeof value === 'string' ? value : '';
  return <Written column={column} value={written} isNew={isNew} onChange={(next) => onChange({ ...condition, value: next })} />;
}

function Written<Row>({
  column,
  value,
  isNew,
  onChange,
}: {
  readonly column: Column<Row>;
  readonly value: string;
  readonly isNew: boolean;
  onChange(value: string): void;
}): ReactNode {
  if (column.kind === 'choice')
    return (
      <Select
        size="small"
        autoFocus={isNew}
        className="filter-choice"
        popupMatchSelectWidth={false}
        placeholder="请选择"
        aria-label={column.title}
        value={value === '' ? null : value}
        options={(column.choices ?? []).map((choice) => ({ ...choice }))}
        onChange={(next) => onChange(next ?? '')}
      />
    );
  return (
    <>
      <Input
        size="small"
        autoFocus={isNew}
        className="filter-value"
        type={column.kind === 'date' ? 'date' : 'text'}
        inputMode={column.kind === 'number' ? 'decimal' : 'text'}
        aria-label={column.title}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {column.unit !== undefined && <span className="quiet">{column.unit}</span>}
    </>
  );
}
