import { LEAST_SHOWN } from '@qantara/indicators/domain';
import { PACKAGE_SCHEMA, PackageContent, type ToldFigure } from '../contract/index.ts';

export type Judged = { content: PackageContent; fault: null } | { content: null; fault: string };

const isFew = (number: number | null): boolean => number !== null && number > 0 && number < LEAST_SHOWN;

/** Whether a figure tells of a few people: those counted, all of them, or those left out. A number that is not told stands nowhere. */
export function tellsOfFew({ state, count, outOf, value, unit }: ToldFigure): boolean {
  if (state !== 'shown') return count !== null || outOf !== null || value !== null;
  if (isFew(count) || isFew(outOf)) return true;
  if (unit === 'count' && isFew(value)) return true;
  return count !== null && outOf !== null && isFew(outOf - count);
}

/** A ratio that is not that of its own numbers would be another figure, and could carry a hidden one. */
function isOfItsParts({ unit, state, count, outOf, value }: ToldFigure): boolean {
  if (state !== 'shown') return true;
  if (unit === 'count') return value === count;
  if (unit !== 'ratio') return true;
  if (count === null || outOf === null || outOf === 0 || value === null || count > outOf) return false;
  return Math.abs(value - count / outOf) < 1e-6;
}

/** What a package holds, or the exact reason why it may not be taken: another version, a field beyond the schema, a figure of a few. */
export function judgePackage(said: unknown): Judged {
  const none = (fault: string): Judged => ({ content: null, fault });
  if (typeof said !== 'object' || said === null) return none('package_not_valid');
  if ((said as { schema?: unknown }).schema !== PACKAGE_SCHEMA) return none('package_version_unknown');
  const read = PackageContent.safeParse(said);
  if (!read.success)
    return none(
      read.error.issues.some(({ code }) => code === 'unrecognized_keys')
        ? 'package_field_unknown'
        : 'package_not_valid',
    );
  const { figures } = read.data;
  if (figures.some(tellsOfFew)) return none('package_figure_small');
  const keys = new Set(figures.map(({ code, year }) => `${code} ${year}`));
  if (keys.size !== figures.length || !figures.every(isOfItsParts)) return none('package_not_valid');
  return { content: read.data, fault: null };
}

export type Known = { sequence: number; hash: string };

/**
 * Where a package stands behind those that were taken: it follows the newest, or some between are missing, which is told and taken. One that
 * was taken before, is older than the newest or does not name the one before it is refused.
 */
export function placeOf(
  { sequence, previous }: PackageContent,
  hash: string,
  taken: { newest: Known | null; isKnown: boolean },
): { hasGap: boolean } | { fault: string } {
  const { newest, isKnown } = taken;
  if (isKnown || newest?.hash === hash) return { fault: 'package_replayed' };
  if (newest === null) return { hasGap: sequence > 1 };
  if (sequence <= newest.sequence) return { fault: 'package_older' };
  const isNext = sequence === newest.sequence + 1;
  if (isNext && previous !== newest.hash) return { fault: 'package_chain_broken' };
  return { hasGap: !isNext };
}
