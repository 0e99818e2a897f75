/** 统一身份认证 for tests: a small OpenID provider on this machine that signs real tokens and sends the browser back, as a government's own would. */
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

export interface Provider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where browsers were told to go, newest last. */
  readonly redirects: readonly string[];
  /** Who is signed in there, and in what way; null: whoever comes is turned away. */
  person: { readonly sub: string; readonly amr: readonly string[] } | null;
  close(): Promise<void>;
}

interface Begun {
  readonly challenge: string;
  readonly nonce: string;
  readonly redirectUri: string;
}

export async function startProvider(): Promise<Provider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const begun = new Map<string, Begun>();
  const redirects: string[] = [];
  const client = { clientId: 'muheng', clientSecret: randomBytes(12).toString('base64url') };
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const told: Provider = {
    ...{ ...client, redirects, issuer: '', person: { sub: 'gov-0001', amr: ['pwd'] } },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };

  const sendBack = (asked: URLSearchParams): string => {
    const redirectUri = asked.get('redirect_uri') ?? '';
    redirects.push(redirectUri);
    const back = new URL(redirectUri);
    back.searchParams.set('state', asked.get('state') ?? '');
    if (told.person === null) back.searchParams.set('error', 'access_denied');
    else {
      const code = randomBytes(8).toString('hex');
      begun.set(code, { challenge: asked.get('code_challenge') ?? '', nonce: asked.get('nonce') ?? '', redirectUri });
      back.searchParams.set('code', code);
    }
    return back.href;
  };

  /** Undefined where the code, its verifier, the client or the address do not fit. */
  const tokenFor = (given: URLSearchParams, authorization: string): object | undefined => {
    const known = begun.get(given.get('code') ?? '');
    begun.delete(given.get('code') ?? '');
    const verifier = createHash('sha256')
      .update(given.get('code_verifier') ?? '')
      .digest('base64url');
    const [id, secret] = authorization.startsWith('Basic ')
      ? Buffer.from(authorization.slice(6), 'base64').toString('utf8').split(':').map(decodeURIComponent)
      : [given.get('client_id'), given.get('client_secret')];
    const fits = known?.challenge === verifier && known.redirectUri === given.get('redirect_uri');
    if (known === undefined || !fits || id !== client.clientId || secret !== client.clientSecret) return undefined;
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: told.issuer, aud: client.clientId, ...told.person, nonce: known.nonce, iat: now, exp: now + 60 };
    const body = `${part({ alg: 'RS256', kid: 'k', typ: 'JWT' })}.${part(claims)}`;
    const signature = createSign('sha256').update(body).sign(privateKey).toString('base64url');
    return { access_token: 'unused', token_type: 'bearer', id_token: `${body}.${signature}` };
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', told.issuer);
    const answer = (body: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    let text = '';
    request.on('data', (data) => {
      text += String(data);
    });
    request.on('end', () => {
      if (url.pathname === '/authorize') return response.writeHead(302, { location: sendBack(url.searchParams) }).end();
      if (url.pathname === '/keys')
        return answer({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] });
      if (url.pathname === '/token') {
        const token = tokenFor(new URLSearchParams(text), request.headers.authorization ?? '');
        return token === undefined ? answer({ error: 'invalid_grant' }, 400) : answer(token);
      }
      if (url.pathname !== '/.well-known/openid-configuration') return answer({}, 404);
      return answer({
        ...{ issuer: told.issuer, authorization_endpoint: `${told.issuer}/authorize`, token_endpoint: `${told.issuer}/token` },
        ...{ jwks_uri: `${told.issuer}/keys`, response_types_supported: ['code'], subject_types_supported: ['public'] },
        id_token_signing_alg_values_supported: ['RS256'],
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  Object.assign(told, { issuer: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}` });
  return told;
}
