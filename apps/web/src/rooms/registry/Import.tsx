/** 导入 — four steps that cannot hurt: choose, dry run, work the findings down, import; the receipt offers to take it back. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, askWithFile, type Query } from '../../api/ask.js';
import { FindingList } from '../../furniture/FindingList.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { Upload } from '../../furniture/Upload.js';
import { formatNumber } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block, Page } from '../../office/Page.js';
import './registry.css';
import { useUndo } from './undo.js';
import { importWords } from './words.zh.js';

type Kind = Query<'dryRunImport'>['kind'];
type Outcome = Answer<'dryRunImport'>;

const columnsOf: Readonly<Record<Kind, string>> = {
  subjects: '企业名称、统一社会信用代码、镇街、曾用名、行业代码、规模、园区、住所、成立日期、投产日期、经营状态、税号、用电户号',
  parcels: '宗地号、不动产权证号、权利人、权利人证件号、证载用地面积、实测用地面积、供地面积、取得方式、用途、坐落',
  leases: '承租方、承租方信用代码、出租方、合同编号、上级合同编号、宗地号、租赁建筑面积、分摊用地面积、租赁起、租赁止',
  meters: '户号、户名、实际用电方信用代码、用电地址、电压等级、电表户名、分摊比例、起始日期',
  titles: '企业名称、统一社会信用代码、称号名称、级别、文号、有效期起、有效期止',
  scales: '企业名称、统一社会信用代码、年度、规模、入库日期、退库日期',
};
const kinds = Object.keys(importWords).filter((key): key is Kind => Object.hasOwn(importWords, key));

export function Import(): ReactNode {
  const [kind, setKind] = useState<Kind>('subjects');
  const [goodRowsOnly, setGood] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [seen, setSeen] = useState<Outcome | null>(null);
  const [done, setDone] = useState<Answer<'runImport'> | null>(null);
  const { busy, error, run } = useAct();
  const tell = useTell();
  const undo = useUndo();
  const queries = useQueryClient();
  const query = { kind, goodRowsOnly: goodRowsOnly ? 'true' : 'false' } as const;

  const look = async (given: File, rows: boolean): Promise<void> => {
    setFile(given);
    setDone(null);
    setProgress(0);
    const outcome = await run(() =>
      askWithFile('dryRunImport', {
        query: { kind, goodRowsOnly: rows ? 'true' : 'false' },
        file: given,
        onProgress: setProgress,
      }),
    );
    setProgress(null);
    setSeen(outcome ?? null);
  };
  const bring = async (): Promise<void> => {
    if (file === null || seen === null) return;
    const outcome = await run(() =>
      askWithFile('runImport', { query: { ...query, digest: seen.digest }, file, onProgress: setProgress }),
    );
    setProgress(null);
    if (outcome === undefined) return;
    setDone(outcome);
    setSeen(null);
    await queries.invalidateQueries({ queryKey: ['registry'] });
    tell({ words: `已导入：新增 ${outcome.added}，修改 ${outcome.changed}。`, undo: () => undo(outcome.actionId) });
  };

  return (
    <Page title="导入" help="import" note="先试运行，不改动任何内容；看清楚再导入，导入后还可以撤销。">
      <div className="steps">
        <Block title="1 导入什么">
          <Radio.Group
            value={kind}
            options={kinds.map((value) => ({ value, label: importWords[value] }))}
            onChange={(event) => {
              setKind(kinds.find((one) => one === event.target.value) ?? 'subjects');
              setSeen(null);
              setFile(null);
            }}
          />
          <p className="quiet">表头可以是：{columnsOf[kind]}。顺序不限，多余的列会提示。</p>
        </Block>
        <Block title="2 交文件，先试运行">
          <Upload
            accept=".xlsx,.xls,.csv"
            help="支持 .xlsx、.xls、.csv，一次一个文件"
            progress={progress}
            onFile={(given) => void look(given, goodRowsOnly)}
          />
          {file !== null && <p>文件：{file.name}</p>}
          <TroubleLine error={error} />
        </Block>
        {seen !== null && (
          <Block
            title="3 看影响，处理疑点"
            actions={
              <Checkbox
                checked={goodRowsOnly}
                onChange={(event) => {
                  setGood(event.target.checked);
                  if (file !== null) void look(file, event.target.checked);
                }}
              >
                只收合格行
              </Checkbox>
            }
          >
            <Summary outcome={seen} />
            <FindingList
              none="没有疑点。"
              found={seen.findings.map((finding, place) => ({
                id: `${place}`,
                severity: finding.severity,
                place: [finding.sheet, finding.row === null ? null : `第 ${finding.row} 行`, finding.cell]
                  .filter((word) => word !== null)
                  .join(' · '),
                message: finding.message,
                remedy: finding.remedy,
              }))}
            />
            {seen.moreFindings > 0 && (
              <p className="quiet">另有 {seen.moreFindings} 处疑点未列出；先改已列出的，再试运行一次。</p>
            )}
          </Block>
        )}
        {seen !== null && (
          <Block title="4 导入">
            {seen.stops && <p className="warn-line">有 {seen.refused} 行不能采用。请改好文件重新试运行，或勾选“只收合格行”。</p>}
            <Button
              type="primary"
              loading={busy}
              disabled={seen.stops || seen.added + seen.changed === 0}
              onClick={() => void bring()}
            >
              {seen.added + seen.changed === 0 ? '没有要改动的' : `导入 ${seen.added + seen.changed} 行`}
            </Button>
          </Block>
        )}
        {done !== null && (
          <Block title="导入完成" actions={<Button onClick={() => undo(done.actionId)}>撤销这次导入</Button>}>
            <Summary outcome={done} />
          </Block>
        )}
      </div>
    </Page>
  );
}

function Summary({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const counts = [
    ['读到', outcome.rows],
    ['新增', outcome.added],
    ['修改', outcome.changed],
    ['不变', outcome.unchanged],
    ['不能采用', outcome.refused],
  ] as const;
  return (
    <>
      <div className="counts">
        {counts.map(([title, count]) => (
          <div key={title} className={title === '不能采用' && count > 0 ? 'counts-bad' : ''}>
            <b>{formatNumber(count)}</b>
            {title}（行）
          </div>
        ))}
      </div>
      {outcome.examples.length > 0 && (
        <p className="quiet">
          例如：
          {outcome.examples
            .slice(0, 5)
            .map((example) => `第 ${example.row} 行 ${example.name}：${example.what}`)
            .join('；')}
        </p>
      )}
    </>
  );
}
