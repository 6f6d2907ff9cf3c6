import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '@qantara/kernel';
import type { AnyCtx } from '@qantara/platform';

/** What is known of whoever chooses: their own name is the first thing that is tried. */
export type Owner = { email: string; displayName: string };

type Judge = { check: (password: string, words: string[]) => Judged };
type Judged = { score: number; guesses: number; sequence: { pattern: string; dictionaryName?: string }[] };

/** Beyond this many guesses (a hundred million) a guesser who is counted at the door gets nowhere. */
const ENOUGH_GUESSES = 1e8;
/** Whatever stands behind the first sixty-four characters makes no password weaker; judging it would cost seconds. */
const JUDGED = 64;
/** What must be left of a password once the words about its owner are taken out of it. */
const LEFT = 8;

const LOCAL = JSON.parse(readFileSync(join(import.meta.dirname, 'local-words.json'), 'utf8')) as string[];

type Dictionary = Record<string, (string | number)[]>;

// The commonest passwords and words of three languages are eighty megabytes in memory: read when somebody first chooses one.
async function readJudge(): Promise<Judge> {
  const [{ ZxcvbnFactory }, common, en, fr] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-fr'),
  ]);
  const dictionary: Dictionary = { ...common.dictionary, ...en.dictionary, ...fr.dictionary, local: LOCAL };
  return new ZxcvbnFactory({ dictionary, graphs: common.adjacencyGraphs, maxLength: JUDGED });
}

let judge: Promise<Judge> | undefined;

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3);
}

function fold(text: string): string {
  return wordsOf(text).join('') || text.toLowerCase();
}

/** What of a password says nothing about its owner or this region, without figures and signs at its ends. */
function leftOf(password: string, words: string[]): string {
  const longestFirst = words.filter((word) => word.length >= 4).toSorted((one, other) => other.length - one.length);
  let left = password.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  for (const word of longestFirst) left = left.replaceAll(word, '');
  return left.replace(/[^\p{L}]/gu, '');
}

/** Why a password is not taken; null where it is. */
type Weakness = 'password_about_you' | 'password_common' | 'password_pattern' | 'password_guessable';

function patternOf({ sequence }: Judged): Weakness {
  const patterns = new Set(sequence.map(({ pattern }) => pattern));
  if (sequence.some(({ dictionaryName }) => dictionaryName?.startsWith('passwords') === true)) return 'password_common';
  return patterns.has('repeat') || patterns.has('sequence') || patterns.has('spatial')
    ? 'password_pattern'
    : 'password_guessable';
}

/**
 * What is wrong with a password, judged here, by lists that came with the product: nothing of it leaves the server. Length
 * is for the contract; which kinds of characters it has makes no difference (NIST SP 800-63B-4 §3.1.1.2, ASVS 5.0 6.2.4,
 * 6.2.11, 6.2.12).
 */
export async function findWeakness(password: string, owner: Owner, address: string): Promise<Weakness | null> {
  const { hostname } = new URL(address);
  const own = [...wordsOf(owner.email), ...wordsOf(owner.displayName), fold(owner.displayName), ...wordsOf(hostname)];
  const isAboutOwner = leftOf(password, own) !== leftOf(password, []) && leftOf(password, own).length < LEFT;
  if (isAboutOwner) return 'password_about_you';
  judge ??= readJudge();
  const judged = (await judge).check(password.slice(0, JUDGED), own);
  return judged.guesses >= ENOUGH_GUESSES ? null : patternOf(judged);
}

/** Refuses a password that is easy to guess, at its field, with the reason. */
export async function refuseWeak(ctx: Pick<AnyCtx, 'outside'>, password: string, owner: Owner): Promise<void> {
  const code = await findWeakness(password, owner, ctx.outside.address);
  if (code !== null) refuse('invalid_input', { fields: [{ path: 'password', code }] });
}
