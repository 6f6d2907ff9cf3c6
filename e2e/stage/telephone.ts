import assert from 'node:assert/strict';
import { Secret, TOTP } from 'otpauth';
import type { Visitor } from './visitor.ts';

/** A telephone with a code application, linked by the key that stands under the square on the page. */
export class Telephone {
  readonly #secret: string;
  #lastStep = 0;

  private constructor(secret: string) {
    this.#secret = secret;
  }

  static async linkedOn(visitor: Visitor): Promise<Telephone> {
    const text = await visitor.page.locator('main code').innerText();
    const secret = text.replace(/\s/g, '');
    assert.match(secret, /^[A-Z2-7]{32}$/);
    return new Telephone(secret);
  }

  /** A code that was not shown before: of this half-minute, or of the next, which counts too. */
  code(): string {
    const step = Math.max(Math.floor(Date.now() / 30_000), this.#lastStep + 1);
    this.#lastStep = step;
    return new TOTP({ secret: Secret.fromBase32(this.#secret) }).generate({ timestamp: step * 30_000 });
  }
}

/** A device that keeps keys and asks for its owner, who is always there and always agrees (Chromium's own). */
export async function withKeyring(visitor: Visitor): Promise<void> {
  const session = await visitor.context.newCDPSession(visitor.page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
