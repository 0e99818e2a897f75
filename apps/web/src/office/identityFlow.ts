/** 统一身份认证的往返 — what the browser must bring back besides the answer: sealed by the server, kept in this tab for the one way there and back. */
const [flowKey, homeKey] = ['muheng.identity', 'muheng.identity.home'];

/** Where a person left from, and goes back to when it came to nothing. */
export type Home = '/' | `/portal${string}`;

export function rememberFlow(flow: string): void {
  sessionStorage.setItem(flowKey, flow);
  sessionStorage.setItem(homeKey, location.pathname);
}

/** Once. */
export function takeFlow(): { readonly flow: string; readonly home: Home } | null {
  const [flow, left] = [sessionStorage.getItem(flowKey), sessionStorage.getItem(homeKey) ?? ''];
  for (const key of [flowKey, homeKey]) sessionStorage.removeItem(key);
  return flow === null ? null : { flow, home: /^\/portal(\/|$)/.test(left) ? `/portal${left.slice(7)}` : '/' };
}
