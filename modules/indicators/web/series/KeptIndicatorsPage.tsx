import {
  answerForm,
  apiOf,
  ButtonLink,
  CommandForm,
  DataTable,
  LocalText,
  PageTitle,
  StatusBadge,
  SubmitButton,
  usePage,
} from '@qantara/ui';
import { needPermission } from '@qantara/identity/web';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { IndicatorKind, indicatorsRoutes, type Indicator } from '../../contract/index.ts';

/** Every measure, as those who keep them see it. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'indicator:write');
  return apiOf(context, indicatorsRoutes).listIndicators({});
}

/** Publishes what may be published by now, and shows what stands. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (_values, commandId) => {
    await apiOf(context, indicatorsRoutes).releaseFigures({}, { commandId });
    return redirect(`/${params['locale']}/work/disclosure`);
  });
}

function PublishForm() {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('indicators.releases.title')}</h2>
      <p>{t('indicators.releases.text')}</p>
      <CommandForm id="publish">
        <SubmitButton kind="plain">{t('indicators.releases.now')}</SubmitButton>
      </CommandForm>
    </section>
  );
}

function Level({ kind, indicators }: { kind: IndicatorKind; indicators: Indicator[] }) {
  const { t, href } = usePage();
  const own = indicators.filter((one) => one.kind === kind);
  if (own.length === 0) return null;
  return (
    <DataTable<Indicator>
      caption={t(`indicators.kind.${kind}`)}
      rows={own}
      keyOf={({ code }) => code}
      columns={[
        {
          key: 'name',
          heading: t('indicators.field.name'),
          cell: ({ code, name }) => (
            <Link to={href(`/work/indicators/${code}`)}>
              <LocalText value={name} quiet />
            </Link>
          ),
        },
        { key: 'unit', heading: t('indicators.field.unit'), cell: ({ unit }) => t(`indicators.unit.${unit}`) },
        {
          key: 'frequency',
          heading: t('indicators.field.frequency'),
          cell: ({ frequency, recipe }) =>
            recipe === null ? t(`indicators.frequency.${frequency}`) : t('indicators.kept.always'),
        },
        {
          key: 'owner',
          heading: t('indicators.fact.owner'),
          cell: ({ ownerName }) =>
            ownerName === null ? (
              <StatusBadge tone="waiting" label={t('indicators.edit.no_owner')} />
            ) : (
              <LocalText value={ownerName} quiet />
            ),
        },
      ]}
    />
  );
}

/** The measures by their level, which are never mixed. */
export default function KeptIndicatorsPage() {
  const { indicators } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('indicators.kept.title')} lead={<p>{t('indicators.kept.lead')}</p>} />
      <p className="actions">
        <ButtonLink to={href('/work/indicators/new')}>{t('indicators.kept.add')}</ButtonLink>
        <ButtonLink to={href('/work/indicators/counted')} kind="plain">
          {t('indicators.kept.add_counted')}
        </ButtonLink>
        <ButtonLink to={href('/work/indicators/imports')} kind="plain">
          {t('indicators.imports.title')}
        </ButtonLink>
      </p>
      {IndicatorKind.options.map((kind) => (
        <Level key={kind} kind={kind} indicators={indicators} />
      ))}
      <PublishForm />
    </>
  );
}
