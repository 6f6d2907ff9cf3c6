import { needPermission } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  PageTitle,
  searchWith,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { AssetKind, assetsRoutes, type NewAsset } from '../contract/index.ts';
import { askedOf } from './asked-of.ts';
import { AssetFields, ConsentFields } from './AssetFields.tsx';
import assetsCss from './assets.css?url';
import { fieldChoices } from './field-choices.ts';
import { labelsOfFields } from './labels-of-fields.ts';

export const handle: PageHandle = { formId: 'asset' };

export function links() {
  return [{ rel: 'stylesheet', href: assetsCss }];
}

/** Which kind is added, by the address: a skill is asked other things than a place. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  needPermission(context, 'asset:write');
  return { kind: askedOf(request).kind ?? 'place', choices: await fieldChoices(context) };
}

/** Adds the asset. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = { ...values.toObject(), kind: askedOf(request).kind ?? 'place' } as NewAsset;
    const { assetId } = await apiOf(context, assetsRoutes).addAsset(input, { commandId });
    return redirect(`/${params['locale']}/work/assets/${assetId}`);
  });
}

/** Something that the community has and that is not on the map yet. */
export default function NewAssetPage() {
  const { kind, choices } = useLoaderData<typeof loader>();
  const { t, search } = usePage();
  const isSkill = kind === 'skill';
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/assets', label: t('assets.kept.title') }]} />
      <PageTitle title={t('assets.kept.add')} lead={<p>{t(`assets.kind_means.${kind}`)}</p>} />
      <nav aria-label={t('field.kind')}>
        <ul className="tags">
          {AssetKind.options.map((one) => (
            <li key={one}>
              <Link to={searchWith(search, { kind: one })} aria-current={one === kind ? 'true' : undefined}>
                {t(`assets.kind.${one}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <CommandForm key={kind} id="asset" action={`?kind=${kind}#asset`} labels={labelsOfFields(t)}>
        <AssetFields asset={null} choices={choices} isSkill={isSkill} />
        {isSkill ? <ConsentFields /> : null}
        <SubmitButton>{t('assets.form.add')}</SubmitButton>
      </CommandForm>
    </>
  );
}
