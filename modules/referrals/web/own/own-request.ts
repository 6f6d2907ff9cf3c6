import { refuse, Refusal } from '@qantara/kernel';
import { apiOf, type FormValues } from '@qantara/ui';
import { redirect, type LoaderFunctionArgs } from 'react-router';
import { referralsRoutes } from '../../contract/index.ts';

/** What a page of a person's own shows once their code opened it; without it, the place to write the code. */
export async function ofOwnRequest<T>(
  { params }: Pick<LoaderFunctionArgs, 'params'>,
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read();
  } catch (fault) {
    if (fault instanceof Refusal && ['not_signed_in', 'not_allowed'].includes(fault.code))
      throw redirect(`/${params['locale']}/follow`);
    throw fault;
  }
}

/**
 * What was meant for one request is not done to another: a browser has one of them open, whichever its tabs show. Refuses
 * `other_request_open`.
 */
export async function needSameRequest(context: LoaderFunctionArgs['context'], values: FormValues): Promise<void> {
  const { mark } = await apiOf(context, referralsRoutes).followRequest({});
  if (values.text('mark') !== mark) refuse('other_request_open');
}
