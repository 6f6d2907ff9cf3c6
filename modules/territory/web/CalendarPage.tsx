import { Refusal, type InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Filters,
  pageContext,
  PageRefusal,
  PageTitle,
  SelectField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { territoryRoutes, type AreaDays, type AreaId } from '../contract/index.ts';
import { areaChoices } from './area-choices.ts';
import { HolidayList } from './HolidayList.tsx';
import { WeekForm } from './WeekForm.tsx';

export const handle: PageHandle = { formId: 'week' };

/** What each area says of its own days, and the area that the address names; the region where it names none. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { account } = context.get(pageContext);
  if (account === null) throw new PageRefusal(new Refusal('not_signed_in'));
  const api = apiOf(context, territoryRoutes);
  const { days } = await api.listAreaDays({});
  const { areas } = await api.listAreas({});
  const asked = new URL(request.url).searchParams.get('area');
  const area = areas.find(({ areaId }) => areaId === asked) ?? areas.find(({ kind }) => kind === 'region') ?? areas[0];
  const none = { areaId: (area?.areaId ?? '') as AreaId, week: null, holidays: [] };
  const said: AreaDays = days.find(({ areaId }) => areaId === area?.areaId) ?? none;
  return { areas, said };
}

type Input<Name extends keyof typeof territoryRoutes> = InputOf<(typeof territoryRoutes)[Name]>;

/** Writes the week or a holiday of one area, or takes one of them back. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, territoryRoutes);
    const input = values.toObject();
    const intent = values.text('intent');
    if (intent === 'week') await api.saveWeek(input as Input<'saveWeek'>, { commandId });
    if (intent === 'no_week') await api.removeWeek(input as Input<'removeWeek'>, { commandId });
    if (intent === 'holiday') await api.saveHoliday(input as Input<'saveHoliday'>, { commandId });
    if (intent === 'no_holiday') await api.removeHoliday(input as Input<'removeHoliday'>, { commandId });
    return redirect(`/${params['locale']}/work/calendar?area=${values.text('areaId') ?? ''}`);
  });
}

/** The working week and the holidays of each area: what every deadline is counted by. */
export default function CalendarPage() {
  const { areas, said } = useLoaderData<typeof loader>();
  const { t, locale, text } = usePage();
  const region = areas
    .filter(({ kind }) => kind === 'region')
    .map(({ areaId, name }) => ({ value: areaId as string, label: text(name).text }));
  return (
    <>
      <PageTitle title={t('territory.calendar.title')} lead={<p>{t('territory.calendar.lead')}</p>} />
      <Filters id="choose" label={t('territory.calendar.choose')} submitLabel={t('territory.calendar.show')} inline>
        <SelectField
          name="area"
          label={t('territory.calendar.choose')}
          options={[...region, ...areaChoices(areas, locale)]}
          defaultValue={said.areaId}
          required
        />
      </Filters>
      <WeekForm said={said} />
      <HolidayList said={said} />
    </>
  );
}
