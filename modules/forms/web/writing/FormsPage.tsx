import {
  apiOf,
  ButtonLink,
  DataTable,
  DateText,
  EmptyState,
  LocalText,
  NumberText,
  PageTitle,
  usePage,
  type Column,
} from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { formsRoutes, type ListedForm } from '../../contract/index.ts';
import { StateOfForm } from './StateOfForm.tsx';

/** The newest version of every form. */
export async function loader({ context }: LoaderFunctionArgs) {
  return apiOf(context, formsRoutes).listForms({});
}

/** The forms of the region: what they are for, whether they are asked, and how often they were answered. */
export default function FormsPage() {
  const { forms } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const columns: Column<ListedForm>[] = [
    {
      key: 'title',
      heading: t('forms.field.title'),
      cell: (form) => (
        <Link to={href(`/forms/${form.code}`)}>
          <LocalText value={form.title} />
        </Link>
      ),
    },
    { key: 'purpose', heading: t('forms.field.purpose'), cell: ({ purpose }) => t(`forms.purpose.${purpose}`) },
    { key: 'state', heading: t('forms.list.state'), cell: ({ state }) => <StateOfForm state={state} /> },
    {
      key: 'answered',
      heading: t('forms.list.answered'),
      cell: ({ answered }) => <NumberText value={answered} />,
      isNumber: true,
    },
    { key: 'changed', heading: t('forms.list.changed'), cell: ({ changedAt }) => <DateText value={changedAt} /> },
  ];
  return (
    <>
      <PageTitle title={t('forms.list.title')} lead={<p>{t('forms.list.lead')}</p>} />
      <p className="actions">
        <ButtonLink to={href('/forms/new')} kind="action">
          {t('forms.list.new')}
        </ButtonLink>
        <ButtonLink to={href('/forms/import')}>{t('forms.import.title')}</ButtonLink>
      </p>
      <DataTable
        caption={t('forms.list.title')}
        hidesCaption
        columns={columns}
        rows={forms}
        keyOf={({ code }) => code}
        empty={<EmptyState title={t('forms.list.empty')} />}
      />
    </>
  );
}
