import { IsoDate, Refusal, type InputOf } from '@qantara/kernel';
import { needPermission } from '@qantara/identity/web';
import { listAllOrganisations } from '@qantara/organisations/web';
import { territoryRoutes } from '@qantara/territory/contract';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  LocalText,
  Notice,
  PageTitle,
  SubmitButton,
  usePage,
  type FormValues,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { indicatorsRoutes, type Observation } from '../../contract/index.ts';
import { endAfter } from '../../domain/index.ts';
import { todayOf } from '../today-of.ts';
import { FormerTable } from './FormerTable.tsx';
import { IndicatorFields, useIndicatorLabels } from './IndicatorFields.tsx';
import { ObservationsTable } from './ObservationsTable.tsx';
import { ReopenForm } from './ReopenForm.tsx';
import { WriteObservationForm } from './WriteObservationForm.tsx';

/** Which value the address asks to correct. */
function correctedIn(query: URLSearchParams, observations: Observation[]): Observation | null {
  const [area, starts, cut] = ['area', 'starts', 'cut'].map((name) => query.get(name) ?? '');
  return observations.find((one) => one.areaId === area && one.startsOn === starts && one.cut === cut) ?? null;
}

/** A measure with everything that was brought in of it. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  needPermission(context, 'indicator:write');
  const { code = '' } = params;
  const series = await apiOf(context, indicatorsRoutes).getSeries({ code });
  return {
    series,
    corrected: correctedIn(new URL(request.url).searchParams, series.observations),
    areas: (await apiOf(context, territoryRoutes).listAreas({})).areas,
    organisations: await listAllOrganisations(context),
    today: todayOf(context),
  };
}

type Routes = typeof indicatorsRoutes;
type Step = (
  api: ReturnType<typeof apiOf<Routes>>,
  values: FormValues,
  command: { code: string; commandId: string },
) => Promise<unknown>;

const STEPS: Record<string, Step> = {
  edit: (api, values, { code, commandId }) =>
    api.editIndicator({ ...values.toObject(), code } as InputOf<Routes['editIndicator']>, { commandId }),
  write: (api, values, { code, commandId }) => {
    // People name the last day that is in it; what is no day is refused as it stands, at its field.
    const lastDay = values.date('endsOn');
    const endsOn = IsoDate.safeParse(lastDay).success ? endAfter(lastDay ?? '') : lastDay;
    return api.writeObservation({ ...values.toObject(), code, endsOn } as InputOf<Routes['writeObservation']>, {
      commandId,
    });
  },
  approve: (api, values, { code, commandId }) =>
    api.approveObservations({ ...values.toObject(), code } as InputOf<Routes['approveObservations']>, { commandId }),
  reopen: (api, values, { code, commandId }) =>
    api.reopenObservations({ ...values.toObject(), code } as InputOf<Routes['reopenObservations']>, { commandId }),
};

/** Changes what is said of the measure, writes or corrects a value, approves what waits, or opens it again. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const step = STEPS[values.text('intent') ?? ''];
    if (step === undefined) throw new Refusal('invalid_input');
    await step(apiOf(context, indicatorsRoutes), values, { code: params['code'] ?? '', commandId });
    return redirect(new URL(request.url).pathname);
  });
}

function Values() {
  const { series, corrected, areas, today } = useLoaderData<typeof loader>();
  const { t, can } = usePage();
  const { indicator, observations, former, isStale } = series;
  if (indicator.recipe !== null) return <Notice title={t('indicators.series.counted')} />;
  const mayApprove = can('indicator:approve');
  return (
    <>
      {isStale ? <Notice kind="warning" title={t('indicators.series.stale')} /> : null}
      <ObservationsTable
        indicator={indicator}
        observations={observations}
        areas={areas}
        today={today}
        mayApprove={mayApprove}
      />
      {mayApprove ? <ReopenForm observations={observations} areas={areas} /> : null}
      <section>
        <h2>{t('indicators.series.write_title')}</h2>
        <p>{t('indicators.series.write_lead')}</p>
        <WriteObservationForm indicator={indicator} areas={areas} corrected={corrected} />
      </section>
      <FormerTable former={former} indicator={indicator} areas={areas} />
    </>
  );
}

/** One measure as those who keep it see it: its values, who agreed to them, what was corrected, and its words. */
export default function SeriesPage() {
  const { series, organisations } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const { indicator } = series;
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/indicators', label: t('indicators.kept.title') }]} />
      <PageTitle
        title={text(indicator.name).text}
        eyebrow={t(`indicators.kind.${indicator.kind}`)}
        lead={
          <p>
            <LocalText value={indicator.definition} />{' '}
            {indicator.recipe === null && indicator.counts === 'things' ? t('indicators.counts_things') : null}
          </p>
        }
      />
      <Values />
      <section>
        <h2>{t('indicators.edit.title')}</h2>
        <CommandForm id="edit" className="form edit-form" labels={useIndicatorLabels()}>
          <input type="hidden" name="version" value={indicator.version} />
          <IndicatorFields start={indicator} organisations={organisations} />
          <SubmitButton intent="edit">{t('indicators.edit.save')}</SubmitButton>
        </CommandForm>
      </section>
    </>
  );
}
