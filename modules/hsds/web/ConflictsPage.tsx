import { RefusalNotice } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  EmptyState,
  LocalText,
  PageTitle,
  Pagination,
  SubmitButton,
  usePage,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { hsdsRoutes, type DecideConflict, type SourceConflict } from '../contract/index.ts';
import hsdsCss from './hsds.css?url';
import { useFieldName } from './use-field-name.ts';
import { ValueText } from './ValueText.tsx';

export function links() {
  return [{ rel: 'stylesheet', href: hsdsCss }];
}

/** One page of what sources contradict one another in. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const page = new URL(request.url).searchParams.get('page') ?? '1';
  return apiOf(context, hsdsRoutes).listConflicts({ page, perPage: 20 });
}

/** Says whose word counts for one field of one record. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = values.toObject() as DecideConflict;
    await apiOf(context, hsdsRoutes).decideConflict(input, { commandId });
    return redirect(`/${params['locale']}/admin/sources/conflicts`);
  });
}

function SaidByEach({ conflict, id }: { conflict: SourceConflict; id: string }) {
  const { t } = usePage();
  return conflict.said.map(({ source, value }, at) => (
    <li key={source}>
      <dl className="before-after">
        <dt>
          <Bdi>{source}</Bdi>
        </dt>
        <dd>
          <ValueText value={value} />
        </dd>
      </dl>
      {at === 0 ? <p className="hint">{t('hsds.conflict.heard')}</p> : null}
      <CommandForm id={`${id}-${at}`} className="actions">
        <input type="hidden" name="recordId" value={conflict.recordId} />
        <input type="hidden" name="field" value={conflict.field} />
        <input type="hidden" name="source" value={source} />
        <SubmitButton kind="plain">{t('hsds.conflict.choose', { source })}</SubmitButton>
      </CommandForm>
    </li>
  ));
}

/** Where sources say different things of one record: both values, and a person who decides. */
export default function ConflictsPage() {
  const conflicts = useLoaderData<typeof loader>();
  const { t } = usePage();
  const nameOf = useFieldName();
  return (
    <>
      <Breadcrumbs items={[{ label: t('hsds.source.title'), path: '/admin/sources' }]} />
      <PageTitle title={t('hsds.conflict.title')} lead={<p>{t('hsds.conflict.lead')}</p>} />
      <RefusalNotice title={t('hsds.import.changed_meanwhile')} shownForms={[]} />
      {conflicts.items.length === 0 ? <EmptyState title={t('hsds.conflict.none')} /> : null}
      <ul className="changes">
        {conflicts.items.map((conflict, at) => (
          <li key={`${conflict.recordId} ${conflict.field}`} className="change">
            <h2>
              <LocalText value={conflict.name} quiet />
            </h2>
            <p>
              {t(`hsds.object.${conflict.object}`)}
              {': '}
              <strong>{nameOf(conflict.field)}</strong>
            </p>
            <ul>
              <SaidByEach conflict={conflict} id={`c${at}`} />
            </ul>
          </li>
        ))}
      </ul>
      <Pagination {...conflicts} />
    </>
  );
}
