import { RefusalNotice } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  ButtonLink,
  CommandForm,
  ConfirmDialog,
  DateText,
  DescriptionList,
  LocalText,
  Notice,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { assetsRoutes, type Asset, type AssetId, type CorrectAsset, type SkillConsent } from '../contract/index.ts';
import { AssetFields } from './AssetFields.tsx';
import assetsCss from './assets.css?url';
import { fieldChoices } from './field-choices.ts';
import { labelsOfFields } from './labels-of-fields.ts';
import { useAssetName } from './use-asset-name.ts';

export const handle: PageHandle = { formId: 'asset' };

export function links() {
  return [{ rel: 'stylesheet', href: assetsCss }];
}

/** The asset as we keep it, and what can be chosen to correct it. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const assetId = (params['assetId'] ?? '') as AssetId;
  return { ...(await apiOf(context, assetsRoutes).getAsset({ assetId })), choices: await fieldChoices(context) };
}

/** Corrects it, takes it out, or takes a consent back; after the last there is nothing left to come back to. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const assetId = (params['assetId'] ?? '') as AssetId;
    const api = apiOf(context, assetsRoutes);
    const intent = values.text('intent');
    const list = `/${params['locale']}/work/assets`;
    if (intent === 'withdraw-consent') {
      await api.withdrawSkillConsent({ assetId }, { commandId });
      return redirect(list);
    }
    if (intent === 'withdraw') await api.withdrawAsset({ assetId }, { commandId });
    else await api.correctAsset({ ...values.toObject(), assetId } as CorrectAsset, { commandId });
    return redirect(`${list}/${assetId}`);
  });
}

function Consent({ consent }: { consent: SkillConsent }) {
  const { t } = usePage();
  return (
    <section aria-labelledby="consent">
      <h2 id="consent">{t('assets.form.consent')}</h2>
      <DescriptionList
        dense
        items={[
          { label: t('assets.field.knownAs'), value: consent.knownAs === null ? null : <Bdi>{consent.knownAs}</Bdi> },
          { label: t('assets.field.givenOn'), value: <DateText value={consent.givenOn} /> },
          { label: t('assets.field.givenHow'), value: t(`assets.given_how.${consent.givenHow}`) },
        ]}
      />
      <ConfirmDialog label={t('assets.keep.take_back')} title={t('assets.keep.take_back_title')} kind="danger">
        <CommandForm id="withdraw-consent">
          <p>{t('assets.keep.take_back_text')}</p>
          <SubmitButton intent="withdraw-consent" kind="danger">
            {t('assets.keep.take_back')}
          </SubmitButton>
        </CommandForm>
      </ConfirmDialog>
    </section>
  );
}

function Ended({ asset }: { asset: Asset }) {
  const { t } = usePage();
  if (asset.endedAt === null || asset.endedWhy === null) return null;
  return (
    <Notice title={t(`assets.ended_why.${asset.endedWhy}`)}>
      <p>
        <DateText value={asset.endedAt} />
      </p>
    </Notice>
  );
}

/** One asset to be corrected, or taken out. */
export default function KeptAssetPage() {
  const { asset, consent, mayWrite, choices } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const isKept = mayWrite && asset.endedAt === null;
  const isSkill = asset.kind === 'skill';
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/assets', label: t('assets.kept.title') }]} />
      <PageTitle title={useAssetName(choices.areas)(asset)} eyebrow={t(`assets.kind.${asset.kind}`)}>
        {asset.endedAt === null ? (
          <ButtonLink to={href(`/assets/${asset.assetId}`)}>{t('assets.kept.public')}</ButtonLink>
        ) : null}
      </PageTitle>
      <RefusalNotice title={t('assets.keep.changed')} shownForms={isKept ? ['asset', 'withdraw'] : []} />
      <Ended asset={asset} />
      {asset.source === null ? null : (
        <Notice>
          <p>
            {t('assets.keep.from_source')} <Bdi>{asset.source}</Bdi>
          </p>
        </Notice>
      )}
      {consent === null ? null : <Consent consent={consent} />}
      {isKept ? (
        <>
          {asset.isConfidential ? <p className="hint">{t('assets.form.hidden_hint')}</p> : null}
          <CommandForm id="asset" labels={labelsOfFields(t)}>
            <input type="hidden" name="version" value={asset.version} />
            <AssetFields asset={asset} choices={choices} isSkill={isSkill} />
            <SubmitButton>{t('assets.form.save')}</SubmitButton>
          </CommandForm>
          <ConfirmDialog label={t('assets.keep.withdraw')} title={t('assets.keep.withdraw_title')}>
            <CommandForm id="withdraw">
              <p>{t('assets.keep.withdraw_text')}</p>
              <SubmitButton intent="withdraw" kind="danger">
                {t('assets.keep.withdraw')}
              </SubmitButton>
            </CommandForm>
          </ConfirmDialog>
        </>
      ) : (
        <p className="long-text">
          <LocalText value={asset.description} />
        </p>
      )}
    </>
  );
}
