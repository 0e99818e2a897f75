/**
 * 本机证书 — a small authority of this installation and a certificate for its addresses, written as X.509 by hand because Node makes
 * keys but no certificates. ECDSA P-256 with SHA-256; an office that has a certificate of its own uses that. @source design §5
 */
import { createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { isIPv4 } from 'node:net';

export interface CertificateWish {
  readonly names: readonly string[];
  /** IPv4. */
  readonly addresses: readonly string[];
  readonly now: Date;
}

export interface LocalCertificate {
  /** PEM: the server's certificate, followed by the authority's. */
  readonly certificate: string;
  readonly key: string;
  /** PEM: what browsers of the office are told to trust. */
  readonly authority: string;
}

const years = (count: number): number => count * 365 * 86_400_000;

/** The key of the authority is thrown away: it signs this one certificate and nothing else ever. */
export function localCertificate({ names, addresses, now }: CertificateWish): LocalCertificate {
  const root = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const leaf = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const period = { from: new Date(now.getTime() - 86_400_000), until: new Date(now.getTime() + years(2)) };
  const issuer = nameOf('Muheng local authority');
  const authority = certificateOf(
    { ...period, issuer, subject: issuer, key: root.publicKey, extensions: authorityExtensions },
    root.privateKey,
  );
  const subject = nameOf(names[0] ?? addresses[0] ?? 'muheng');
  const extensions = leafExtensions(names, addresses);
  const certificate = certificateOf({ ...period, issuer, subject, key: leaf.publicKey, extensions }, root.privateKey);
  return {
    certificate: certificate + authority,
    authority,
    key: leaf.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

interface Content {
  readonly from: Date;
  readonly until: Date;
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly key: KeyObject;
  readonly extensions: readonly Buffer[];
}

function certificateOf({ from, until, issuer, subject, key, extensions }: Content, signer: KeyObject): string {
  const serial = randomBytes(16);
  serial[0] = (serial[0]! & 0x7f) | 0x01;
  const toSign = sequence(
    explicit(0, integer(Buffer.of(2))),
    integer(serial),
    ecdsaSha256,
    issuer,
    sequence(time(from), time(until)),
    subject,
    key.export({ type: 'spki', format: 'der' }),
    explicit(3, sequence(...extensions)),
  );
  const signature = createSign('sha256').update(toSign).sign(signer);
  const whole = sequence(toSign, ecdsaSha256, tagged(0x03, Buffer.of(0), signature));
  return `-----BEGIN CERTIFICATE-----\n${whole
    .toString('base64')
    .replace(/(.{64})/g, '$1\n')
    .trimEnd()}\n-----END CERTIFICATE-----\n`;
}

/** DER: tag, length, content. */
function tagged(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const size: number[] = [];
  for (let left = body.length; left > 0; left >>= 8) size.unshift(left & 0xff);
  const length = body.length < 128 ? [body.length] : [0x80 | size.length, ...size];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

const sequence = (...content: readonly Uint8Array[]): Buffer => tagged(0x30, ...content);
const explicit = (number: number, content: Uint8Array): Buffer => tagged(0xa0 | number, content);
const integer = (bytes: Uint8Array): Buffer => tagged(0x02, bytes);
const octets = (content: Uint8Array): Buffer => tagged(0x04, content);
const objectId = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, 'hex'));
const truth = Buffer.of(0x01, 0x01, 0xff);
const time = (at: Date): Buffer => tagged(0x18, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`));

const ecdsaSha256 = sequence(objectId('2a8648ce3d040302'));
const nameOf = (common: string): Buffer =>
  sequence(tagged(0x31, sequence(objectId('550403'), tagged(0x0c, Buffer.from(common)))));

const basicConstraints = '551d13';
const keyUsage = '551d0f';
const extendedKeyUsage = '551d25';
const alternativeName = '551d11';
const serverAuthentication = '2b06010505070301';

const critical = (id: string, value: Uint8Array): Buffer => sequence(objectId(id), truth, octets(value));
const ordinary = (id: string, value: Uint8Array): Buffer => sequence(objectId(id), octets(value));

// Key usage bits: keyCertSign and cRLSign for the authority, digitalSignature for the server.
const authorityExtensions = [critical(basicConstraints, sequence(truth)), critical(keyUsage, tagged(0x03, Buffer.of(1, 0x06)))];

function leafExtensions(names: readonly string[], addresses: readonly string[]): Buffer[] {
  const dns = names.map((name) => tagged(0x82, Buffer.from(name)));
  const ip = addresses
    .filter((address) => isIPv4(address))
    .map((address) => tagged(0x87, Buffer.from(address.split('.').map(Number))));
  return [
    critical(basicConstraints, sequence()),
    critical(keyUsage, tagged(0x03, Buffer.of(7, 0x80))),
    ordinary(extendedKeyUsage, sequence(objectId(serverAuthentication))),
    ordinary(alternativeName, sequence(...dns, ...ip)),
  ];
}
