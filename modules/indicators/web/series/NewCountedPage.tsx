import type { InputOf } from '@qantara/kernel';
import { directoryRoutes } from '@qantara/directory/contract';
import { needPermission } from '@qantara/identity/web';
import { listAllOrganisations } from '@qantara/organisations/web';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  PageTitle,
  SelectField,
  SubmitButton,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { indicatorsRoutes } from '../../contract/index.ts';
import { IndicatorFields, useIndicatorLabels } from './IndicatorFields.tsx';

export const handle: PageHandle = { formId: 'counted' };

/** What can be counted, for which needs, and whose it may be. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'indicator:write');
  const { measures } = await apiOf(context, indicatorsRoutes).listCountable({});
  const { needs } = await apiOf(context, directoryRoutes).listNeeds({});
  return { measures, needs, organisations: await listAllOrganisations(context) };
}

/** Adds the measure and goes on to its figures. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = values.toObject() as InputOf<typeof indicatorsRoutes.addCounted>;
    const { code } = await apiOf(context, indicatorsRoutes).addCounted(input, { commandId });
    return redirect(`/${params['locale']}/plan/indicators/${code}`);
  });
}

/** A measure that the program counts: nobody types its figures. */
export default function NewCountedPage() {
  const { measures, needs, organisations } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/indicators', label: t('indicators.kept.title') }]} />
      <PageTitle title={t('indicators.kept.add_counted')} lead={<p>{t('indicators.counted_new.lead')}</p>} />
      <CommandForm id="counted" className="form edit-form" labels={useIndicatorLabels()}>
        <SelectField
          name="recipe"
          label={t('indicators.field.recipe')}
          emptyLabel={t('indicators.counted_new.choose')}
          options={measures.map(({ recipe, publishedBy }) => ({
            value: recipe,
            label: `${t(`${publishedBy}.counted.${recipe}`)} / ${t(`${publishedBy}.out_of.${recipe}`)}`,
          }))}
          required
        />
        <SelectField
          name="needCode"
          label={t('indicators.field.needCode')}
          hint={t('indicators.counted_new.need_hint')}
          emptyLabel={t('indicators.counted_new.all_needs')}
          options={needs.map(({ needCode, name }) => ({ value: needCode, label: text(name).text }))}
        />
        <TextField
          name="code"
          label={t('indicators.field.code')}
          hint={t('indicators.new.code_hint')}
          width="medium"
          maxLength={60}
          latin
          required
        />
        <IndicatorFields organisations={organisations} />
        <SubmitButton>{t('indicators.kept.add_counted')}</SubmitButton>
      </CommandForm>
    </>
  );
}
