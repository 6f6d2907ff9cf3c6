import { Checkbox, DateField, LocalizedTextField, SelectField, TextArea, usePage } from '@qantara/ui';
import { PolicyKind, PolicyLevel, PolicyPosition, type Policy, type ServedItem } from '../contract/index.ts';

type PolicyFieldsProps = { policy: Policy | null; items: ServedItem[] };

/** A text serves few nodes; who needs more saves and opens the form again. */
const FREE = 3;

function WhatItIs({ policy }: Pick<PolicyFieldsProps, 'policy'>) {
  const { t } = usePage();
  return (
    <>
      <LocalizedTextField
        name="title"
        label={t('policies.field.title')}
        defaultValue={policy?.title ?? null}
        required
      />
      <SelectField
        name="level"
        label={t('policies.field.level')}
        options={PolicyLevel.options.map((value) => ({ value, label: t(`policies.level.${value}`) }))}
        defaultValue={policy?.level}
        required
      />
      <SelectField
        name="kind"
        label={t('policies.field.kind')}
        options={PolicyKind.options.map((value) => ({ value, label: t(`policies.kind.${value}`) }))}
        defaultValue={policy?.kind}
        required
      />
      <LocalizedTextField
        name="body"
        label={t('policies.field.body')}
        hint={t('policies.body_hint')}
        defaultValue={policy?.body ?? null}
        required
      />
      <LocalizedTextField
        name="changes"
        label={t('policies.field.changes')}
        hint={t('policies.changes_hint')}
        rows={4}
        defaultValue={policy?.changes ?? null}
        required
      />
    </>
  );
}

function WhatWeSay({ policy }: Pick<PolicyFieldsProps, 'policy'>) {
  const { t } = usePage();
  return (
    <>
      <SelectField
        name="position"
        label={t('policies.field.position')}
        options={PolicyPosition.options.map((value) => ({ value, label: t(`policies.position.${value}`) }))}
        defaultValue={policy?.position ?? 'watching'}
        required
      />
      <LocalizedTextField
        name="reasons"
        label={t('policies.field.reasons')}
        rows={4}
        defaultValue={policy?.reasons ?? null}
      />
      <LocalizedTextField
        name="decidedBy"
        label={t('policies.field.decidedBy')}
        hint={t('policies.decided_hint')}
        defaultValue={policy?.decidedBy ?? null}
      />
      <DateField name="decidedOn" label={t('policies.field.decidedOn')} defaultValue={policy?.decidedOn ?? null} />
    </>
  );
}

function WhatItServes({ policy, items }: PolicyFieldsProps) {
  const { t, text } = usePage();
  const kept = policy?.serves ?? [];
  const served = kept.map(({ itemId }) => itemId);
  // What it serves of a plan that is kept in the archive is no choice for others, and stays with this one.
  const offered = [...items, ...kept.filter(({ itemId }) => !items.some((one) => one.itemId === itemId))];
  const places = [...served, ...Array.from({ length: FREE }, () => null)].slice(0, 12);
  const options = offered.map(({ itemId, number, title, planName }) => ({
    value: itemId,
    label: `${number} ${text(title).text}`,
    group: text(planName).text,
  }));
  return places.map((itemId, index) => (
    <SelectField
      key={`${index} ${itemId}`}
      name={`itemIds.${index}`}
      label={t('policies.serves_place', { number: index + 1 })}
      emptyLabel={t('policies.serves_nothing')}
      options={options}
      defaultValue={itemId}
    />
  ));
}

function WhatFollows({ policy }: Pick<PolicyFieldsProps, 'policy'>) {
  const { t } = usePage();
  return (
    <>
      <DateField name="nextOn" label={t('policies.field.nextOn')} defaultValue={policy?.nextOn ?? null} />
      <LocalizedTextField
        name="nextStep"
        label={t('policies.field.nextStep')}
        defaultValue={policy?.nextStep ?? null}
      />
      <TextArea
        name="links"
        label={t('policies.field.links')}
        hint={t('policies.links_hint')}
        defaultValue={policy?.links.join('\n') ?? null}
        maxLength={5000}
      />
    </>
  );
}

function WhoReads({ policy }: Pick<PolicyFieldsProps, 'policy'>) {
  const { t } = usePage();
  return <Checkbox name="isPublic" label={t('policies.field.isPublic')} defaultChecked={policy?.isPublic ?? false} />;
}

/** What is written of a text. */
export function PolicyFields(props: PolicyFieldsProps) {
  return (
    <>
      <WhatItIs {...props} />
      <WhatWeSay {...props} />
      <WhatFollows {...props} />
      <WhatItServes {...props} />
      <WhoReads {...props} />
    </>
  );
}
