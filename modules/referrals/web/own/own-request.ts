import { Refusal } from '@qantara/kernel';
import { redirect, type LoaderFunctionArgs } from 'react-router';

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
