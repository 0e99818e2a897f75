/** 视图的用语。 */
import { refusalsOf } from '../../forms/refusal.js';

export const refuseView = refusalsOf('views', {
  not_found: { status: 404, message: '没有找到这个视图，可能已被删除。', remedy: '请刷新后从视图列表重新选择。' },
  name_taken: { status: 409, message: '您在这个列表里已有名为“{name}”的视图。', remedy: '请换一个名称，或修改原来的那个。' },
  too_many: { status: 409, message: '这个列表您已保存 {most} 个视图。', remedy: '请先删除不用的。' },
  may_not_share: { status: 403, message: '您的岗位不能建立本单位共用的视图。', remedy: '请保存为自己的视图，或请牵头办建立。' },
  not_yours: { status: 403, message: '视图“{name}”由{owner}建立，您不能修改。', remedy: '请另存为自己的视图，或请{owner}修改。' },
});
