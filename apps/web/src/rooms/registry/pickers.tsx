/** 选取 — an enterprise, a parcel, a region, found by typing; the value is its id. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { ask } from '../../api/ask.js';
import { useRegions } from './regions.js';

interface PickerProps {
  readonly id: string;
  readonly value: string | null;
  /** Name of what is already chosen, until it is found again. */
  readonly shown?: string | undefined;
  onChange(value: string | null, name: string | null): void;
}

export function SubjectPicker({ id, value, shown, onChange }: PickerProps): ReactNode {
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['pick', 'subjects', wanted],
    queryFn: ({ signal }) => ask('listSubjects', { query: { q: wanted, limit: 20 }, signal }),
    enabled: wanted.length >= 2,
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? []).map((one) => ({
    value: one.subjectId,
    label: [one.name, one.creditCode, one.regionName].filter(Boolean).join(' · '),
  }));
  return (
    <Found
      {...{ id, value, shown, onChange, options }}
      loading={found.isFetching}
      onTyped={setTyped}
      placeholder="输入名称、代码或拼音查找"
    />
  );
}

export function ParcelPicker({ id, value, shown, onChange }: PickerProps): ReactNode {
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['pick', 'parcels', wanted],
    queryFn: ({ signal }) => ask('listParcels', { query: { q: wanted, limit: 20 }, signal }),
    enabled: wanted.length >= 2,
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? []).map((one) => ({
    value: one.parcelId,
    label: [one.number, one.holderName].filter(Boolean).join(' · '),
  }));
  return (
    <Found
      {...{ id, value, shown, onChange, options }}
      loading={found.isFetching}
      onTyped={setTyped}
      placeholder="输入宗地号或证号开头查找"
    />
  );
}

/** 行业 — GB/T 4754 by code or name, with its chain from the section down. */
export function IndustryPicker({ id, value, shown, onChange }: PickerProps): ReactNode {
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['pick', 'industries', wanted],
    queryFn: ({ signal }) => ask('listIndustryClasses', { query: { q: wanted, limit: 30 }, signal }),
    enabled: wanted.length >= 1,
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? [])
    .filter((one) => one.level >= 2)
    .map((one) => ({ value: one.code, label: `${one.code} ${one.name}` }));
  return (
    <Found
      {...{ id, value, shown: shown ?? value ?? undefined, onChange, options }}
      loading={found.isFetching}
      onTyped={setTyped}
      placeholder="输入代码或行业名称查找"
    />
  );
}

export function RegionPicker({ id, value, shown, onChange }: PickerProps): ReactNode {
  const regions = useRegions();
  const options = regions.map((region) => ({ value: region.regionId, label: region.path }));
  return <Found {...{ id, value, shown, onChange, options }} loading={false} placeholder="选择区域" />;
}

interface FoundProps extends PickerProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly loading: boolean;
  readonly placeholder: string;
  /** Given when the server searches; else the options are filtered here. */
  readonly onTyped?: (text: string) => void;
}

function Found({ id, value, shown, options, loading, placeholder, onTyped, onChange }: FoundProps): ReactNode {
  const known = value !== null && shown !== undefined && !options.some((option) => option.value === value);
  return (
    <Select
      id={id}
      allowClear
      showSearch={onTyped === undefined ? { optionFilterProp: 'label' } : { filterOption: false, onSearch: onTyped }}
      loading={loading}
      placeholder={placeholder}
      notFoundContent={onTyped === undefined ? '没有可选的区域' : '输入两个字开始查找'}
      value={value}
      options={known ? [{ value, label: shown }, ...options] : [...options]}
      onChange={(next, option) => onChange(next ?? null, Array.isArray(option) ? null : (option?.label ?? null))}
    />
  );
}
