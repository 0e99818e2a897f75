/** 通知种类与外发渠道. */
export const noticeKinds = ['reminder', 'result', 'year'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const noticeKindTitles: Readonly<Record<NoticeKind, string>> = {
  reminder: '单位间的提醒、催办',
  result: '本人发起的任务办结',
  year: '年度安排、期限变动',
};

export const channels = ['mail', 'sms', 'webhook'] as const;
export type Channel = (typeof channels)[number];

/** Those that reach one person: a webhook reaches another system. */
export const personalChannels = ['mail', 'sms'] as const;

export const channelTitles: Readonly<Record<Channel, string>> = {
  mail: '电子邮件',
  sms: '短信网关',
  webhook: '系统对接（webhook）',
};

export const mailSecurities = ['tls', 'starttls', 'none'] as const;
