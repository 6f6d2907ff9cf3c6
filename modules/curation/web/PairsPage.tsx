import { Refusal } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  EmptyState,
  Notice,
  PageTitle,
  Pagination,
  SubmitButton,
  usePage,
  type FormValues,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { curationRoutes, type PairObject } from '../contract/index.ts';
import curationCss from './curation.css?url';
import { MergesTable } from './pairs/MergesTable.tsx';
import { PairItem } from './pairs/PairItem.tsx';

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

const SAID = ['merged', 'two', 'undone', 'looked'] as const;
type Said = (typeof SAID)[number];

/** Pairs that nobody has judged, and the merges that stand. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const api = apiOf(context, curationRoutes);
  return {
    pairs: await api.listPairs({ page: searchParams.get('page') ?? '1', perPage: 10 }),
    merges: await api.listMerges({ page: 1, perPage: 20 }),
    said: SAID.find((one) => one === searchParams.get('said')) ?? null,
  };
}

async function judge(
  context: ActionFunctionArgs['context'],
  values: FormValues,
  command: { commandId: string },
): Promise<Said> {
  const api = apiOf(context, curationRoutes);
  const intent = values.text('intent');
  const object = (values.text('object') ?? 'service') as PairObject;
  const [oneId, otherId] = [values.text('oneId') ?? '', values.text('otherId') ?? ''];
  if (intent === 'keep_one') await api.mergePair({ object, keptId: oneId, goneId: otherId }, command);
  else if (intent === 'keep_other') await api.mergePair({ object, keptId: otherId, goneId: oneId }, command);
  else if (intent === 'two') {
    await api.partPair({ object, oneId, otherId }, command);
    return 'two';
  } else if (intent === 'undo') {
    await api.undoMerge({ mergeId: values.text('mergeId') ?? '' }, command);
    return 'undone';
  } else if (intent === 'find') {
    await api.findPairs({}, command);
    return 'looked';
  } else throw new Refusal('invalid_input');
  return 'merged';
}

/** What a person says of two records. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const said = await judge(context, values, { commandId });
    return redirect(`/${params['locale']}/curation/pairs?said=${said}`);
  });
}

/** Records that may be one, side by side, and what was made one, with the way back. */
export default function PairsPage() {
  const { pairs, merges, said } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ label: t('curation.freshness.title'), path: '/curation' }]} />
      <PageTitle title={t('curation.pairs.title')} lead={<p>{t('curation.pairs.lead')}</p>} />
      {said === null ? null : <Notice kind="success" title={t(`curation.pairs_said.${said}`)} isNews />}
      <CommandForm id="find" action="?" className="one-button">
        <SubmitButton kind="plain" intent="find">
          {t('curation.pairs.find')}
        </SubmitButton>
      </CommandForm>
      {pairs.items.length === 0 ? (
        <EmptyState title={t('curation.pairs.none')} />
      ) : (
        <ul className="pairs">
          {pairs.items.map((pair) => (
            <PairItem key={`${pair.one.id} ${pair.other.id}`} pair={pair} />
          ))}
        </ul>
      )}
      <Pagination {...pairs} />
      <h2>{t('curation.pairs.merged')}</h2>
      <MergesTable merges={merges.items} />
    </>
  );
}
