import type { Locale } from '@qantara/kernel';
import { directoryRoutes, type ServiceId } from '@qantara/directory/contract';
import type { PersonId } from '@qantara/people/contract';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  LOCALE_CHOICES,
  PageTitle,
  SelectField,
  SubmitButton,
  TextArea,
  usePage,
  type FormValues,
} from '@qantara/ui';
import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { MadeShare, shortlistsRoutes, type ShortlistId } from '../contract/index.ts';
import { FindServices } from './FindServices.tsx';
import { GiveList } from './GiveList.tsx';
import { ListedServices } from './ListedServices.tsx';
import shortlistsCss from './shortlists.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: shortlistsCss }];
}

type Of = { personId: PersonId; shortlistId: ShortlistId };
type Params = Record<string, string | undefined>;

const ofParams = (params: Params): Of => ({
  personId: (params['personId'] ?? '') as PersonId,
  shortlistId: (params['shortlistId'] ?? '') as ShortlistId,
});

/** The list, what is kept at hand, and what was looked for. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const api = apiOf(context, shortlistsRoutes);
  const words = new URL(request.url).searchParams.get('words') ?? '';
  const found = words.trim() === '' ? null : await apiOf(context, directoryRoutes).findServices({ words });
  return {
    list: await api.getShortlist(ofParams(params)),
    favourites: (await api.listFavourites({})).services,
    found: found === null ? null : found.items,
  };
}

type Doing = { api: ReturnType<typeof apiOf<typeof shortlistsRoutes>>; of: Of; values: FormValues; commandId: string };

const serviceOf = (values: FormValues) => (values.text('serviceId') ?? '') as ServiceId;

/** What each button of the page does. */
const STEPS: Record<string, (doing: Doing) => Promise<unknown>> = {
  add: ({ api, of, values, commandId }) => api.addToShortlist({ ...of, serviceId: serviceOf(values) }, { commandId }),
  note: ({ api, of, values, commandId }) =>
    api.changeItem(
      { ...of, serviceId: serviceOf(values), step: 'note', note: values.text('note') ?? null },
      { commandId },
    ),
  keep: ({ api, values, commandId }) =>
    api.setFavourite({ serviceId: serviceOf(values), isFavourite: true }, { commandId }),
  unkeep: ({ api, values, commandId }) =>
    api.setFavourite({ serviceId: serviceOf(values), isFavourite: false }, { commandId }),
  unshare: ({ api, of, commandId }) => api.unshareShortlist(of, { commandId }),
  words: ({ api, of, values, commandId }) =>
    api.changeShortlist(
      { ...of, note: values.text('note') ?? null, locale: (values.text('locale') ?? '') as Locale },
      { commandId },
    ),
};

/** Changes the list, or makes the link that is shown this once. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const doing = { api: apiOf(context, shortlistsRoutes), of: ofParams(params), values, commandId };
    const intent = values.text('intent') ?? '';
    if (intent === 'share') return doing.api.shareShortlist(doing.of, { commandId });
    const step = STEPS[intent];
    if (step !== undefined) await step(doing);
    else
      await doing.api.changeItem(
        { ...doing.of, serviceId: serviceOf(values), step: intent as 'up' | 'down' | 'remove' },
        { commandId },
      );
    return { done: true };
  });
}

function shareIn(answer: unknown): { token: string; link: string; qrCode: string } | null {
  const made = MadeShare.safeParse(answer);
  return made.success ? made.data : null;
}

function Words() {
  const { list } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <CommandForm id="words">
      <TextArea
        name="note"
        label={t('shortlists.field.note')}
        hint={t('shortlists.note_hint')}
        defaultValue={list.note ?? ''}
        maxLength={1000}
        rows={3}
      />
      <SelectField
        name="locale"
        label={t('shortlists.field.locale')}
        options={LOCALE_CHOICES}
        defaultValue={list.locale}
      />
      <SubmitButton intent="words">{t('shortlists.save')}</SubmitButton>
    </CommandForm>
  );
}

/** One list: what is on it, what could be, and how the person gets it. */
export default function ShortlistPage() {
  const { list, favourites, found } = useLoaderData<typeof loader>();
  const answer = useActionData<unknown>();
  const { t } = usePage();
  const name = list.displayName ?? t('shortlists.unnamed');
  return (
    <>
      <Breadcrumbs
        items={[
          { path: `/work/people/${list.personId}`, label: name },
          { path: `/work/people/${list.personId}/shortlists`, label: t('shortlists.title', { name }) },
        ]}
      />
      <PageTitle title={t('shortlists.of', { name })} lead={<p>{t('shortlists.lead')}</p>} />
      <div className="list-sides">
        <div>
          <h2>{t('shortlists.items')}</h2>
          <ListedServices list={list} />
          <Words />
        </div>
        <div>
          <GiveList list={list} share={shareIn(answer)} />
          <FindServices list={list} favourites={favourites} found={found} />
        </div>
      </div>
    </>
  );
}
