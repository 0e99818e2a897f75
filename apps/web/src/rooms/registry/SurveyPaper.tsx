/** 用地核查单的纸 — A4, black and white, room for signatures; the same for the office and for the enterprise. */
import type { ReactNode } from 'react';
import type { Answer } from '../../api/ask.js';
import { formatDate, formatNumber } from '../../furniture/values.js';
import './SurveySheet.css';
import { landUseWords, occupancyWords, tenureWords } from './words.zh.js';

type Sheet = Answer<'getSurveySheet'>;

export function SurveyPaper({ sheet, officeName }: { readonly sheet: Sheet; readonly officeName: string }): ReactNode {
  const { survey, subject, parcel, occupancies, signers, checkCode } = sheet;
  const area = (value: string | null | undefined): string => (value == null ? '' : formatNumber(value, 2));
  return (
    <article className="paper">
      <h1>工业企业用地核查单</h1>
      <p className="paper-head">
        <span>编号：{survey.number}</span>
        <span>核查日期：{formatDate(survey.surveyedOn)}</span>
      </p>
      <table>
        <tbody>
          <tr>
            <th>企业名称</th>
            <td colSpan={3}>{subject.name}</td>
          </tr>
          <tr>
            <th>信用代码</th>
            <td>{subject.creditCode ?? ''}</td>
            <th>所属区域</th>
            <td>{subject.regionName ?? ''}</td>
          </tr>
          <tr>
            <th>宗地号</th>
            <td>{parcel?.number ?? ''}</td>
            <th>产权证号</th>
            <td>{parcel?.certificateNo ?? ''}</td>
          </tr>
          <tr>
            <th>坐落</th>
            <td>{parcel?.location ?? subject.address ?? ''}</td>
            <th>权属、用途</th>
            <td>{parcel === null ? '' : `${tenureWords[parcel.tenure]}、${landUseWords[parcel.use]}`}</td>
          </tr>
          <tr>
            <th>核查方式</th>
            <td>{survey.method ?? ''}</td>
            <th>测绘单位</th>
            <td>{survey.thirdParty ?? ''}</td>
          </tr>
        </tbody>
      </table>
      <table>
        <thead>
          <tr>
            <th>面积（㎡）</th>
            <th>证载</th>
            <th>实际</th>
            <th>供地</th>
            <th>违法建设</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th>登记</th>
            <td className="number">{area(parcel?.certificateAreaSqm)}</td>
            <td className="number">{area(parcel?.actualAreaSqm)}</td>
            <td className="number">{area(parcel?.suppliedAreaSqm)}</td>
            <td />
          </tr>
          <tr>
            <th>核查</th>
            <td className="number">{area(survey.areas?.certificateSqm)}</td>
            <td className="number">{area(survey.areas?.actualSqm)}</td>
            <td className="number">{area(survey.areas?.suppliedSqm)}</td>
            <td className="number">{area(survey.areas?.illegalSqm)}</td>
          </tr>
        </tbody>
      </table>
      <table>
        <thead>
          <tr>
            <th>用地情况</th>
            <th>对方</th>
            <th>土地面积（㎡）</th>
            <th>建筑面积（㎡）</th>
            <th>起止</th>
          </tr>
        </thead>
        <tbody>
          {occupancies.map((one) => (
            <tr key={one.id}>
              <td>{occupancyWords[one.kind]}</td>
              <td>{one.counterpart ?? ''}</td>
              <td className="number">{area(one.landAreaSqm)}</td>
              <td className="number">{area(one.floorAreaSqm)}</td>
              <td>
                {formatDate(one.from ?? '')}至{formatDate(one.until ?? '今')}
              </td>
            </tr>
          ))}
          {occupancies.length === 0 && (
            <tr>
              <td colSpan={5}>（没有登记）</td>
            </tr>
          )}
        </tbody>
      </table>
      {survey.points != null && survey.points.length > 0 && (
        <p>
          界址点（CGCS2000）：
          {survey.points.map((point) => `${point.name}（${point.longitude}，${point.latitude}）`).join('；')}
        </p>
      )}
      <section className="paper-box">
        <b>示意图</b>
      </section>
      <section className="paper-box paper-short">
        <b>核查结论</b>
        <p>{survey.conclusion ?? ''}</p>
        <p>{survey.disputed ? '☑ 企业对面积有争议，意见如下：' : '□ 企业对面积有争议，意见如下：'}</p>
      </section>
      <p>
        在场人员：
        {signers.length > 0 ? signers.map((one) => one.nameMasked).join('、') : '＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿'}
      </p>
      <div className="paper-signs">
        <div>
          企业（盖章）
          <br />
          <br />
          签字：
          <br />
          日期：　　　年　　月　　日
        </div>
        <div>
          镇街、园区
          <br />
          <br />
          签字：
          <br />
          日期：　　　年　　月　　日
        </div>
        <div>
          自然资源部门
          <br />
          <br />
          签字：
          <br />
          日期：　　　年　　月　　日
        </div>
      </div>
      <p className="paper-foot">
        <span>{officeName}　本单一式三份，企业、镇街（园区）、牵头办公室各存一份。</span>
        <span>校验码 {checkCode}</span>
      </p>
    </article>
  );
}
