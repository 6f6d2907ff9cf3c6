import type { InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  PageTitle,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { needPermission } from '@qantara/identity/web';
import { listAllOrganisations } from '@qantara/organisations/web';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { Counts, indicatorsRoutes } from '../../contract/index.ts';
import { IndicatorFields, useIndicatorLabels } from './IndicatorFields.tsx';

export const handle: PageHandle = { formId: 'indicator' };

const LEVELS = ['population', 'plan'] as const;
const UNITS = ['ratio', 'count', 'rate', 'words'] as const;
const FACTORS = [1, 100, 1000, 10_000, 100_000];

/** The organisations whose it may be. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'indicator:write');
  return { organisations: await listAllOrganisations(context) };
}

/** Adds the measure and goes on to its values. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = values.toObject() as InputOf<typeof indicatorsRoutes.addIndicator>;
    const { code } = await apiOf(context, indicatorsRoutes).addIndicator(input, { commandId });
    return redirect(`/${params['locale']}/work/indicators/${code}`);
  });
}

/** A measure whose values are brought in. What is counted from the records comes with the program. */
export default function NewIndicatorPage() {
  const { organisations } = useLoaderData<typeof loader>();
  const { t, formats } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/indicators', label: t('indicators.kept.title') }]} />
      <PageTitle title={t('indicators.kept.add')} lead={<p>{t('indicators.new.lead')}</p>} />
      <CommandForm id="indicator" className="form edit-form" labels={useIndicatorLabels()}>
        <TextField
          name="code"
          label={t('indicators.field.code')}
          hint={t('indicators.new.code_hint')}
          width="medium"
          maxLength={60}
          latin
          required
        />
        <RadioGroup
          name="kind"
          label={t('indicators.field.kind')}
          options={LEVELS.map((value) => ({ value, label: t(`indicators.kind.${value}`) }))}
          required
        />
        <RadioGroup
          name="unit"
          label={t('indicators.field.unit')}
          options={UNITS.map((value) => ({ value, label: t(`indicators.unit.${value}`) }))}
          required
        />
        <RadioGroup
          name="counts"
          label={t('indicators.field.counts')}
          hint={t('indicators.new.counts_hint')}
          options={Counts.options.map((value) => ({ value, label: t(`indicators.counts.${value}`) }))}
          defaultValue="people"
          required
        />
        <SelectField
          name="factor"
          label={t('indicators.field.factor')}
          hint={t('indicators.new.factor_hint')}
          options={FACTORS.map((value) => ({ value: String(value), label: formats.number(value) }))}
          defaultValue="1"
          required
        />
        <IndicatorFields organisations={organisations} />
        <SubmitButton>{t('indicators.kept.add')}</SubmitButton>
      </CommandForm>
    </>
  );
}
