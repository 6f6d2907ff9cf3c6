import { refuse, Refusal } from '@qantara/kernel';
import { identityRoutes } from '@qantara/identity/contract';
import { KeyringSignIn, openWithKeyring } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  ButtonLink,
  CommandForm,
  Notice,
  PageTitle,
  SubmitButton,
  TextField,
  usePage,
  type FormValues,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import {
  Confirmation,
  referralsRoutes,
  type FollowedRequest,
  type MyPlan,
  type ReferralId,
} from '../contract/index.ts';
import { FollowedItem } from './FollowedItem.tsx';
import { MyPlanItem } from './plan/MyPlanItem.tsx';

export const handle: PageHandle = { formId: 'follow', safeExit: true };

type Context = LoaderFunctionArgs['context'];

/** What the person has just done on another page, as the address says. */
const DONE = ['thanks', 'stopped', 'ended', 'left'] as const;
/** What closes the request too. */
const AFTER_CLOSING = ['ended', 'left'] as const;
type Done = (typeof DONE)[number] | null;

/** The request that a code or a personal account opened in this browser; without one, the place to open it. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const done = DONE.find((one) => query.has(one)) ?? null;
  try {
    const api = apiOf(context, referralsRoutes);
    const { isSignedIn } = await apiOf(context, identityRoutes).getKeyring({});
    return { request: await api.followRequest({}), ...(await api.getMyPlan({})), isSignedIn, done };
  } catch (fault) {
    if (fault instanceof Refusal)
      return { request: null, plan: null, isSignedIn: false, done: AFTER_CLOSING.find((one) => one === done) ?? null };
    throw fault;
  }
}

// Without the command's id: the form keeps it through a wrong code, and the next try is another command.
async function open(context: Context, values: FormValues): Promise<void> {
  const accessCode = values.text('accessCode');
  if (accessCode === undefined) return refuse('invalid_input', { fields: [{ path: 'accessCode', code: 'required' }] });
  const { outcome } = await apiOf(context, identityRoutes).openByCode({ accessCode });
  if (outcome === 'wrong') refuse('access_code_wrong');
  if (outcome === 'locked') refuse('access_code_locked');
}

/** What the person says of a place that is offered. */
const PLACE: Record<string, 'accept' | 'decline' | undefined> = { take_place: 'accept', leave_place: 'decline' };

/** Opens with the code or the personal account, takes the person's word on whether help came, or closes everything behind them. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const intent = values.text('intent');
    if (intent === 'leave') {
      await apiOf(context, identityRoutes).signOut({}, { commandId });
      return redirect(`/${params['locale']}`);
    }
    if (intent === 'account') return redirect(`/${params['locale']}${await openWithKeyring(context, values)}`);
    const confirmation = Confirmation.safeParse(intent);
    const referralId = (values.text('referralId') ?? '') as ReferralId;
    const answer = PLACE[intent ?? ''];
    if (answer !== undefined)
      await apiOf(context, referralsRoutes).answerMyOffer({ referralId, answer }, { commandId });
    else if (confirmation.success) {
      await apiOf(context, referralsRoutes).confirmHelp({ referralId, confirmation: confirmation.data }, { commandId });
      return redirect(`/${params['locale']}/follow/words/${referralId}`);
    } else await open(context, values);
    return redirect(`/${params['locale']}/follow`);
  });
}

function DoneNotice({ done }: { done: Done }) {
  const { t } = usePage();
  return done === null ? null : <Notice kind="success" title={t(`referrals.follow.done.${done}`)} isNews />;
}

function CodeForm({ done }: { done: Done }) {
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('referrals.follow.title')} lead={<p>{t('referrals.follow.lead')}</p>} />
      <DoneNotice done={done} />
      <CommandForm id="follow">
        <TextField
          name="accessCode"
          label={t('referrals.follow.code')}
          hint={t('referrals.follow.code_hint')}
          width="medium"
          autoComplete="off"
          maxLength={40}
          latin
          required
        />
        <SubmitButton>{t('referrals.follow.open')}</SubmitButton>
        <p className="hint">{t('referrals.follow.thirty')}</p>
      </CommandForm>
      <h2>{t('referrals.follow.account')}</h2>
      <KeyringSignIn id="account" intent="account" label={t('identity.keyring.open')} />
      <h2>{t('referrals.follow.lost')}</h2>
      <p className="actions">
        <ButtonLink to={href('/ask')}>{t('referrals.follow.ask')}</ButtonLink>
      </p>
    </>
  );
}

function Waiting({ isTaken }: { isTaken: boolean }) {
  const { t } = usePage();
  return (
    <Notice title={t(isTaken ? 'referrals.follow.taken_title' : 'referrals.follow.waiting_title')}>
      <p>{t(isTaken ? 'referrals.follow.taken' : 'referrals.follow.waiting')}</p>
    </Notice>
  );
}

/** The form of this name lets a change of language find one; it closes what the code opened. */
function Leave() {
  const { t } = usePage();
  return (
    <CommandForm id="follow" action="?">
      <p className="hint">{t('referrals.follow.shared')}</p>
      <SubmitButton intent="leave" kind="plain">
        {t('referrals.follow.leave')}
      </SubmitButton>
    </CommandForm>
  );
}

type OpenedProps = { request: FollowedRequest; plan: MyPlan | null; isSignedIn: boolean; done: Done };

function Opened({ request, plan, isSignedIn, done }: OpenedProps) {
  const { t, href, formats } = usePage();
  const { receivedAt, isTaken, referrals, mayWithdraw } = request;
  return (
    <>
      <PageTitle
        title={t('referrals.follow.mine')}
        lead={
          receivedAt === null ? undefined : <p>{t('referrals.follow.received', { date: formats.date(receivedAt) })}</p>
        }
      />
      <DoneNotice done={done} />
      {referrals.length === 0 ? <Waiting isTaken={isTaken} /> : null}
      {plan === null ? null : <MyPlanItem plan={plan} />}
      {referrals.map((referral) => (
        <FollowedItem key={referral.referralId} referral={referral} />
      ))}
      <p className="actions">
        <ButtonLink to={href('/follow/messages')} kind="action">
          {t('referrals.follow.my_messages')}
        </ButtonLink>
        <ButtonLink to={href('/my-papers')}>{t('referrals.follow.my_papers')}</ButtonLink>
        <ButtonLink to={href('/my-file')}>{t('referrals.follow.my_file')}</ButtonLink>
      </p>
      <p>
        <a href={href('/follow/account')}>
          {t(isSignedIn ? 'referrals.follow.to_account' : 'referrals.follow.no_code_next_time')}
        </a>
      </p>
      {mayWithdraw ? (
        <p>
          <a href={href('/follow/stop')}>{t('referrals.follow.stop_all')}</a>
        </p>
      ) : null}
      <Leave />
    </>
  );
}

/** A person's own request: where it is, in plain words, and their word on whether help came. */
export default function FollowPage() {
  const { request, plan, isSignedIn, done } = useLoaderData<typeof loader>();
  if (request === null) return <CodeForm done={done} />;
  return <Opened request={request} plan={plan} isSignedIn={isSignedIn} done={done} />;
}
