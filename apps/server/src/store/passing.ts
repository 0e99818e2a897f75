/** 一时的故障 — is it the database that went away, is not there yet or has no room, or two transactions that met? Then the same again may do. */

export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^(?:08|57P|53|40001|40P01|ECONNREFUSED|ECONNRESET|EPIPE)/.test(code)) return true;
  return /Connection terminated|not queryable|timeout exceeded when trying to connect/.test(error.message);
}
