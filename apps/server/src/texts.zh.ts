/** 启动服务的用语：给装机、运维的人看。 */
import { refusalsOf } from './forms/refusal.js';

export const refuseServe = refusalsOf('serve', {
  plain_http: {
    status: 400,
    message: '在 {host} 上不加密地提供服务会泄露登录凭据，没有启动。',
    remedy:
      '请用 --certificate 和 --key 指定证书，或用 --self-signed 由本机签发，或用 --proxy 指明前面负责加密的代理地址；只在本机使用时用 127.0.0.1。',
  },
  port_taken: { status: 409, message: '端口 {port} 已被别的程序使用。', remedy: '请用 --port 换一个端口，或先停止那个程序。' },
  address_unusable: { status: 400, message: '不能在 {host}:{port} 上提供服务（{why}）。', remedy: '请核对 --host 和 --port。' },
  certificate_unusable: {
    status: 400,
    message: '证书或私钥不能使用（{why}）。',
    remedy: '请核对两个 PEM 文件是否配对、是否可读。',
  },
});
