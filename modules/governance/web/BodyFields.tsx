import { organisationChoices } from '@qantara/organisations/web';
import type { Organisation } from '@qantara/organisations/contract';
import { LocalizedTextField, NumberField, SelectField, usePage } from '@qantara/ui';
import { BodyKind, type Body } from '../contract/index.ts';

export type BodyChoices = {
  organisations: Organisation[];
  bodies: Body[];
  colleagues: { accountId: string; displayName: string }[];
  charters: { agreementId: string; title: Body['name'] }[];
};

const NEW = {
  kind: undefined,
  name: null,
  purpose: null,
  organisationId: undefined,
  parentBodyId: '',
  charterId: '',
  secretaryId: '',
  meetsEveryMonths: '',
  quorumPercent: 50,
} as const;

/** What a body is: what for, who hosts and keeps it, how often it meets. */
export function BodyFields({ body, choices }: { body: Body | null; choices: BodyChoices }) {
  const { t, locale, text } = usePage();
  const { organisations, bodies, colleagues, charters } = choices;
  const said = body ?? NEW;
  return (
    <>
      <SelectField
        name="kind"
        label={t('governance.field.kind')}
        options={BodyKind.options.map((value) => ({ value, label: t(`governance.kind.${value}`) }))}
        defaultValue={said.kind}
        required
      />
      <LocalizedTextField name="name" label={t('governance.field.name')} defaultValue={said.name} required />
      <LocalizedTextField
        name="purpose"
        label={t('governance.field.purpose')}
        defaultValue={said.purpose}
        rows={3}
        required
      />
      <SelectField
        name="organisationId"
        label={t('governance.host')}
        options={organisationChoices(organisations, locale)}
        defaultValue={said.organisationId}
        required
      />
      <SelectField
        name="parentBodyId"
        label={t('governance.field.parentBodyId')}
        options={bodies.map(({ bodyId, name }) => ({ value: bodyId, label: text(name).text }))}
        defaultValue={said.parentBodyId ?? ''}
      />
      <SelectField
        name="charterId"
        label={t('governance.field.charterId')}
        hint={t('governance.charter_hint')}
        options={charters.map(({ agreementId, title }) => ({ value: agreementId, label: text(title).text }))}
        defaultValue={said.charterId ?? ''}
      />
      <SelectField
        name="secretaryId"
        label={t('governance.field.secretaryId')}
        hint={t('governance.secretary_hint')}
        options={colleagues.map(({ accountId, displayName }) => ({ value: accountId, label: displayName }))}
        defaultValue={said.secretaryId ?? ''}
      />
      <NumberField
        name="meetsEveryMonths"
        label={t('governance.field.meetsEveryMonths')}
        defaultValue={String(said.meetsEveryMonths ?? '')}
      />
      <NumberField
        name="quorumPercent"
        label={t('governance.field.quorumPercent')}
        hint={t('governance.quorum_hint')}
        defaultValue={String(said.quorumPercent)}
      />
    </>
  );
}
