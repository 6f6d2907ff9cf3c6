import { languageName } from '@qantara/directory/web';
import { needPermission, RefusalNotice } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  DateText,
  DescriptionList,
  EmptyState,
  LocalText,
  PageTitle,
  SelectField,
  StatusBadge,
  SubmitButton,
  usePage,
  FormDetails,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { PassReason, referralsRoutes, type OpenRequest, type ReferralId } from '../../contract/index.ts';
import workCss from '../work.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: workCss }];
}

/** What may be claimed, the most urgent first. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'referral:answer');
  return apiOf(context, referralsRoutes).listOpenRequests({});
}

/** Claims a request, or leaves it to the others. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, referralsRoutes);
    const referralId = (values.text('referralId') ?? '') as ReferralId;
    const which = { referralId, serviceId: values.text('serviceId') ?? '' };
    if (values.text('intent') === 'pass') {
      const reasonCode = PassReason.catch('at_capacity').parse(values.text('reasonCode'));
      await api.passRequest({ ...which, reasonCode }, { commandId });
      return redirect(`/${params['locale']}/work/open-requests`);
    }
    await api.claimRequest(which, { commandId });
    return redirect(`/${params['locale']}/work/referrals/${referralId}`);
  });
}

const keyOf = ({ referralId, serviceId }: OpenRequest): string => `${referralId}-${serviceId}`;

function Hidden({ request }: { request: OpenRequest }) {
  return (
    <>
      <input type="hidden" name="referralId" value={request.referralId} />
      <input type="hidden" name="serviceId" value={request.serviceId} />
    </>
  );
}

function Request({ request }: { request: OpenRequest }) {
  const { t, locale, formats } = usePage();
  const { priority, areaName, languages } = request;
  const spoken = formats.list(languages.map((code) => languageName(code, locale)));
  return (
    <section className="asked-once">
      <h2>
        <LocalText value={request.needName} quiet />
      </h2>
      <p>
        <StatusBadge
          tone={priority === 'routine' ? 'neutral' : 'attention'}
          label={t(`referrals.priority.${priority}`)}
        />
      </p>
      <DescriptionList
        dense
        items={[
          { label: t('referrals.open_requests.service'), value: <LocalText value={request.serviceName} quiet /> },
          {
            label: t('referrals.open_requests.area'),
            value: areaName === null ? t('ui.data.missing') : <LocalText value={areaName} quiet />,
          },
          { label: t('referrals.open_requests.languages'), value: spoken === '' ? t('ui.data.missing') : spoken },
          { label: t('referrals.work.from'), value: <LocalText value={request.fromOrganisationName} quiet /> },
          { label: t('referrals.open_requests.since'), value: <DateText value={request.offeredAt} style="dateTime" /> },
        ]}
      />
      <CommandForm id={`claim-${keyOf(request)}`}>
        <Hidden request={request} />
        <SubmitButton intent="claim">{t('referrals.open_requests.claim')}</SubmitButton>
      </CommandForm>
      <FormDetails>
        <summary>{t('referrals.open_requests.pass')}</summary>
        <CommandForm id={`pass-${keyOf(request)}`}>
          <Hidden request={request} />
          <SelectField
            name="reasonCode"
            label={t('referrals.field.reasonCode')}
            options={PassReason.options.map((value) => ({ value, label: t(`referrals.reason.${value}`) }))}
            required
          />
          <SubmitButton intent="pass" kind="plain">
            {t('referrals.open_requests.pass')}
          </SubmitButton>
        </CommandForm>
      </FormDetails>
    </section>
  );
}

/** What partners are asked together: whoever claims first has it, and only then learns who it is. */
export default function OpenRequestsPage() {
  const { requests } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work', label: t('referrals.work.title') }]} />
      <PageTitle title={t('referrals.open_requests.title')} lead={<p>{t('referrals.open_requests.lead')}</p>} />
      <RefusalNotice
        title={t('referrals.open_requests.gone')}
        shownForms={requests.flatMap((one) => [`claim-${keyOf(one)}`, `pass-${keyOf(one)}`])}
      />
      {requests.length === 0 ? (
        <EmptyState title={t('referrals.open_requests.none')} />
      ) : (
        requests.map((request) => <Request key={keyOf(request)} request={request} />)
      )}
    </>
  );
}
