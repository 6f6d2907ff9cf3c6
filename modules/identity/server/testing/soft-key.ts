import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

type Told = { origin?: string; rpId?: string; counter?: number; isVerified?: boolean; challenge?: string };
type Options = Record<string, unknown>;

const HERE = 'https://sabil.example';

function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

function counterOf(count: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(count);
  return bytes;
}

/** An authenticator in memory (WebAuthn 3 §6), which can also lie: about where it is, how often it signed, and whom it saw. */
export class SoftKey {
  readonly id = randomBytes(16);
  counter = 0;
  #secret: KeyObject;
  #cose: Buffer;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.#secret = privateKey;
    // A COSE key (RFC 9053 §7.1.1): ES256 on P-256.
    const at = (name: string, point: string): Buffer =>
      Buffer.concat([Buffer.from(`${name}5820`, 'hex'), Buffer.from(point, 'base64url')]);
    this.#cose = Buffer.concat([Buffer.from('a5010203262001', 'hex'), at('21', x), at('22', y)]);
  }

  #data({ rpId = new URL(HERE).hostname, isVerified = true, counter }: Told, attested: Buffer): Buffer {
    const flags = 0x01 | (isVerified ? 0x04 : 0) | (attested.length > 0 ? 0x40 : 0);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counterOf(counter ?? this.counter), attested]);
  }

  #client(type: string, options: Options, { origin = HERE, challenge }: Told): Buffer {
    return Buffer.from(
      JSON.stringify({ type, challenge: challenge ?? options['challenge'], origin, crossOrigin: false }),
    );
  }

  #answer(response: Record<string, unknown>): string {
    const id = this.id.toString('base64url');
    return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} });
  }

  /** What `navigator.credentials.create` gives, as the page sends it. */
  make(options: Options, told: Told = {}): string {
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, this.#cose]);
    const data = this.#data(told, attested);
    const head = Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex');
    const attestation = Buffer.concat([head, Buffer.from([data.length]), data]);
    return this.#answer({
      clientDataJSON: this.#client('webauthn.create', options, told).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** What `navigator.credentials.get` gives; each time the counter goes forward. */
  use(options: Options, of: { accountId: string }, told: Told = {}): string {
    this.counter += 1;
    const data = this.#data(told, Buffer.alloc(0));
    const client = this.#client('webauthn.get', options, told);
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), this.#secret);
    return this.#answer({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
      userHandle: Buffer.from(of.accountId).toString('base64url'),
    });
  }
}
