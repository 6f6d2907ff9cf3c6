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
import type { ServiceId } from '@qantara/directory/contract';
import { Freshness } from '@qantara/directory/web';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { curationRoutes, EDITED_TEXTS, type EditedService } from '../contract/index.ts';
import curationCss from './curation.css?url';
import { FactFields } from './edit/FactFields.tsx';
import { TextFields } from './edit/TextFields.tsx';

export const handle: PageHandle = { formId: 'edit' };

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

/** The service as it is changed by hand. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const serviceId = (params['serviceId'] ?? '') as ServiceId;
  const service = await apiOf(context, curationRoutes).getEditedService({ serviceId });
  return { service, said: new URL(request.url).searchParams.get('said') };
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

function Ways({ service }: { service: EditedService }) {
  const { t, href } = usePage();
  const { serviceId } = service;
  return (
    <ul className="ways">
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
  const { service, said } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const labels = Object.fromEntries(
    [...EDITED_TEXTS, 'phone', 'email', 'url', 'minimum_age', 'maximum_age', 'status', 'capacity', 'cadenceMonths'].map(
      (name) => [name, t(`curation.field.${name}`)],
    ),
  );
  return (
    <>
      <Trail service={service} />
      <PageTitle
        title={text(service.name).text}
        eyebrow={<LocalText value={service.organisationName} quiet />}
        lead={<Freshness assuredAt={service.assuredAt} />}
      />
      {said === 'saved' || said === 'confirmed' ? (
        <Notice kind="success" title={t(`curation.edit.${said}`)} isNews />
      ) : null}
      <Ways service={service} />
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
        <FactFields service={service} />
        <p className="hint">{t('curation.edit.not_here')}</p>
        <SubmitButton intent="save">{t('curation.edit.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
