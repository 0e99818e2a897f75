/** 启动与存储的“暂不能操作”：给装机、运维的人看。 */
import { refusalsOf } from '../forms/refusal.js';

export const refuseStore = refusalsOf('store', {
  folder_in_use: {
    status: 503,
    message: '数据目录 {folder} 正由另一个亩衡进程使用（进程号 {pid}，{what}，自 {since}）。',
    remedy: '请用浏览器或接口操作正在运行的系统；确需在命令行办理，请先停止它。数据未动。',
  },
  database_in_use: {
    status: 503,
    message: '数据目录 {folder} 的数据库正由另一个亩衡进程使用。',
    remedy: '请先停止另一个进程，再启动。数据未动。',
  },
  folder_not_writable: {
    status: 503,
    message: '数据目录 {folder} 建不起来或写不进去（{why}）。',
    remedy: '请换一个本用户可写的目录，或请系统管理员改正目录权限。',
  },
  folder_not_reachable: {
    status: 503,
    message: '内置数据库由系统用户 {user} 运行，它进不去上级目录 {parent}。',
    remedy: '请把数据目录放在 /var/lib/muheng 这样各级都可进入的位置，或对 {parent} 执行 chmod o+x；也可以改用普通用户启动。',
  },
  database_not_started: {
    status: 503,
    message: '内置数据库没有启动，数据未动。日志最后写着：{last}',
    remedy: '请按日志所说处理后再启动；日志全文在 {log}。',
  },
  database_passwords_missing: {
    status: 503,
    message: '数据目录 {folder} 里有数据库，却没有它的口令文件 database.secrets.json。',
    remedy: '请把该文件从备份放回数据目录，再启动。数据未动。',
  },
  secret_missing: {
    status: 503,
    message: '数据库里已有数据，数据目录 {folder} 却没有密钥文件 secret.key，加密存放的内容将无法打开。',
    remedy: '请把原来的 secret.key 放回数据目录（随备份另行保存），再启动。数据未动。',
  },
  secret_unusable: {
    status: 503,
    message: '密钥文件 {file} 不能用：{why}。',
    remedy: '请从备份放回原来的密钥文件，权限设为仅本用户可读（chmod 600），再启动。',
  },
  secret_differs: {
    status: 503,
    message: '密钥文件 {file} 不是这个数据库的密钥。',
    remedy: '请核对数据目录与数据库是否成对，放回原来的 secret.key 再启动。数据未动。',
  },
  demonstration_differs: {
    status: 503,
    message: '演示数据只能放在专用的数据目录；{folder} {what}。',
    remedy: '请换一个空的数据目录运行演示，或用正式方式启动本目录。数据未动。',
  },
  owner_url_missing: {
    status: 503,
    message: '给了 DATABASE_URL，还缺 DATABASE_OWNER_URL：建表和日常使用须是两个数据库用户。',
    remedy:
      '请在数据库建用户 muheng_owner（数据库所有者）和 muheng_app（普通用户），分别写入 DATABASE_OWNER_URL 与 DATABASE_URL。',
  },
  database_not_reachable: {
    status: 503,
    message: '连不上数据库（{why}）。',
    remedy: '请核对 DATABASE_URL 的地址、端口、用户与口令，以及数据库是否在运行。',
  },
  database_unsafe: {
    status: 503,
    message: '数据库的设置不能保证数据安全，没有启动：{points}。',
    remedy: '请数据库管理员逐项改正后再启动。确知后果而要先用，可加 --allow-unsafe-database，这会记入审计台账。',
  },
  database_newer: {
    status: 503,
    message: '数据库由更新版本的亩衡写过（升级步骤 {id} 本版没有）。',
    remedy: '请安装当时或更新的版本再启动。数据未动。',
  },
  migration_edited: {
    status: 503,
    message: '升级步骤 {id} 的内容与当时执行的不同。',
    remedy: '请使用原版安装包再启动。数据未动。',
  },
  migration_failed: {
    status: 503,
    message: '升级步骤 {id} 没有完成，已全部退回：{why}。',
    remedy: '请核对磁盘空间和数据库权限后重新启动，会从这一步接着升级；仍不行请联系实施单位。',
  },
});

/** Points of `database_unsafe`; `{found}` is what the database says. */
export const unsafeWords = {
  version: '版本须为 15 或更新（现为 {found}）',
  fsync: 'fsync 须为 on（现为 {found}），否则断电会损坏数据',
  full_page_writes: 'full_page_writes 须为 on（现为 {found}），否则断电会损坏数据',
  synchronous_commit: 'synchronous_commit 须为 on（现为 {found}），否则断电会丢失已提交的操作',
  data_checksums: 'data_checksums 须为 on（现为 {found}），否则磁盘坏了看不出来',
  encoding: '字符集须为 UTF8（现为 {found}）',
  role_name: '日常使用的用户须名为 muheng_app（现为 {found}）',
  role_superuser: '日常使用的用户 {found} 不得是超级用户',
  role_bypasses: '日常使用的用户 {found} 不得有 BYPASSRLS',
  role_owns: '日常使用的用户 {found} 不得拥有表，也不得属于表的所有者',
} as const;
export type UnsafePoint = keyof typeof unsafeWords;
