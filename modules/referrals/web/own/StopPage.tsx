import { refuse } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  ButtonLink,
  CommandForm,
  LocalText,
  Notice,
  PageTitle,
  RadioGroup,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { referralsRoutes, WithdrawReason, type ReferralId } from '../../contract/index.ts';
import { needSameRequest, ofOwnRequest } from './own-request.ts';

export const handle: PageHandle = { formId: 'stop', safeExit: true };

function meant(request: Request): ReferralId | null {
  return new URL(request.url).searchParams.get('of') as ReferralId | null;
}

/** What would be taken back: one thing, or all of it. */
export async function loader(given: LoaderFunctionArgs) {
  const { context, params, request } = given;
  const own = await ofOwnRequest(given, () => apiOf(context, referralsRoutes).followRequest({}));
  const of = meant(request);
  const one = own.referrals.find(({ referralId }) => referralId === of) ?? null;
  const may = of === null ? own.mayWithdraw : one?.mayWithdraw === true;
  if (!may) throw redirect(`/${params['locale']}/follow`);
  return { one, mark: own.mark };
}

/** Takes it back, at once. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const reason = WithdrawReason.safeParse(values.text('reasonCode'));
    if (!reason.success) return refuse('reason_needed', { fields: [{ path: 'reasonCode', code: 'required' }] });
    await needSameRequest(context, values);
    const given = { referralId: meant(request), reasonCode: reason.data };
    await apiOf(context, referralsRoutes).withdrawRequest(given, { commandId });
    return redirect(`/${params['locale']}/follow?stopped`);
  });
}

/** A person takes their request back: what happens then is said before they press. */
export default function StopPage() {
  const { one, mark } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle
        title={t(one === null ? 'referrals.stop.title_all' : 'referrals.stop.title_one')}
        eyebrow={one === null ? undefined : <LocalText value={one.needName} quiet />}
        lead={<p>{t(one === null ? 'referrals.stop.lead_all' : 'referrals.stop.lead_one')}</p>}
      />
      <CommandForm id="stop">
        <input type="hidden" name="mark" value={mark} />
        <RadioGroup
          name="reasonCode"
          label={t('referrals.stop.why')}
          options={WithdrawReason.options.map((value) => ({ value, label: t(`referrals.stop.reason.${value}`) }))}
          required
        />
        <SubmitButton>{t('referrals.stop.send')}</SubmitButton>
      </CommandForm>
      <p className="actions">
        <ButtonLink to={href('/follow')}>{t('referrals.stop.keep')}</ButtonLink>
      </p>
      <Notice title={t('referrals.stop.consent_title')}>
        <p>{t('referrals.stop.consent')}</p>
        <p>
          <a href={href('/my-file')}>{t('referrals.follow.my_file')}</a>
        </p>
      </Notice>
    </>
  );
}
