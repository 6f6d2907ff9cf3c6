import { Locale } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  DataTable,
  DateText,
  EmptyState,
  LOCALE_CHOICES,
  LOCALE_NAMES,
  NumberField,
  NumberText,
  PageTitle,
  RadioGroup,
  SelectField,
  Stat,
  StatRow,
  SubmitButton,
  usePage,
  type Column,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { DecidedBy, Keying, sheetsRoutes, type Batch } from '../contract/index.ts';

/** What was printed of a form, how its sheets are keyed, and how well. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  return apiOf(context, sheetsRoutes).listBatches({ formCode: params['formCode'] ?? '' });
}

/** Makes sheets, or says how they are keyed. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const formCode = params['formCode'] ?? '';
  const api = apiOf(context, sheetsRoutes);
  return answerForm(request, async (values, commandId) => {
    if (values.text('_form') === 'rule') {
      const keying = Keying.catch('twice').parse(values.text('keying'));
      const decidedBy = DecidedBy.catch('third').parse(values.text('decidedBy'));
      await api.setSheetRule({ formCode, keying, decidedBy }, { commandId });
      return redirect(`/${params['locale']}/forms/${formCode}/paper`);
    }
    const locale = Locale.catch('ar').parse(values.text('locale'));
    const batch = await api.printSheets({ formCode, howMany: values.number('howMany') ?? 0, locale }, { commandId });
    return redirect(`/${locale}/forms/${formCode}/paper/${batch.batchId}`);
  });
}

function PrintForm() {
  const { t, locale } = usePage();
  return (
    <CommandForm id="print">
      <NumberField
        name="howMany"
        label={t('sheets.field.howMany')}
        hint={t('sheets.print.how_many_hint')}
        defaultValue={20}
        required
      />
      <SelectField
        name="locale"
        label={t('sheets.field.locale')}
        options={LOCALE_CHOICES}
        defaultValue={locale}
        required
      />
      <SubmitButton>{t('sheets.print.go')}</SubmitButton>
    </CommandForm>
  );
}

function Batches() {
  const { form, batches } = useLoaderData<typeof loader>();
  const { t, formats } = usePage();
  const columns: Column<Batch>[] = [
    {
      key: 'printed',
      heading: t('sheets.print.printed_at'),
      cell: ({ batchId, printedAt, locale }) => (
        <Link to={`/${locale}/forms/${form.code}/paper/${batchId}`}>
          <DateText value={printedAt} />
        </Link>
      ),
    },
    {
      key: 'version',
      heading: t('sheets.print.version'),
      cell: ({ version }) => formats.number(version),
      isNumber: true,
    },
    { key: 'locale', heading: t('sheets.field.locale'), cell: ({ locale }) => LOCALE_NAMES[locale] },
    {
      key: 'sheets',
      heading: t('sheets.print.sheets'),
      cell: ({ howMany }) => <NumberText value={howMany} />,
      isNumber: true,
    },
    {
      key: 'accepted',
      heading: t('sheets.print.accepted'),
      cell: ({ accepted }) => <NumberText value={accepted} />,
      isNumber: true,
    },
    {
      key: 'aside',
      heading: t('sheets.print.set_aside'),
      cell: ({ setAside }) => <NumberText value={setAside} />,
      isNumber: true,
    },
  ];
  return (
    <DataTable
      caption={t('sheets.print.batches')}
      columns={columns}
      rows={batches}
      keyOf={({ batchId }) => batchId}
      empty={<EmptyState title={t('sheets.print.none')} />}
    />
  );
}

function Quality() {
  const { quality } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <section>
      <h2>{t('sheets.quality.title')}</h2>
      <StatRow>
        <Stat
          label={t('sheets.quality.rate')}
          value={quality.compared === 0 ? null : quality.differed / quality.compared}
          style="percent"
          digits={1}
          note={t('sheets.quality.of', { count: quality.compared })}
        />
        <Stat label={t('sheets.quality.sheets')} value={quality.sheets} />
      </StatRow>
    </section>
  );
}

function RuleForm() {
  const { rule } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const words = (prefix: string, options: readonly string[]) =>
    options.map((value) => ({ value, label: t(`${prefix}.${value}`) }));
  return (
    <section>
      <h2>{t('sheets.rule.title')}</h2>
      <CommandForm id="rule" begin={{ keying: rule.keying, decidedBy: rule.decidedBy }}>
        <RadioGroup
          name="keying"
          label={t('sheets.field.keying')}
          options={words('sheets.keying', Keying.options)}
          required
        />
        <RadioGroup
          name="decidedBy"
          label={t('sheets.field.decidedBy')}
          options={words('sheets.decidedBy', DecidedBy.options)}
          required
        />
        <SubmitButton kind="plain">{t('sheets.rule.save')}</SubmitButton>
      </CommandForm>
    </section>
  );
}

/** The paper of a form: printing it, how it is keyed, and how often two colleagues read it differently. */
export default function PrintSheetsPage() {
  const { form, rule } = useLoaderData<typeof loader>();
  const { t, text, can } = usePage();
  const title = text(form.title).text;
  return (
    <>
      {can('form:write') ? (
        <Breadcrumbs items={[{ path: `/forms/${form.code}`, label: title }]} />
      ) : (
        <Breadcrumbs items={[{ path: '/work/sheets', label: t('sheets.work.title') }]} />
      )}
      <PageTitle title={t('sheets.print.title')} eyebrow={title} lead={<p>{t('sheets.print.lead')}</p>} />
      <PrintForm />
      <Batches />
      <Quality />
      {can('form:write') ? (
        <RuleForm />
      ) : (
        <p>
          {t(`sheets.keying.${rule.keying}`)} {rule.keying === 'twice' ? t(`sheets.decidedBy.${rule.decidedBy}`) : null}
        </p>
      )}
    </>
  );
}
