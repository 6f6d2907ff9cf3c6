import { needPermission, RefusalNotice } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  Checkbox,
  CommandForm,
  DataTable,
  DateText,
  EmptyState,
  PageTitle,
  SelectField,
  StatusBadge,
  SubmitButton,
  usePage,
  FormDetails,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { MoveReason, referralsRoutes, type ReferralId, type WaitEntry } from '../../contract/index.ts';
import workCss from '../work.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: workCss }];
}

/** One list in its order. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  needPermission(context, 'referral:answer');
  return apiOf(context, referralsRoutes).getWaitList({ serviceId: params['serviceId'] ?? '' });
}

/** Offers a place, moves somebody with a reason, or says whether people are told their number. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, referralsRoutes);
    const serviceId = params['serviceId'] ?? '';
    const intent = values.text('intent');
    if (intent === 'offer') await api.offerPlace({ serviceId }, { commandId });
    if (intent === 'rule')
      await api.saveWaitRule({ serviceId, tellsNumber: values.flag('tellsNumber') }, { commandId });
    if (intent === 'move') {
      const referralId = (values.text('referralId') ?? '') as ReferralId;
      const reasonCode = MoveReason.catch('risk_rose').parse(values.text('reasonCode'));
      await api.moveForward({ serviceId, referralId, reasonCode }, { commandId });
    }
    return redirect(`/${params['locale']}/work/waiting/${serviceId}`);
  });
}

function Move({ entry }: { entry: WaitEntry }) {
  const { t } = usePage();
  return (
    <FormDetails>
      <summary>{t('referrals.wait.move')}</summary>
      <CommandForm id={`move-${entry.referralId}`}>
        <input type="hidden" name="referralId" value={entry.referralId} />
        <SelectField
          name="reasonCode"
          label={t('referrals.field.reasonCode')}
          options={MoveReason.options.map((value) => ({ value, label: t(`referrals.reason.${value}`) }))}
          required
        />
        <SubmitButton intent="move" kind="plain">
          {t('referrals.wait.move')}
        </SubmitButton>
      </CommandForm>
    </FormDetails>
  );
}

function Entries({ entries }: { entries: WaitEntry[] }) {
  const { t, href } = usePage();
  return (
    <DataTable<WaitEntry>
      caption={t('referrals.wait.title')}
      hidesCaption
      rows={entries}
      keyOf={({ referralId }) => referralId}
      empty={<EmptyState title={t('referrals.wait.none')} />}
      columns={[
        {
          key: 'person',
          heading: t('referrals.work.person'),
          cell: ({ referralId, personName }) => (
            <Link to={href(`/work/referrals/${referralId}`)}>
              <Bdi>{personName ?? t('referrals.work.unnamed')}</Bdi>
            </Link>
          ),
        },
        {
          key: 'priority',
          heading: t('referrals.field.priority'),
          cell: ({ priority }) => t(`referrals.priority.${priority}`),
        },
        {
          key: 'since',
          heading: t('referrals.wait.since'),
          cell: ({ joinedAt }) => <DateText value={joinedAt} />,
        },
        {
          key: 'state',
          heading: t('referrals.work.status'),
          cell: ({ state, expiresAt }) => (
            <>
              <StatusBadge
                tone={state === 'offered' ? 'attention' : 'waiting'}
                label={t(`referrals.waiting.${state}`)}
              />{' '}
              {expiresAt === null ? null : <DateText value={expiresAt} style="dateTime" />}
            </>
          ),
        },
        {
          key: 'move',
          heading: t('referrals.wait.move'),
          cell: (entry) =>
            entry.state === 'waiting' && entry !== entries[0] ? <Move entry={entry} /> : t('ui.data.missing'),
        },
      ]}
    />
  );
}

/** Who waits for one service, in which order, and the place that is free. */
export default function WaitListPage() {
  const { serviceName, entries, tellsNumber } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const isOpen = entries.some(({ state }) => state === 'offered');
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/waiting', label: t('referrals.wait.title') }]} />
      <PageTitle title={text(serviceName).text} lead={<p>{t('referrals.wait.order')}</p>} />
      <RefusalNotice title={t('referrals.open.changed_title')} shownForms={isOpen ? ['rule'] : ['offer', 'rule']} />
      {isOpen || entries.length === 0 ? null : (
        <CommandForm id="offer">
          <SubmitButton intent="offer">{t('referrals.wait.offer')}</SubmitButton>
        </CommandForm>
      )}
      <Entries entries={entries} />
      <CommandForm id="rule">
        <Checkbox name="tellsNumber" label={t('referrals.field.tellsNumber')} defaultChecked={tellsNumber} />
        <SubmitButton intent="rule" kind="plain">
          {t('referrals.wait.save_rule')}
        </SubmitButton>
      </CommandForm>
    </>
  );
}
