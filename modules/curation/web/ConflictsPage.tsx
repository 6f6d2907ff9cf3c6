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
import { curationRoutes, type SourceConflict } from '../contract/index.ts';
import curationCss from './curation.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

/** One page of what sources say differently. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const page = new URL(request.url).searchParams.get('page') ?? '1';
  return { found: await apiOf(context, curationRoutes).listConflicts({ page, perPage: 20 }) };
}

/** Whose word counts, for one field of one record. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const decision = {
      recordId: values.text('recordId') ?? '',
      field: values.text('field') ?? '',
      source: values.text('intent') ?? '',
    };
    await apiOf(context, curationRoutes).decideConflict(decision, { commandId });
    return redirect(request.url);
  });
}

function Conflict({ conflict }: { conflict: SourceConflict }) {
  const { t } = usePage();
  const { recordId, object, name, field, said } = conflict;
  return (
    <li className="pair">
      <h2>{name === null ? t(`curation.record_object.${object}`) : <LocalText value={name} quiet />}</h2>
      <p>
        {t('curation.history.field')} <Bdi latin>{field}</Bdi>
      </p>
      <CommandForm id={`conflict-${recordId}-${field}`} action="?" className="pair-form">
        <input type="hidden" name="recordId" value={recordId} />
        <input type="hidden" name="field" value={field} />
        <div className="sides">
          {said.map(({ source, value }) => (
            <div key={source} className="side-column">
              <p className="side">
                <strong>
                  <Bdi>{source}</Bdi>
                </strong>
                <br />
                <Bdi>{value}</Bdi>
              </p>
              <SubmitButton kind="plain" intent={source}>
                {t('curation.conflicts.take')} <span className="vh">{source}</span>
              </SubmitButton>
            </div>
          ))}
        </div>
      </CommandForm>
    </li>
  );
}

/** Where two sources contradict one another, and a person says whose word counts. */
export default function ConflictsPage() {
  const { found } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ label: t('curation.freshness.title'), path: '/curation' }]} />
      <PageTitle title={t('curation.conflicts.title')} lead={<p>{t('curation.conflicts.lead')}</p>} />
      {found.items.length === 0 ? (
        <EmptyState title={t('curation.conflicts.none')} />
      ) : (
        <ul className="pairs">
          {found.items.map((conflict) => (
            <Conflict key={`${conflict.recordId} ${conflict.field}`} conflict={conflict} />
          ))}
        </ul>
      )}
      <Pagination {...found} />
    </>
  );
}
