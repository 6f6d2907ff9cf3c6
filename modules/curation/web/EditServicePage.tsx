import { textIn, type InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  Checkbox,
  CommandForm,
  LocalText,
  Notice,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { directoryRoutes, type ServiceId } from '@qantara/directory/contract';
import { Freshness } from '@qantara/directory/web';
import { territoryRoutes } from '@qantara/territory/contract';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { curationRoutes, EDITED_TEXTS, type EditedService } from '../contract/index.ts';
import curationCss from './curation.css?url';
import { FactFields } from './edit/FactFields.tsx';
import { costLabels } from './edit/offer/CostFields.tsx';
import { OfferFields } from './edit/offer/OfferFields.tsx';
import { TextFields } from './edit/TextFields.tsx';

export const handle: PageHandle = { formId: 'edit' };

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

const SAID = ['saved', 'confirmed', 'created'];

/** The service as it is changed by hand. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const serviceId = (params['serviceId'] ?? '') as ServiceId;
  const service = await apiOf(context, curationRoutes).getEditedService({ serviceId });
  const { searchParams } = new URL(request.url);
  const { needs } = await apiOf(context, directoryRoutes).listNeeds({});
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  const [said, suggestionId] = [searchParams.get('said'), searchParams.get('suggestionId')];
  return { service, choices: { needs, areas }, said: SAID.includes(said ?? '') ? said : null, suggestionId };
}

/** Saves what was changed, or confirms what stands. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const serviceId = (params['serviceId'] ?? '') as ServiceId;
    const api = apiOf(context, curationRoutes);
    const here = `/${params['locale']}/curation/services/${serviceId}`;
    if (values.text('intent') === 'confirm') {
      await api.confirmService({ serviceId }, { commandId });
      return redirect(`${here}?said=confirmed`);
    }
    const edit: Record<string, unknown> = { ...values.toObject(), serviceId };
    await api.editService(edit as InputOf<typeof curationRoutes.editService>, { commandId });
    return redirect(`${here}?said=saved`);
  });
}

function Trail({ service }: { service: EditedService }) {
  const { t, locale } = usePage();
  return (
    <Breadcrumbs
      items={[
        { label: t('curation.freshness.title'), path: '/curation' },
        {
          label: textIn(service.organisationName, locale).text,
          path: `/curation/organisations/${service.organisationId}`,
        },
      ]}
    />
  );
}

/** Where else the entry is changed; a suggestion that it came of goes along, until its hours and places are entered. */
function Ways({ serviceId, suggestionId }: { serviceId: string; suggestionId: string | null }) {
  const { t, href } = usePage();
  const of = suggestionId === null ? '' : `?suggestionId=${suggestionId}`;
  return (
    <ul className="ways">
      <li>
        <Link to={href(`/curation/services/${serviceId}/hours${of}`)}>{t('curation.hours.title')}</Link>
      </li>
      <li>
        <Link to={href(`/curation/services/${serviceId}/places${of}`)}>{t('curation.places.title')}</Link>
      </li>
      <li>
        <Link to={href(`/services/${serviceId}`)}>{t('curation.edit.public_page')}</Link>
      </li>
      <li>
        <Link to={href(`/curation/services/${serviceId}/history`)}>{t('curation.history.title')}</Link>
      </li>
      <li>
        <Link to={href(`/curation/alerts?serviceId=${serviceId}`)}>{t('curation.edit.alert')}</Link>
      </li>
    </ul>
  );
}

function Source({ sources }: { sources: string[] }) {
  const { t } = usePage();
  const brought = sources.filter((source) => source !== 'here');
  return (
    <p className="hint">
      {t(brought.length === 0 ? 'curation.edit.from_here' : 'curation.edit.from_source')}{' '}
      {brought.map((source) => (
        <Bdi key={source}>{source}</Bdi>
      ))}
    </p>
  );
}

/** One service, changed by hand: its texts in three languages, and everything else that is one line. */
export default function EditServicePage() {
  const { service, choices, said, suggestionId } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const labels = Object.fromEntries(
    [...EDITED_TEXTS, 'phone', 'email', 'url', 'minimum_age', 'maximum_age', 'status', 'capacity', 'cadenceMonths'].map(
      (name) => [name, t(`curation.field.${name}`)],
    ),
  );
  Object.assign(labels, costLabels(t, service.costs));
  return (
    <>
      <Trail service={service} />
      <PageTitle
        title={text(service.name).text}
        eyebrow={<LocalText value={service.organisationName} quiet />}
        lead={<Freshness assuredAt={service.assuredAt} />}
      />
      {said === null ? null : <Notice kind="success" title={t(`curation.edit.${said}`)} isNews />}
      <Ways serviceId={service.serviceId} suggestionId={suggestionId} />
      <CommandForm id="confirm" action="?" className="one-button">
        <SubmitButton intent="confirm" kind="plain">
          {t('curation.edit.confirm')}
        </SubmitButton>
      </CommandForm>
      <Source sources={service.sources} />
      <h2>{t('curation.edit.title')}</h2>
      <CommandForm id="edit" labels={labels} className="form edit-form">
        <TextFields service={service} />
        <Checkbox
          name="isTranslation"
          label={t('curation.field.isTranslation')}
          hint={t('curation.edit.translation_hint')}
        />
        <OfferFields offer={{ ...service, currency: service.usualCurrency }} choices={choices} />
        <FactFields service={service} />
        <SubmitButton intent="save">{t('curation.edit.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
