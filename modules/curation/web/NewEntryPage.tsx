import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  LocalText,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { needPermission } from '@qantara/identity/web';
import { directoryRoutes } from '@qantara/directory/contract';
import { organisationsRoutes, type OrganisationId } from '@qantara/organisations/contract';
import { territoryRoutes } from '@qantara/territory/contract';
import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { curationRoutes, NewEntry, type Suggestion, type SuggestionId } from '../contract/index.ts';
import curationCss from './curation.css?url';
import { AlikeNotice } from './edit/entry/AlikeNotice.tsx';
import { ChooseOrganisation } from './edit/entry/ChooseOrganisation.tsx';
import { entryStart } from './edit/entry/entry-start.ts';
import { NewEntryFields } from './edit/entry/NewEntryFields.tsx';
import { OrganisationFields } from './edit/entry/OrganisationFields.tsx';
import { alikeIn, saveEntry } from './edit/entry/save-entry.ts';
import { costLabels } from './edit/offer/CostFields.tsx';
import { SuggestedWords } from './suggestions/SuggestedWords.tsx';

export const handle: PageHandle = { formId: 'entry' };

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

/** What was suggested, if anything, and whose the entry will be; until that is chosen, the organisations to choose from. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  needPermission(context, 'directory:curate');
  const { searchParams } = new URL(request.url);
  const api = apiOf(context, curationRoutes);
  const suggestionId = searchParams.get('suggestionId') as SuggestionId | null;
  const asked = searchParams.get('organisationId');
  const words = searchParams.get('words') ?? '';
  const suggestion = suggestionId === null ? null : await api.getSuggestion({ suggestionId });
  const organisation =
    asked === null || asked === 'new'
      ? null
      : await apiOf(context, organisationsRoutes).getOrganisation({ organisationId: asked as OrganisationId });
  return {
    suggestion,
    organisation,
    words,
    isChosen: asked !== null,
    found: asked === null ? (await api.findOrganisations({ words })).organisations : [],
    needs: (await apiOf(context, directoryRoutes).listNeeds({})).needs,
    areas: (await apiOf(context, territoryRoutes).listAreas({})).areas,
  };
}

/** Adds the entry and goes on to its hours; what is like it is shown first. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const asked = new URL(request.url).searchParams.get('organisationId');
    const organisationId = asked === 'new' ? null : asked;
    const saved = await saveEntry(context, { values, organisationId, commandId });
    if (!('serviceId' in saved)) return saved;
    const suggestionId = values.text('suggestionId');
    const of = suggestionId === undefined ? '' : `&suggestionId=${encodeURIComponent(suggestionId)}`;
    return redirect(`/${params['locale']}/curation/services/${saved.serviceId}?said=created${of}`);
  });
}

function EntryForm({ suggestion }: { suggestion: Suggestion | null }) {
  const { organisation, words, needs, areas } = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  const alike = alikeIn(useActionData<unknown>());
  const fields = Object.keys(NewEntry.shape).map((name) => [name, t(`curation.field.${name}`)]);
  const labels = { ...Object.fromEntries(fields), ...costLabels(t, []), name: t('curation.entry_new.name') };
  return (
    <CommandForm id="entry" action="#entry" className="form edit-form entry-form" labels={labels}>
      {suggestion === null ? null : (
        <>
          <input type="hidden" name="suggestionId" value={suggestion.suggestionId} />
          <input type="hidden" name="suggestionVersion" value={suggestion.version} />
        </>
      )}
      {alike === null ? null : <AlikeNotice alike={alike} />}
      {organisation === null ? (
        <OrganisationFields start={words === '' ? {} : { name: { [locale]: words } }} isWithEntry />
      ) : null}
      <NewEntryFields start={entryStart(suggestion)} choices={{ needs, areas }} isAnswer={suggestion !== null} />
      <p className="hint">{t('curation.entry_new.assured')}</p>
      <SubmitButton>
        {t(suggestion === null ? 'curation.entry_new.save' : 'curation.entry_new.save_answer')}
      </SubmitButton>
    </CommandForm>
  );
}

/** A new entry, from nothing or out of a suggestion. */
export default function NewEntryPage() {
  const { suggestion, organisation, isChosen, found, words } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const isWaiting = suggestion?.state === 'waiting' && suggestion.kind === 'new';
  return (
    <>
      <Breadcrumbs
        items={[
          { label: t('curation.freshness.title'), path: '/curation' },
          ...(suggestion === null
            ? []
            : [{ label: t('curation.suggestions.title'), path: `/curation/suggestions/${suggestion.suggestionId}` }]),
        ]}
      />
      <PageTitle
        title={t('curation.entry_new.title')}
        {...(organisation === null ? {} : { eyebrow: <LocalText value={organisation.name} quiet /> })}
      />
      {suggestion === null ? null : <SuggestedWords suggestion={suggestion} />}
      {isChosen ? (
        <EntryForm suggestion={isWaiting ? suggestion : null} />
      ) : (
        <ChooseOrganisation found={found} words={words} suggestionId={suggestion?.suggestionId ?? null} />
      )}
    </>
  );
}
