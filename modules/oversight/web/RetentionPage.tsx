import type { InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  CommandForm,
  ConfirmDialog,
  DataTable,
  DateText,
  EmptyState,
  LocalText,
  Notice,
  NumberText,
  PageTitle,
  SubmitButton,
  TextArea,
  TextField,
  usePage,
} from '@qantara/ui';
import { needPermission } from '@qantara/identity/web';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import {
  oversightRoutes,
  type AssentId,
  type HoldId,
  type LegalHold,
  type Retention,
  type RetentionRule,
  type RetentionRun,
} from '../contract/index.ts';
import { PersonMark } from './OpeningsTable.tsx';
import { SecondWord } from './SecondWord.tsx';
import oversightCss from './oversight.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: oversightCss }];
}

/** The rules, what they did, and on whom nothing is removed. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'oversight:agree');
  return apiOf(context, oversightRoutes).getRetention({});
}

/** Each step of the page, by its button. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, oversightRoutes);
    const input = values.toObject();
    const assentId = (values.text('assentId') ?? '') as AssentId;
    const word = (agrees: boolean) =>
      api.answerRetention({ assentId, agrees, note: values.text('note') }, { commandId });
    const steps: Record<string, () => Promise<unknown>> = {
      try: () => api.tryRetention({}, { commandId }),
      ask: () => api.askRetention(input as InputOf<typeof oversightRoutes.askRetention>, { commandId }),
      agree: () => word(true),
      refuse: () => word(false),
      begin: () => api.beginRetention({ assentId }, { commandId }),
      hold: () => api.setHold(input as InputOf<typeof oversightRoutes.setHold>, { commandId }),
      lift: () => api.liftHold({ holdId: (values.text('holdId') ?? '') as HoldId }, { commandId }),
    };
    await steps[values.text('intent') ?? '']?.();
    return redirect(request.url);
  });
}

function Rules({ rules, run }: { rules: RetentionRule[]; run: RetentionRun | undefined }) {
  const { t } = usePage();
  const counts = new Map(run?.counts.map(({ recordClass, count }) => [recordClass, count]));
  return (
    <DataTable<RetentionRule>
      caption={t('oversight.retention.rules')}
      rows={rules}
      keyOf={({ recordClass }) => recordClass}
      columns={[
        {
          key: 'class',
          heading: t('oversight.retention.class'),
          cell: (rule) => t(`oversight.class.${rule.recordClass}`),
        },
        {
          key: 'months',
          heading: t('oversight.retention.kept'),
          cell: ({ months, since }) => (
            <>
              {t('oversight.retention.months', { count: months })} <LocalText value={since} quiet />
            </>
          ),
        },
        { key: 'why', heading: t('oversight.retention.why'), cell: ({ reason }) => <LocalText value={reason} quiet /> },
        {
          key: 'count',
          heading: run?.isTrial === false ? t('oversight.retention.removed') : t('oversight.retention.would_go'),
          cell: ({ recordClass }) => <NumberText value={counts.get(recordClass) ?? null} />,
          isNumber: true,
        },
      ]}
    />
  );
}

function BeginNow({ assentId }: { assentId: string }) {
  const { t } = usePage();
  return (
    <ConfirmDialog label={t('oversight.retention.begin')} title={t('oversight.retention.begin')} kind="danger">
      <CommandForm id="begin">
        <p>{t('oversight.retention.begin_text')}</p>
        <input type="hidden" name="assentId" value={assentId} />
        <SubmitButton intent="begin" kind="danger">
          {t('oversight.retention.begin')}
        </SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

function AskToBegin() {
  const { t } = usePage();
  return (
    <CommandForm id="begin-ask">
      <TextArea name="reason" label={t('oversight.field.reason')} hint={t('oversight.retention.ask_hint')} required />
      <SubmitButton intent="ask">{t('oversight.retention.ask')}</SubmitButton>
    </CommandForm>
  );
}

/** The step that stands open: to ask, to answer, to wait or to begin. */
function NextStep({ asked }: { asked: Retention['asked'] }) {
  const { t, can } = usePage();
  const mayBegin = can('oversight:retain');
  if (asked?.state === 'asked')
    return asked.isOwn ? <p>{t('oversight.second.waiting')}</p> : <SecondWord assentId={asked.assentId} />;
  if (!mayBegin) return null;
  return asked?.state === 'agreed' && asked.isOwn ? <BeginNow assentId={asked.assentId} /> : <AskToBegin />;
}

function Begin({ retention }: { retention: Retention }) {
  const { t } = usePage();
  if (!retention.hasBegun) return <NextStep asked={retention.asked} />;
  return (
    <Notice kind="success" title={t('oversight.retention.begun')}>
      <p>{t('oversight.retention.begun_text')}</p>
    </Notice>
  );
}

function Lift({ hold }: { hold: LegalHold }) {
  const { t } = usePage();
  if (hold.liftedAt !== null) return <DateText value={hold.liftedAt} />;
  return (
    <CommandForm id={`lift-${hold.holdId}`}>
      <input type="hidden" name="holdId" value={hold.holdId} />
      <SubmitButton intent="lift" kind="plain">
        {t('oversight.holds.lift')}
      </SubmitButton>
    </CommandForm>
  );
}

function Holds({ holds }: { holds: LegalHold[] }) {
  const { t } = usePage();
  return (
    <section aria-labelledby="holds">
      <h2 id="holds">{t('oversight.holds.title')}</h2>
      <p>{t('oversight.holds.lead')}</p>
      <DataTable<LegalHold>
        caption={t('oversight.holds.title')}
        hidesCaption
        rows={holds}
        keyOf={({ holdId }) => holdId}
        empty={<EmptyState title={t('oversight.holds.none')} />}
        columns={[
          {
            key: 'whose',
            heading: t('oversight.log.whose'),
            cell: ({ personId }) => <PersonMark personId={personId} />,
          },
          { key: 'why', heading: t('oversight.field.reason'), cell: ({ reason }) => <bdi>{reason}</bdi> },
          { key: 'since', heading: t('oversight.holds.since'), cell: ({ setAt }) => <DateText value={setAt} /> },
          { key: 'lift', heading: t('oversight.holds.lifted'), cell: (hold) => <Lift hold={hold} /> },
        ]}
      />
      <CommandForm id="hold">
        <TextField name="personId" label={t('field.personId')} hint={t('oversight.holds.person_hint')} required />
        <TextArea name="reason" label={t('oversight.field.reason')} required />
        <SubmitButton intent="hold">{t('oversight.holds.set')}</SubmitButton>
      </CommandForm>
    </section>
  );
}

/** How long what is kept, what would go and what went, and for whom the clock stands still. */
export default function RetentionPage() {
  const retention = useLoaderData<typeof loader>();
  const { t, can } = usePage();
  const [latest] = retention.runs;
  return (
    <>
      <PageTitle title={t('oversight.retention.title')} lead={<p>{t('oversight.retention.lead')}</p>} />
      <Rules rules={retention.rules} run={latest} />
      {latest === undefined ? null : (
        <p>
          {t(latest.isTrial ? 'oversight.retention.tried' : 'oversight.retention.ran')}{' '}
          <DateText value={latest.at} style="dateTime" />
        </p>
      )}
      {can('oversight:retain') ? (
        <CommandForm id="try">
          <p>{t('oversight.retention.try_text')}</p>
          <SubmitButton intent="try" kind="plain">
            {t('oversight.retention.try')}
          </SubmitButton>
        </CommandForm>
      ) : null}
      <Begin retention={retention} />
      {can('oversight:retain') ? <Holds holds={retention.holds} /> : null}
    </>
  );
}
