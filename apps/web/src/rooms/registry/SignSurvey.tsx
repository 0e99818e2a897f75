/** 登记签字 — who signed and when, by the check code on the paper; the scan goes with it or follows. */
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask.js';
import { choicesOf } from '../../furniture/choices.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { TroubleLine } from '../../furniture/states.js';
import { useAct } from '../../office/act.js';
import { useMay } from '../../office/session.js';
import { ScanField, type SheetProps, signCodes, useFinish, useScan } from './SurveyScan.js';
import type { Sheet } from './SurveySheet.js';
import { partyWords } from './words.zh.js';

interface Signer {
  readonly key: number;
  readonly party: Sheet['signers'][number]['party'];
  readonly name: string;
}

export function SignSurvey({ sheet, onClose }: SheetProps): ReactNode {
  const { survey } = sheet;
  const [signedOn, setSignedOn] = useState(survey.surveyedOn);
  const [checkCode, setCheckCode] = useState('');
  const [signers, setSigners] = useState<readonly Signer[]>([
    { key: 0, party: 'enterprise', name: '' },
    { key: 1, party: 'area', name: '' },
  ]);
  const [tried, setTried] = useState(false);
  const scan = useScan();
  const { busy, error, run, clear } = useAct();
  const finish = useFinish(sheet, scan, onClose);
  const uploads = useMay('files.upload');
  const { at, rest } = fieldFaults(error, signCodes(error));
  const code = checkCode.replaceAll(/\s/g, '').toUpperCase();
  const named = signers.filter((one) => one.name.trim() !== '');
  const faults = {
    checkCode: /^[0-9A-F]{8}$/.test(code) ? undefined : '请照纸上右下角填写 8 位校验码（数字和 A–F）。',
    signers: named.length > 0 ? undefined : '请至少填写一名签字人。',
    signedOn: signedOn === '' ? '请填写签字日期。' : undefined,
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (Object.values(faults).some((fault) => fault !== undefined)) return;
    const done = await run(async () => {
      const scanFileId = await scan.send();
      const body = {
        ...{ signedOn, checkCode: code, scanFileId, version: survey.version },
        signers: named.map(({ party, name }) => ({ party, name: name.trim() })),
      };
      return ask('signSurvey', { path: { surveyId: survey.id }, body });
    });
    if (done !== undefined) await finish('已登记签字。');
  };
  const change = (key: number, more: Partial<Signer>): void =>
    setSigners(signers.map((one) => (one.key === key ? { ...one, ...more } : one)));
  const close = (): void => {
    scan.drop();
    onClose();
  };

  return (
    <Dialog
      open
      title={`登记签字：${survey.number}`}
      onClose={close}
      foot={
        <>
          <Button onClick={close}>取消</Button>
          <Button type="primary" loading={busy} onClick={() => void save()}>
            登记签字
          </Button>
        </>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={rest} />
        <Field label="签字日期" name="signedOn" needed error={(tried ? faults.signedOn : undefined) ?? at('signedOn')}>
          <Input id="signedOn" type="date" value={signedOn} onChange={(event) => setSignedOn(event.target.value)} />
        </Field>
        <Field
          label="纸上校验码"
          name="checkCode"
          needed
          help="印在核查单右下角；与现在的登记内容不一致时不能登记"
          error={(tried ? faults.checkCode : undefined) ?? at('checkCode')}
        >
          <Input
            id="checkCode"
            autoFocus
            autoComplete="off"
            maxLength={12}
            value={checkCode}
            onChange={(event) => {
              setCheckCode(event.target.value);
              clear();
            }}
          />
        </Field>
        <Field
          label="签字人"
          name="signer0"
          needed
          help="姓名加密保存，页面上遮盖显示"
          error={(tried ? faults.signers : undefined) ?? at('signers')}
        >
          <div>
            {signers.map((one, place) => (
              <div key={one.key} className="signer-row">
                <Select
                  aria-label={`第 ${place + 1} 名签字方`}
                  value={one.party}
                  options={choicesOf(partyWords)}
                  onChange={(party) => change(one.key, { party })}
                />
                <Input
                  id={`signer${place}`}
                  aria-label={`第 ${place + 1} 名签字人姓名`}
                  maxLength={40}
                  value={one.name}
                  onChange={(event) => change(one.key, { name: event.target.value })}
                />
                <Button
                  aria-label={`去掉第 ${place + 1} 名`}
                  disabled={signers.length === 1}
                  onClick={() => setSigners(signers.filter((other) => other !== one))}
                >
                  去掉
                </Button>
              </div>
            ))}
            <Button
              size="small"
              onClick={() =>
                setSigners([...signers, { key: Math.max(...signers.map((one) => one.key)) + 1, party: 'land', name: '' }])
              }
            >
              增加一名
            </Button>
          </div>
        </Field>
        {uploads && <ScanField scan={scan} error={at('scanFileId')} help="可以签字后再传" />}
      </Fields>
    </Dialog>
  );
}
