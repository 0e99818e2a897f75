/** 统一身份认证的往返 — what the browser must bring back besides the answer: sealed by the server, kept in this tab for the one way there and back. */
const key = 'muheng.identity';

export function rememberFlow(flow: string): void {
  sessionStorage.setItem(key, flow);
}

/** Once. */
export function takeFlow(): string | null {
  const flow = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return flow;
}
