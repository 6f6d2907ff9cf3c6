import { refuse, type Locale } from '@qantara/kernel';
import type { AnyCtx, WireAnswer, WireAsked } from '@qantara/platform';

/** The whole directory as one file. */
export function exportDirectory(
  _ctx: AnyCtx,
  _asked: { file: string; lang?: Locale | undefined },
  _from: WireAsked,
): Promise<WireAnswer> {
  return refuse('record_not_found');
}
