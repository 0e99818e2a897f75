/** 附件与空间 — what is kept, how much room it takes, whether it is whole, and what is not taken in and why. @source trust R26, R33, R36 */

import { Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { Block, Page } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import './files.css';
import { MyFiles } from './MyFiles.js';
import { OfficeFiles } from './OfficeFiles.js';
import { Usage, useFileUsage } from './Usage.js';
import { refusedContent } from './words.zh.js';

type Whose = 'mine' | 'all';

export function FilesPage(): ReactNode {
  const oversees = useMay('files.oversee');
  const uploads = useMay('files.upload');
  const [whose, setWhose] = useState<Whose>(oversees ? 'all' : 'mine');
  const both = oversees && uploads;
  return (
    <Page title="附件与空间" help="files" note="文件按内容存放，校验值（SHA-256）就是它的名字；下载前再核对一遍。">
      <Usage />
      {both && (
        <Segmented<Whose>
          className="whose-files"
          value={whose}
          onChange={setWhose}
          options={[
            { value: 'all', label: '本单位的文件' },
            { value: 'mine', label: '我上传的' },
          ]}
        />
      )}
      {oversees && whose === 'all' ? <OfficeFiles /> : uploads && <MyFiles />}
      <Taken />
    </Page>
  );
}

function Taken(): ReactNode {
  const usage = useFileUsage();
  return (
    <Block title="收什么、不收什么">
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th>用途</th>
              <th>收的文件</th>
              <th className="number">一个不超过</th>
            </tr>
          </thead>
          <tbody>
            {(usage.data?.takes ?? []).map((take) => (
              <tr key={take.purpose}>
                <td>{take.title}</td>
                <td className="taken-kinds">{take.kinds.map((kind) => `.${kind}`).join(' ')}</td>
                <td className="number">{take.mostMegabytes} MB</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="table-scroll usage-list">
        <table className="plain-table">
          <thead>
            <tr>
              <th>不收</th>
              <th>为什么</th>
              <th>怎么办</th>
            </tr>
          </thead>
          <tbody>
            {refusedContent.map((one) => (
              <tr key={one.what}>
                <td>{one.what}</td>
                <td>{one.why}</td>
                <td>{one.instead}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Block>
  );
}
