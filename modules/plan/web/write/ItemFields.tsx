import {
  CheckboxGroup,
  DateField,
  LocalizedTextField,
  NumberField,
  SelectField,
  TextField,
  usePage,
} from '@qantara/ui';
import { FrameworkArea, Lever, type Item } from '../../contract/index.ts';
import type { ItemChoices } from './load-item-choices.ts';

type Begin = Partial<Item> | null;
type ItemFieldsProps = { item: Begin; choices: ItemChoices };

/** Where a node stands: its level, number, what it is under, and what it serves in the plan above. */
function PlaceFields({ item, choices }: ItemFieldsProps) {
  const { t, text } = usePage();
  const { plan, above } = choices;
  const choiceOf = ({ itemId, number, title }: Pick<Item, 'itemId' | 'number' | 'title'>) => ({
    value: itemId as string,
    label: `${number} ${text(title).text}`,
  });
  return (
    <>
      <SelectField
        name="levelCode"
        label={t('plan.field.levelCode')}
        options={plan.levels.map(({ code, name }) => ({ value: code, label: text(name).text }))}
        defaultValue={item?.levelCode}
        required
      />
      <TextField
        name="number"
        label={t('plan.field.number')}
        hint={t('plan.write.number_hint')}
        defaultValue={item?.number}
        required
      />
      <SelectField
        name="parentItemId"
        label={t('plan.field.parentItemId')}
        options={plan.items.filter(({ itemId }) => itemId !== item?.itemId).map(choiceOf)}
        emptyLabel={t('plan.write.at_the_top')}
        defaultValue={item?.parentItemId}
      />
      {above.length === 0 ? null : (
        <SelectField
          name="servesItemId"
          label={t('plan.field.servesItemId')}
          options={above.map((one) => ({ ...choiceOf(one), group: text(one.planName).text }))}
          emptyLabel={t('plan.write.serves_none')}
          defaultValue={item?.servesItemId}
        />
      )}
    </>
  );
}

function EffortFields({ item, choices }: ItemFieldsProps) {
  const { t, text, locale } = usePage();
  const organisations = choices.organisations
    .map(({ organisationId, name }) => ({ value: organisationId as string, label: text(name).text }))
    .toSorted((one, other) => one.label.localeCompare(other.label, locale));
  return (
    <>
      <CheckboxGroup
        name="frameworkAreas"
        label={t('plan.field.frameworkAreas')}
        options={FrameworkArea.options.map((value) => ({ value, label: t(`plan.framework.${value}`) }))}
        defaultValue={item?.frameworkAreas ?? []}
      />
      <SelectField
        name="lever"
        label={t('plan.field.lever')}
        options={Lever.options.map((value) => ({ value, label: t(`plan.lever.${value}`) }))}
        defaultValue={item?.lever}
      />
      <SelectField
        name="leadOrganisationId"
        label={t('plan.field.leadOrganisationId')}
        options={organisations}
        emptyLabel={t('plan.write.no_lead_yet')}
        defaultValue={item?.leadOrganisationId}
      />
    </>
  );
}

function TimeFields({ item }: Pick<ItemFieldsProps, 'item'>) {
  const { t } = usePage();
  return (
    <>
      <NumberField
        name="weight"
        label={t('plan.field.weight')}
        hint={t('plan.write.weight_hint')}
        defaultValue={item?.weight ?? 1}
        decimals
      />
      <DateField name="startsOn" label={t('plan.field.startsOn')} defaultValue={item?.startsOn ?? null} />
      <DateField name="dueOn" label={t('plan.field.dueOn')} defaultValue={item?.dueOn ?? null} />
    </>
  );
}

/** A node's words, its place and who leads it. */
export function ItemFields({ item, choices }: ItemFieldsProps) {
  const { t } = usePage();
  return (
    <>
      <LocalizedTextField name="title" label={t('plan.field.title')} defaultValue={item?.title ?? null} required />
      <LocalizedTextField
        name="description"
        label={t('plan.field.description')}
        rows={3}
        defaultValue={item?.description ?? null}
      />
      <PlaceFields item={item} choices={choices} />
      <EffortFields item={item} choices={choices} />
      <TimeFields item={item} />
    </>
  );
}
