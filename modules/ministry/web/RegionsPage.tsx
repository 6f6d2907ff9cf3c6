import { needPermission } from '@qantara/identity/web';
import type { InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  ConfirmDialog,
  DateField,
  DateText,
  DescriptionList,
  EmptyState,
  FileField,
  LocalizedTextField,
  LocalText,
  NumberText,
  PageTitle,
  sentFile,
  SubmitButton,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { ministryRoutes, type RegionCard } from '../contract/index.ts';
import { RegionStateBadge } from './RegionStateBadge.tsx';

export const handle: PageHandle = { formId: 'ask' };

/** Every region that was asked for. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'ministry:read');
  return apiOf(context, ministryRoutes).listRegions({});
}

/** Asks for a region, answers for one, or takes a package that was carried by hand. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, ministryRoutes);
    const intent = values.text('intent');
    const regionId = values.text('regionId') ?? '';
    if (intent === 'take') await api.takePackage(await sentFile(values.files('content')[0]), { commandId });
    else if (intent === 'agree' || intent === 'refuse')
      await api.answerRegion({ regionId, agrees: intent === 'agree' }, { commandId });
    else if (intent === 'withdraw')
      await api.withdrawRegion(values.toObject() as InputOf<typeof ministryRoutes.withdrawRegion>, { commandId });
    else await api.askRegion(values.toObject() as InputOf<typeof ministryRoutes.askRegion>, { commandId });
    return redirect(`/${params['locale']}/work/ministry/regions`);
  });
}

function AnswerForm({ region }: { region: RegionCard }) {
  const { t } = usePage();
  if (region.isOwn) return <p className="hint">{t('ministry.regions.own')}</p>;
  return (
    <CommandForm id={`region-${region.regionId}`}>
      <input type="hidden" name="regionId" value={region.regionId} />
      <p>{t('ministry.regions.check')}</p>
      <SubmitButton intent="agree">{t('ministry.regions.agree')}</SubmitButton>
      <SubmitButton intent="refuse" kind="plain">
        {t('ministry.regions.refuse')}
      </SubmitButton>
    </CommandForm>
  );
}

/** Withdrawing the key of a region, or setting aside afterwards what came with it. */
function WithdrawForm({ region: { regionId, name, state } }: { region: RegionCard }) {
  const { t, text } = usePage();
  const isAfter = state === 'withdrawn';
  const label = t(isAfter ? 'ministry.regions.put_aside' : 'ministry.regions.withdraw');
  const title = isAfter ? label : t('ministry.regions.withdraw_title', { name: text(name).text });
  return (
    <ConfirmDialog label={label} title={title} kind="danger">
      {isAfter ? null : <p>{t('ministry.regions.withdraw_text')}</p>}
      <CommandForm id={`withdraw-${regionId}`}>
        <input type="hidden" name="regionId" value={regionId} />
        <TextField name="reason" label={t('ministry.field.reason')} maxLength={500} required />
        <DateField
          name="since"
          label={t('ministry.field.since')}
          hint={t(isAfter ? 'ministry.regions.put_aside_hint' : 'ministry.regions.since_hint')}
          required={isAfter}
        />
        <SubmitButton intent="withdraw" kind="danger">
          {label}
        </SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

function withdrawnItems({ withdrawn }: RegionCard, t: ReturnType<typeof usePage>['t']) {
  if (withdrawn === null) return [];
  return [
    { label: t('ministry.regions.withdrawn_at'), value: <DateText value={withdrawn.at} /> },
    { label: t('ministry.regions.withdrawn_why'), value: <bdi>{withdrawn.reason}</bdi> },
    { label: t('ministry.regions.set_aside'), value: <NumberText value={withdrawn.setAside} /> },
  ];
}

function askedNameItems({ askedName }: RegionCard, t: ReturnType<typeof usePage>['t']) {
  return askedName === null
    ? []
    : [{ label: t('ministry.regions.asked_name'), value: <LocalText value={askedName} quiet /> }];
}

function RegionItem({ region }: { region: RegionCard }) {
  const { t, can } = usePage();
  const { name, regionId, publicKey, packages, gaps, lastMadeAt, state } = region;
  return (
    <section>
      <h2>
        <LocalText value={name} quiet />
      </h2>
      <RegionStateBadge region={region} />
      <DescriptionList
        items={[
          ...askedNameItems(region, t),
          { label: t('ministry.field.instanceId'), value: <Bdi latin>{regionId}</Bdi> },
          { label: t('ministry.field.publicKey'), value: <Bdi latin>{publicKey}</Bdi> },
          { label: t('ministry.regions.packages'), value: <NumberText value={packages} /> },
          { label: t('ministry.regions.gaps'), value: <NumberText value={gaps} /> },
          {
            label: t('ministry.regions.last'),
            value: lastMadeAt === null ? t('ministry.regions.never') : <DateText value={lastMadeAt} />,
          },
          ...withdrawnItems(region, t),
        ]}
      />
      {state === 'asked' && can('ministry:write') ? <AnswerForm region={region} /> : null}
      {(state === 'standing' || state === 'withdrawn') && can('ministry:write') ? (
        <WithdrawForm region={region} />
      ) : null}
    </section>
  );
}

function Forms() {
  const { t } = usePage();
  return (
    <>
      <section>
        <h2>{t('ministry.regions.take')}</h2>
        <CommandForm id="take" hasFiles labels={{ content: t('ministry.field.content') }}>
          <FileField name="content" label={t('ministry.field.content')} accept=".jws,application/jose" required />
          <SubmitButton intent="take">{t('ministry.regions.take')}</SubmitButton>
        </CommandForm>
      </section>
      <section>
        <h2>{t('ministry.regions.ask')}</h2>
        <p>{t('ministry.regions.ask_text')}</p>
        <CommandForm id="ask">
          <TextField name="instanceId" label={t('ministry.field.instanceId')} required />
          <TextField name="publicKey" label={t('ministry.field.publicKey')} required />
          <LocalizedTextField name="name" label={t('ministry.field.name')} required />
          <SubmitButton intent="ask">{t('ministry.regions.ask')}</SubmitButton>
        </CommandForm>
      </section>
    </>
  );
}

/** The regions whose packages are taken, once two people agreed to the key of each. */
export default function RegionsPage() {
  const { regions } = useLoaderData<typeof loader>();
  const { t, can } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/ministry', label: t('ministry.roll.title') }]} />
      <PageTitle title={t('ministry.regions.title')} lead={<p>{t('ministry.regions.lead')}</p>} />
      {regions.length === 0 ? <EmptyState title={t('ministry.regions.none')} /> : null}
      {regions.map((region) => (
        <RegionItem key={region.regionId} region={region} />
      ))}
      {can('ministry:write') ? <Forms /> : null}
    </>
  );
}
