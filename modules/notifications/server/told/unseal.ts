import type { AnyCtx } from '@qantara/platform';
import type { NoticeValues } from '../../domain/index.ts';

/** What a notice says and what it is about, as it was sealed. */
export function unseal({ vault }: Pick<AnyCtx, 'vault'>, sealed: string): { values: NoticeValues; subject: string } {
  return JSON.parse(vault.open(sealed)) as { values: NoticeValues; subject: string };
}
