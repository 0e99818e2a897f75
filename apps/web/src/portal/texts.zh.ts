/** 企业端的话 — 您 on every page. */
export const portalTexts = {
  name: '亩衡企业端',
  asking: '正在打开，请稍候…',
  offline: '网络已断开，恢复之后再继续；您填写的内容还在本页。',
  ended: '登录已失效，请您重新登录。',
  staffTitle: '这里是企业端',
  staff: '您的账号是工作人员账号。',
  intro: '以下是评价办公室登记的您企业的情况。如有不符，请联系所属镇街（园区）更正。',
  comingTitle: '尚未开通',
  coming: '评价结果、逐项确认、提出申诉，到相应阶段时在这里办理，届时会通知您的联络员。',
  noLand: '没有登记用地。请联系所属镇街（园区）补充。',
} as const;
