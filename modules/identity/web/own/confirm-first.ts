import { Refusal } from '@qantara/kernel';
import { redirect } from 'react-router';
import type { OwnAccount } from '../../contract/index.ts';

function confirmPath(request: Request): string {
  const { pathname } = new URL(request.url);
  const [, locale] = pathname.split('/');
  return `/${locale}/account/confirm?next=${encodeURIComponent(pathname.replace(/\.data$/, ''))}`;
}

/** Sends to the page that asks for both factors, and back here, where they have not just been given. */
export function needFresh({ freshUntil }: OwnAccount, request: Request): void {
  if (freshUntil === null) throw redirect(confirmPath(request));
}

/** The same for a button whose command was refused for it. */
export async function orConfirmFirst<T>(request: Request, work: () => Promise<T>): Promise<T | Response> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'confirm_first') return redirect(confirmPath(request));
    throw fault;
  }
}
