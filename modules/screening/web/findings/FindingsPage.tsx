import { directoryRoutes, type Need } from '@qantara/directory/contract';
import type { FindingRule } from '@qantara/forms/contract';
import { FaultList, getDraft } from '@qantara/forms/web';
import {
  apiOf,
  Breadcrumbs,
  ButtonLink,
  DataTable,
  LocalText,
  PageTitle,
  StatusBadge,
  usePage,
  type Column,
} from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';

/** The draft, and the needs of the region. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const form = await getDraft(context, params['formCode'] ?? '');
  const { needs } = await apiOf(context, directoryRoutes).listNeeds({});
  return { form, needs };
}

function RuleState({ rule }: { rule: FindingRule | undefined }) {
  const { t } = usePage();
  if (rule === undefined) return <StatusBadge tone="neutral" label={t('screening.findings.not_written')} />;
  return rule.isDangerWhen === undefined ? (
    <StatusBadge tone="done" label={t('screening.findings.written')} />
  ) : (
    <StatusBadge tone="attention" label={t('screening.findings.with_danger')} />
  );
}

/** From which answers of a form which needs follow: every need of the region, with its rule or without. */
export default function FindingsPage() {
  const { form, needs } = useLoaderData<typeof loader>();
  const { t, href, text } = usePage();
  const base = `/forms/${form.code}`;
  const ruleOf = (need: Need) => form.body.findings?.find(({ needCode }) => needCode === need.needCode);
  const columns: Column<Need>[] = [
    {
      key: 'need',
      heading: t('screening.findings.need'),
      cell: (need) => (
        <Link to={href(`${base}/edit/findings/${need.needCode}`)}>
          <LocalText value={need.name} />
        </Link>
      ),
    },
    { key: 'rule', heading: t('screening.findings.rule'), cell: (need) => <RuleState rule={ruleOf(need)} /> },
  ];
  return (
    <>
      <Breadcrumbs
        items={[
          { path: base, label: text(form.title).text },
          { path: `${base}/edit`, label: t('forms.edit.title') },
        ]}
      />
      <PageTitle
        title={t('screening.findings.title')}
        eyebrow={text(form.title).text}
        lead={<p>{t('screening.findings.lead')}</p>}
      />
      <FaultList form={{ ...form, faults: form.faults.filter(({ path }) => path.startsWith('findings.')) }} />
      <p className="actions">
        <ButtonLink to={href(`${base}/versions/${form.version}/needs`)}>{t('screening.findings.try')}</ButtonLink>
      </p>
      <DataTable
        caption={t('screening.findings.title')}
        hidesCaption
        columns={columns}
        rows={needs}
        keyOf={({ needCode }) => needCode}
      />
    </>
  );
}
