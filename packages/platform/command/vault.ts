import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  randomBytes,
  sign,
} from 'node:crypto';

/** What the region's secret is used for; the secret itself is handed to nobody. */
export type Vault = {
  /** Text sealed for storage: a copied database does not open it. */
  seal: (plain: string) => string;
  open: (sealed: string) => string;
  /** Bytes sealed for storage elsewhere, under the name they are kept by: under another name they do not open. */
  sealBytes: (name: string, plain: Uint8Array) => Buffer;
  openBytes: (name: string, sealed: Uint8Array) => Buffer;
  /** A keyed digest: a copied database cannot be searched for short secrets by trying them all. */
  digest: (purpose: string, value: string) => Buffer;
  /** Ed25519, by a key of its own for each purpose: whoever has the public half tells our word from another's. */
  sign: (purpose: string, text: string) => Buffer;
  /** The public half, base64 of its 32 bytes: to print and to keep elsewhere. */
  publicKey: (purpose: string) => string;
};

/** RFC 8410: what stands before the 32 bytes of an Ed25519 key. */
const PRIVATE_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Nonce, tag and what is sealed, in one piece; `name` is not in it and is needed to open it. */
function sealWith(key: Buffer, name: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

function openWith(key: Buffer, name: string, bytes: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(name));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}

/** The vault of one region secret (at least 32 characters). */
export function vaultOf(secret: string): Vault {
  const key = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'qantara', purpose, 32));
  const sealing = key('seal');
  const sealingBytes = key('seal bytes');
  const signing = (purpose: string) =>
    createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, key(`sign ${purpose}`)]), format: 'der', type: 'pkcs8' });
  return {
    seal: (plain) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce);
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open: (stored) => {
      const bytes = Buffer.from(stored, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
    sealBytes: (name, plain) => sealWith(sealingBytes, name, plain),
    openBytes: (name, sealed) => openWith(sealingBytes, name, sealed),
    digest: (purpose, value) =>
      createHmac('sha256', key(`digest ${purpose}`))
        .update(value)
        .digest(),
    sign: (purpose, text) => sign(null, Buffer.from(text), signing(purpose)),
    publicKey: (purpose) =>
      createPublicKey(signing(purpose)).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64'),
  };
}
