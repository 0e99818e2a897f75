/** SM2 by the published example of GM/T 0003.5 and against signatures that the library makes; nothing else holds. */
import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { expect, it } from 'vitest';
import { bytes32, digestOf, generator, pointOf, sm2Holds, times } from './sm2.js';

/** SubjectPublicKeyInfo of a point on the curve. */
const keyOf = (x: string, y: string) =>
  createPublicKey({
    key: Buffer.from(`3059301306072a8648ce3d020106082a811ccf5501822d03420004${x}${y}`, 'hex'),
    format: 'der',
    type: 'spki',
  });

const secret = 0x3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8n;
const x = '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020';
const y = 'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13';
const example = {
  content: Buffer.from('message digest'),
  signature: Buffer.from(
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
    'hex',
  ),
  key: keyOf(x, y),
};

it('[R45] [R46] the example of GM/T 0003.5: key, digest and signature', () => {
  const point = times(generator, secret)!;
  expect([bytes32(point.x).toString('hex'), bytes32(point.y).toString('hex')]).toEqual([x, y]);
  expect(pointOf(example.key)).toEqual(point);
  expect(digestOf(example.content, point, '1234567812345678').toString(16)).toBe(
    'f0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640',
  );
  expect(sm2Holds(example)).toBe(true);
});

it('[R46] another identity, message, signature or key does not hold', () => {
  expect(sm2Holds({ ...example, identity: 'ALICE123@YAHOO.COM' })).toBe(false);
  expect(sm2Holds({ ...example, content: Buffer.from('message digesu') })).toBe(false);
  for (let at = 0; at < 64; at += 3) {
    const signature = Buffer.from(example.signature);
    signature[at] = signature[at]! ^ (1 << (at % 8));
    expect(sm2Holds({ ...example, signature }), `byte ${at}`).toBe(false);
  }
  expect(sm2Holds({ ...example, signature: Buffer.alloc(64) })).toBe(false);
  expect(() => sm2Holds({ ...example, signature: Buffer.concat([example.signature, Buffer.of(0)]) })).toThrow();
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  expect(() => sm2Holds({ ...example, key: publicKey })).toThrow('not an SM2 key');
});

it('[R46] agrees with the library on its own signatures, which leave the identity out', () => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'SM2' });
  // Read back, the key is one of SM2 and no longer of ECDSA over its curve.
  const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' });
  const key = createPublicKey(pair.publicKey.export({ type: 'spki', format: 'pem' }));
  for (const text of ['', '甲', 'x'.repeat(1000)]) {
    const content = Buffer.from(text);
    const signature = sign('sm3', content, privateKey);
    expect([sm2Holds({ content, signature, key, identity: '' }), sm2Holds({ content, signature, key })]).toEqual([true, false]);
    expect(sm2Holds({ content: Buffer.from(`${text}!`), signature, key, identity: '' })).toBe(false);
  }
});
