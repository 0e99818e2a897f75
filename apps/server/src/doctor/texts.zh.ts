/** 体检的用语 — per check: what it looks at, and what to do when it fails; `{found}` is what was found. */

export const doctorWords = {
  database: { title: '数据库', remedy: '请看数据目录 database/server.log 的末尾，或核对 DATABASE_URL。' },
  lock: { title: '目录锁', remedy: '上次没有正常停止。重新启动 muheng serve，会接管正在运行的数据库。' },
  secret: { title: '密钥', remedy: '请从备份放回原来的 secret.key，权限设为仅本用户可读。' },
  settings: { title: '数据库设置', remedy: '请数据库管理员逐项改正后重新启动。' },
  migrations: { title: '升级步骤', remedy: '请用与数据库相符的版本启动，未执行的步骤启动时自动执行。' },
  isolation: { title: '单位隔离', remedy: '请立即停止服务，由实施单位恢复这些表的行级隔离。' },
  audit_rights: { title: '台账权限', remedy: '请数据库管理员收回这些权限。' },
  audit_writable: { title: '台账写入', remedy: '请检查数据库权限、磁盘空间，以及是否有人锁住台账。' },
  audit_chain: { title: '台账校验', remedy: '请保全现场，停止使用，由安全审计员与实施单位核查。' },
  files: { title: '文件核对', remedy: '请从备份恢复这些文件，或请上传人重新上传。' },
  disk: { title: '磁盘空间', remedy: '请清理或扩充数据目录所在的磁盘。' },
  clock: { title: '时钟', remedy: '请校准本机与数据库服务器的时间（NTP）。' },
} as const;
export type DoctorCheck = keyof typeof doctorWords;

export const foundWords = {
  good: '正常',
  not_reachable: '连不上',
  orphan: '数据库在运行，却没有亩衡进程使用它',
  secret_differs: '与数据库记下的不是同一个',
  secret_missing: '没有 secret.key',
  open_tables: '未隔离的表：',
  loose_rights: '多出的权限：',
  gaps: '不一致的步骤：',
  damaged: '内容已变的文件：',
  disk_left: '剩余 MB：',
  clocks_differ: '与数据库相差秒数：',
  ledger_ahead: '台账最后一条在将来：',
} as const;
