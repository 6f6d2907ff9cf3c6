import { needPermission } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  Filters,
  PageTitle,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { ministryRoutes, Way } from '../contract/index.ts';
import ministryCss from './ministry.css?url';
import { PackageContents } from './PackageContents.tsx';

export const handle: PageHandle = { formId: 'send' };

const WHATS = ['figures', 'plans'] as const;

/** What is chosen, as the address says it: all, unless one of the two is named. */
const chosenBy = (what: string | null) => ({ figures: what !== 'plans', plans: what !== 'figures' });

/** What only packages need of style. */
export function links() {
  return [{ rel: 'stylesheet', href: ministryCss }];
}

/** The very content that a package would have now. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  needPermission(context, 'exchange:send');
  const what = new URL(request.url).searchParams.get('what');
  const { content } = await apiOf(context, ministryRoutes).previewPackage(chosenBy(what));
  return { content, what };
}

/** Makes the package and signs it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const way = Way.safeParse(values.text('way')).data ?? 'file';
    const given = { ...chosenBy(values.text('what') ?? null), way, address: values.text('address') ?? null };
    const { packageId } = await apiOf(context, ministryRoutes).makePackage(given, { commandId });
    return redirect(`/${params['locale']}/work/exchange/${packageId}`);
  });
}

/** What would be sent, before it is: every figure, every plan, every field. */
export default function PreviewPage() {
  const { content, what } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/exchange', label: t('ministry.exchange.title') }]} />
      <PageTitle title={t('ministry.preview.title')} lead={<p>{t('ministry.preview.lead')}</p>} />
      <Filters id="what" label={t('ministry.preview.what')} submitLabel={t('ministry.preview.show')} inline>
        <SelectField
          name="what"
          label={t('ministry.preview.what')}
          emptyLabel={t('ministry.preview.all')}
          defaultValue={what}
          options={WHATS.map((value) => ({ value, label: t(`ministry.preview.only_${value}`) }))}
        />
      </Filters>
      <PackageContents content={content} />
      <CommandForm id="send">
        <input type="hidden" name="what" value={what ?? ''} />
        <RadioGroup
          name="way"
          label={t('ministry.field.way')}
          defaultValue="file"
          options={Way.options.map((value) => ({ value, label: t(`ministry.way.${value}`) }))}
        />
        <TextField name="address" label={t('ministry.field.address')} hint={t('ministry.preview.address_hint')} />
        <SubmitButton>{t('ministry.preview.make')}</SubmitButton>
      </CommandForm>
    </>
  );
}
