import type { InputOf } from '@qantara/kernel';
import { answerForm, apiOf, LocalText, Notice, PageTitle, usePage, type PageHandle } from '@qantara/ui';
import type { OpeningHours, ServiceId } from '@qantara/directory/contract';
import { HoursTable } from '@qantara/directory/web';
import {
  Link,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router';
import { curationRoutes, type EditedHours, type SuggestionId } from '../contract/index.ts';
import { shownRows } from '../domain/index.ts';
import curationCss from './curation.css?url';
import { EntryTrail } from './edit/EntryTrail.tsx';
import { HiddenHoursForm } from './edit/hours/HiddenHoursForm.tsx';
import { HoursForm } from './edit/hours/HoursForm.tsx';
import { hoursAnswer, hoursAnswered } from './edit/hours/typed-hours.ts';
import { secretRequest } from './edit/secret-request.ts';
import { SuggestedBeside } from './edit/SuggestedBeside.tsx';

export const handle: PageHandle = { formId: 'hours' };

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

/** The hours as they stand; with a confidential place in the address, a form for its own. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const serviceId = (params['serviceId'] ?? '') as ServiceId;
  const suggestionId = (searchParams.get('suggestionId') ?? undefined) as SuggestionId | undefined;
  const hours = await apiOf(context, curationRoutes).getHours({ serviceId, suggestionId });
  const placeId = searchParams.get('place');
  const hidden = hours.places.find(({ locationId, isConfidential }) => isConfidential && locationId === placeId);
  return {
    hours,
    hiddenId: hidden?.locationId ?? null,
    said: searchParams.get('said'),
    now: new Date().toISOString(),
  };
}

const SECRET_HOURS = { isSecret: (form: FormData) => form.get('intent') === 'hidden', fields: ['rows'] };

/** Saves the hours; asked for another row or for a look at them, it changes nothing. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(await secretRequest(request, SECRET_HOURS), async (values, commandId) => {
    const serviceId = (params['serviceId'] ?? '') as ServiceId;
    const intent = values.text('intent');
    if (intent === 'add' || intent === 'preview') return hoursAnswer(values, intent === 'add');
    const api = apiOf(context, curationRoutes);
    const input: Record<string, unknown> = { ...values.toObject(), serviceId };
    const here = `/${params['locale']}/curation`;
    if (intent === 'hidden') {
      await api.saveHiddenHours(input as InputOf<typeof curationRoutes.saveHiddenHours>, { commandId });
      return redirect(`${here}/services/${serviceId}/places?said=hours`);
    }
    await api.saveHours(input as InputOf<typeof curationRoutes.saveHours>, { commandId });
    const suggestionId = values.text('suggestionId');
    if (suggestionId !== undefined) return redirect(`${here}/suggestions/${encodeURIComponent(suggestionId)}`);
    return redirect(`${here}/services/${serviceId}/hours?said=saved`);
  });
}

/** How residents read them. */
function Preview({ hours, now }: { hours: OpeningHours[]; now: string }) {
  const { t } = usePage();
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{t('curation.hours.as_read')}</h2>
      {hours.length === 0 ? (
        <p className="missing">{t('curation.hours.none')}</p>
      ) : (
        <HoursTable hours={hours} now={now} />
      )}
    </section>
  );
}

function standing({ rows, others }: EditedHours): OpeningHours[] {
  return [...shownRows(rows), ...others.flatMap(({ openings }) => openings)] as OpeningHours[];
}

function OpenHours({ hours, now }: { hours: EditedHours; now: string }) {
  const { t, href } = usePage();
  const answer = hoursAnswered(useActionData());
  const others = hours.others.flatMap(({ openings }) => openings);
  const shown = answer?.preview === undefined ? standing(hours) : [...answer.preview, ...others];
  const hidden = hours.places.filter(({ isConfidential }) => isConfidential);
  return (
    <>
      <SuggestedBeside suggested={hours.suggested} />
      <Preview hours={shown} now={now} />
      {hidden.map(({ locationId }) => (
        <p key={locationId}>
          {t('curation.hidden.hours_apart')}{' '}
          <Link to={href(`/curation/services/${hours.serviceId}/hours?place=${locationId}`)}>
            {t('curation.hidden.hours_write')}
          </Link>
        </p>
      ))}
      <h2>{t('curation.hours.change')}</h2>
      <HoursForm hours={hours} />
    </>
  );
}

/** When a service is open, changed by hand. */
export default function HoursPage() {
  const { hours, hiddenId, said, now } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <EntryTrail serviceId={hours.serviceId} name={hours.name} />
      <PageTitle title={t('curation.hours.title')} eyebrow={<LocalText value={hours.name} quiet />} />
      {said === 'saved' ? <Notice kind="success" title={t('curation.hours.saved')} isNews /> : null}
      {hiddenId === null ? <OpenHours hours={hours} now={now} /> : <HiddenHoursForm locationId={hiddenId} />}
    </>
  );
}
