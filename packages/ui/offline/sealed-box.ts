/** Something that only the holder of a key reads. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };

/** OWASP's figure for PBKDF2 with SHA-256: a guess costs a tenth of a second. */
const ITERATIONS = 600_000;
const AES = 'AES-GCM';
const WRAPS: KeyUsage[] = ['wrapKey', 'unwrapKey'];

const newIv = () => crypto.getRandomValues(new Uint8Array(12));

/** Random bytes of a phrase's own, so that one phrase on two devices is two keys. */
export function newSalt(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(16));
}

/** The key that a phrase stands for; it wraps the key of the data, and seals nothing itself. */
export async function keyOfPhrase(
  phrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations = ITERATIONS,
): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(phrase.normalize('NFKC'));
  const raw = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  const by = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(by, raw, { name: AES, length: 256 }, false, WRAPS);
}

/** The key that somebody else keeps for us, as base64. */
export async function keyOfBytes(base64: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, AES, false, WRAPS);
}

/** A new key for data. It can be taken out only until it is wrapped; what opens it again gives it out no more. */
export async function newDataKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: AES, length: 256 }, true, ['encrypt', 'decrypt']);
}

export async function wrapKey(key: CryptoKey, by: CryptoKey): Promise<Sealed> {
  const iv = newIv();
  return { iv, data: await crypto.subtle.wrapKey('raw', key, by, { name: AES, iv }) };
}

/** Opens a wrapped key; undefined where `by` is not the key that wrapped it. `mayLeave` only while another phrase is set. */
export async function unwrapKey(wrapped: Sealed, by: CryptoKey, mayLeave = false): Promise<CryptoKey | undefined> {
  try {
    const usages: KeyUsage[] = ['encrypt', 'decrypt'];
    return await crypto.subtle.unwrapKey('raw', wrapped.data, by, { name: AES, iv: wrapped.iv }, AES, mayLeave, usages);
  } catch {
    return undefined;
  }
}

/** Seals a value under the name of its row, so that no row can stand in the place of another. */
export async function seal(key: CryptoKey, name: string, value: unknown): Promise<Sealed> {
  const iv = newIv();
  const additionalData = new TextEncoder().encode(name);
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { iv, data: await crypto.subtle.encrypt({ name: AES, iv, additionalData }, key, plain) };
}

/** What was sealed under this name; throws where the key or the name is another. */
export async function unseal(key: CryptoKey, name: string, { iv, data }: Sealed): Promise<unknown> {
  const additionalData = new TextEncoder().encode(name);
  const plain = await crypto.subtle.decrypt({ name: AES, iv, additionalData }, key, data);
  return JSON.parse(new TextDecoder().decode(plain));
}
