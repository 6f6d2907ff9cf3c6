import { answerForm, apiOf, type FormValues, type PageHandle } from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes, type KeyringRequestId } from '../../contract/index.ts';
import { KeptElsewhere } from './KeptElsewhere.tsx';
import { NewKeyring } from './NewKeyring.tsx';
import { openWithKeyring, proofOf, refuseTried } from './open-with-keyring.ts';
import { ownKeyring } from './own-keyring.ts';
import { DONE, SignedInKeyring } from './SignedInKeyring.tsx';

export const handle: PageHandle = { formId: 'create', safeExit: true };

/** The personal account, as far as whoever opened a request may know of it. */
export async function loader(given: LoaderFunctionArgs) {
  const query = new URL(given.request.url).searchParams;
  return { keyring: await ownKeyring(given), done: DONE.find((one) => query.has(one)) ?? null };
}

type Work = (context: ActionFunctionArgs['context'], values: FormValues, commandId: string) => Promise<string>;

// What tries a password goes without the command's id: the form keeps it, and the next try is another command.
const WORK: Record<string, Work> = {
  create: async (context, values) => {
    await apiOf(context, identityRoutes).createKeyring(proofOf(values));
    return '/follow/account?created';
  },
  join: async (context, values) => {
    refuseTried(await apiOf(context, identityRoutes).joinKeyring(proofOf(values)));
    return '/follow/account?joined';
  },
  open: openWithKeyring,
  'open-request': async (context, values, commandId) => {
    const keyringRequestId = (values.text('keyringRequestId') ?? '') as KeyringRequestId;
    await apiOf(context, identityRoutes).openKeyringRequest({ keyringRequestId }, { commandId });
    return '/follow';
  },
  leave: async (context, _values, commandId) => {
    await apiOf(context, identityRoutes).leaveKeyring({}, { commandId });
    return '/follow/account';
  },
  'sign-out': async (context, _values, commandId) => {
    await apiOf(context, identityRoutes).signOut({}, { commandId });
    return '';
  },
};

/** Makes an account, joins one, opens one, chooses among its requests, takes a request out, or closes everything. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const work = WORK[values.text('intent') ?? ''] ?? WORK['create'];
    const path = (await work?.(context, values, commandId)) ?? '/follow/account';
    return redirect(`/${params['locale']}${path}`);
  });
}

/** A resident's personal account. */
export default function KeyringPage() {
  const { keyring, done } = useLoaderData<typeof loader>();
  if (keyring.isSignedIn) return <SignedInKeyring keyring={keyring} done={done} />;
  return keyring.keptSince === null ? <NewKeyring /> : <KeptElsewhere since={keyring.keptSince} />;
}
