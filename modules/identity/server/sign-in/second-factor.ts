import { latinDigits } from '@qantara/kernel';
import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'Qantara', label, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS });
}

/** A new secret of 160 bits, in base 32 (RFC 4226 §4). */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that an authenticator application reads from the square code. */
export function enrolmentAddress(secret: string, label: string): string {
  return totpOf(secret, label).toString();
}

/** The code of this moment. */
export function codeAt(secret: string, now: Date): string {
  return totpOf(secret, 'code').generate({ timestamp: now.getTime() });
}

/** The time step whose code this is, one step early or late forgiven; null where it is not a code (RFC 6238 §5.2). */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const token = latinDigits(code.normalize('NFKC')).replace(/\D/g, '');
  const delta = totpOf(secret, 'code').validate({ token, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta;
}
