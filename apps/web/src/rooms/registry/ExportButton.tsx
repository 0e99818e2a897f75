/** 导出 — the whole filtered list from the server, with the columns chosen here; contacts only to whom they may be shown. */
import { Button, Checkbox, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { askForFile, type Body, type Query } from '../../api/ask.js';
import { Dialog } from '../../furniture/Dialog.js';
import { saveFile } from '../../furniture/saveFile.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { useAct } from '../../office/act.js';

type Given = Body<'exportSubjects'>;
type ExportColumn = Given['columns'][number];

const columnWords: Readonly<Record<ExportColumn, string>> = {
  name: '企业名称',
  creditCode: '统一社会信用代码',
  formerNames: '曾用名',
  kind: '种类',
  regionName: '所属区域',
  parkName: '园区',
  industryCode: '行业代码',
  scale: '规模',
  status: '经营状态',
  address: '地址',
  foundedOn: '成立日期',
  productionFrom: '投产日期',
  powerAccounts: '用电户号',
  taxNumbers: '纳税人识别号',
  ownLandSqm: '自有用地（㎡）',
  leasedInSqm: '承租用地（㎡）',
  leasedOutSqm: '出租用地（㎡）',
  contacts: '联系人（遮盖）',
};
const usual: readonly ExportColumn[] = ['name', 'creditCode', 'regionName', 'industryCode', 'scale', 'status', 'address'];
const all = Object.keys(columnWords).filter((key): key is ExportColumn => Object.hasOwn(columnWords, key));

interface ExportProps {
  readonly filter: { readonly filter?: string };
  readonly sort: NonNullable<Query<'listSubjects'>['sort']>;
}

export function ExportButton({ filter, sort }: ExportProps): ReactNode {
  const [open, setOpen] = useState(false);
  const [columns, setColumns] = useState<readonly ExportColumn[]>(usual);
  const [format, setFormat] = useState<Given['format']>('xlsx');
  const { busy, error, run } = useAct();
  const tell = useTell();
  const go = async (): Promise<void> => {
    const file = await run(() =>
      askForFile('exportSubjects', { body: { filter, sort, columns: all.filter((column) => columns.includes(column)), format } }),
    );
    if (file === undefined) return;
    saveFile(file.name, file.content, file.content.type);
    tell({ words: `已导出“${file.name}”，并记入审计台账。` });
    setOpen(false);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>导出</Button>
      <Dialog
        open={open}
        title="导出企业名单"
        onClose={() => setOpen(false)}
        foot={
          <Button type="primary" loading={busy} disabled={columns.length === 0} onClick={() => void go()}>
            导出
          </Button>
        }
      >
        <TroubleLine error={error} />
        <p className="quiet">导出符合当前条件的全部企业。只要屏幕上的列，请用表格上方的“导出所见”。</p>
        <Checkbox.Group
          value={[...columns]}
          options={all.map((value) => ({ value, label: columnWords[value] }))}
          onChange={setColumns}
        />
        <p>
          <Radio.Group
            value={format}
            options={[
              { value: 'xlsx', label: 'Excel（.xlsx）' },
              { value: 'csv', label: 'CSV' },
            ]}
            onChange={(event) => setFormat(event.target.value === 'csv' ? 'csv' : 'xlsx')}
          />
        </p>
      </Dialog>
    </>
  );
}
