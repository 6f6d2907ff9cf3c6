import { formsRoutes } from '@qantara/forms/contract';
import {
  answerForm,
  apiOf,
  Bdi,
  DataTable,
  DateText,
  EmptyState,
  LocalText,
  Notice,
  PageTitle,
  StatusBadge,
  usePage,
  type Column,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { SheetState, sheetsRoutes, type WaitingSheet } from '../contract/index.ts';
import { SheetCodeForm } from './SheetCodeForm.tsx';
import { findTypedSheet } from './find-typed-sheet.ts';

/** What waits for another colleague, the forms that can be printed, and what became of the sheet before. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const { sheets } = await apiOf(context, sheetsRoutes).listSheetWork({});
  const { forms } = await apiOf(context, formsRoutes).listAskedForms({});
  const became = SheetState.safeParse(searchParams.get('became'));
  return {
    sheets,
    forms,
    before: became.success ? { state: became.data, isDanger: searchParams.has('danger') } : null,
  };
}

/** Goes to the sheet whose code was typed. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values) => {
    const code = await findTypedSheet(context, values.text('sheetCode'));
    return redirect(`/${params['locale']}/work/sheets/${code}`);
  });
}

function addressOf({ code, mayDecide }: WaitingSheet): string {
  return `/work/sheets/${code}${mayDecide ? '/decide' : ''}`;
}

function Waiting() {
  const { sheets } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const stepOf = ({ state, isOwnKeying, mayDecide }: WaitingSheet) => {
    if (state === 'keyed') return t(isOwnKeying ? 'sheets.work.other_keys' : 'sheets.work.key_again');
    return t(mayDecide ? 'sheets.work.decide' : 'sheets.work.third_decides');
  };
  const columns: Column<WaitingSheet>[] = [
    {
      key: 'code',
      heading: t('sheets.field.sheetCode'),
      cell: (sheet) => (
        <Link to={href(addressOf(sheet))}>
          <Bdi latin>{sheet.code}</Bdi>
        </Link>
      ),
    },
    { key: 'form', heading: t('sheets.work.form'), cell: ({ title }) => <LocalText value={title} /> },
    {
      key: 'state',
      heading: t('sheets.work.state'),
      cell: ({ state, isDanger }) => (
        <>
          <StatusBadge tone={state === 'differing' ? 'attention' : 'waiting'} label={t(`sheets.state.${state}`)} />{' '}
          {isDanger ? <StatusBadge tone="attention" label={t('sheets.work.danger')} /> : null}
        </>
      ),
    },
    { key: 'next', heading: t('sheets.work.next'), cell: stepOf },
    { key: 'at', heading: t('sheets.work.at'), cell: ({ changedAt }) => <DateText value={changedAt} /> },
  ];
  return (
    <DataTable
      caption={t('sheets.work.waiting')}
      columns={columns}
      rows={sheets}
      keyOf={({ code }) => code}
      empty={<EmptyState title={t('sheets.work.none')} />}
    />
  );
}

function Before() {
  const { before } = useLoaderData<typeof loader>();
  const { t } = usePage();
  if (before === null) return null;
  return (
    <>
      {before.isDanger ? (
        <Notice kind="danger" isNews>
          <p>{t('sheets.work.danger_told')}</p>
        </Notice>
      ) : null}
      <Notice kind={before.state === 'differing' ? 'warning' : 'success'} isNews>
        <p>{t(`sheets.became.${before.state}`)}</p>
      </Notice>
    </>
  );
}

/** Keying sheets of paper: the next code, what waits, and where sheets are printed. */
export default function SheetsPage() {
  const { forms } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('sheets.work.title')} lead={<p>{t('sheets.work.lead')}</p>} />
      <Before />
      <SheetCodeForm />
      <Waiting />
      <section>
        <h2>{t('sheets.work.print')}</h2>
        <ul className="plain-list">
          {forms.map((form) => (
            <li key={form.code}>
              <Link to={href(`/forms/${form.code}/paper`)}>
                <LocalText value={form.title} />
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
