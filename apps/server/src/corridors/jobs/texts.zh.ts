/** 后台任务的用语。 */
import { refusalsOf } from '../../forms/refusal.js';

export const refuseJob = refusalsOf('jobs', {
  not_found: { status: 404, message: '没有找到这个任务，或您无权查看。', remedy: '请从任务列表重新进入。' },
  already_over: { status: 409, message: '任务“{title}”已经结束，不能再取消。', remedy: '请刷新查看结果。' },
});

export const jobWords = {
  queued: '排队等待',
  running: '正在办理',
  done: '已完成',
  cancelled: '已取消',
  starter_gone: '发起人的账号或岗位已变，任务没有办理。请由有权限的同事重新发起。',
  kind_unknown: '本版没有这种任务，请由有权限的同事重新发起。',
  gave_up: '任务三次中断，已停止。请联系系统管理员查看运行日志（任务号 {jobId}），再重新发起。',
  fault: '系统异常，任务没有完成。请把任务号 {jobId} 告知系统管理员。',
} as const;
