/**
 * 统一身份认证 — OpenID Connect, authorization code with PKCE, state and nonce. What the browser must bring back is sealed by us, so
 * that an answer fits only the browser that began. The service is asked first when it is first needed. @source trust R6, R8, R23
 */
import * as oidc from 'openid-client';
import { z } from 'zod';
import type { IdentityService } from '../../../forms/house.js';
import { seal, unseal } from '../../../forms/seal.js';
import { issuerName } from './issuerName.js';

export interface IdentityConfig {
  /** `https://id.example.gov.cn` */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The page of ours to which the service sends the browser back: `https://…/sign-in/identity`. */
  readonly redirectUri: string;
}

const flowShape = z.strictObject({
  officeId: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  until: z.number(),
});
const purpose = 'people.identity_flow';
const goodForMs = 600_000;

export function identityService(config: IdentityConfig): IdentityService {
  let known: Promise<oidc.Configuration> | undefined;
  // A service that could not be reached is asked again next time.
  const service = (): Promise<oidc.Configuration> => {
    known ??= discover(config).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  return {
    issuer: issuerName(config.issuer),
    async start(house, officeId) {
      const verifier = oidc.randomPKCECodeVerifier();
      const flow = {
        officeId,
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier,
        until: house.now().getTime() + goodForMs,
      };
      const url = oidc.buildAuthorizationUrl(await service(), {
        ...{ redirect_uri: config.redirectUri, scope: 'openid', state: flow.state, nonce: flow.nonce },
        ...{ code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
      });
      return { url: url.href, flow: seal(house, purpose, JSON.stringify(flow)).toString('base64url') };
    },
    async finish(house, { answer, flow: sealed }) {
      const flow = flowShape.parse(JSON.parse(unseal(house, purpose, Buffer.from(sealed, 'base64url'))));
      if (house.now().getTime() > flow.until) throw new Error('the flow has ended');
      const back = new URL(config.redirectUri);
      back.search = answer;
      const checks = {
        pkceCodeVerifier: flow.verifier,
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        idTokenExpected: true,
      };
      const claims = (await oidc.authorizationCodeGrant(await service(), back, checks)).claims();
      if (claims === undefined) throw new Error('no identity in the answer');
      const ways = Array.isArray(claims.amr) ? claims.amr : [];
      const secondFactor = ways.some((way) => way === 'mfa' || way === 'otp' || way === 'hwk');
      return { officeId: flow.officeId, issuer: issuerName(claims.iss), subject: claims.sub, secondFactor };
    },
  };
}

/** Plain HTTP only for a service on this machine, as tests have it. */
function discover({ issuer, clientId, clientSecret }: IdentityConfig): Promise<oidc.Configuration> {
  const url = new URL(issuer);
  const near = url.protocol === 'http:' && /^(127\.|localhost$)/.test(url.hostname);
  return oidc.discovery(url, clientId, clientSecret, undefined, near ? { execute: [oidc.allowInsecureRequests] } : {});
}
