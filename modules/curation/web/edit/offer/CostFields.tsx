import { Checkbox, Fieldset, LocalizedTextField, NumberField, TextField, usePage, type UsedPage } from '@qantara/ui';
import type { CostRow } from '../../../contract/index.ts';

const BLANK_ROWS = 2;
const FIELDS = ['isFree', 'amount', 'currency', 'costText'] as const;

/** The labels of all prices, for the summary of errors. */
export function costLabels(t: UsedPage['t'], costs: CostRow[]): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: costs.length + BLANK_ROWS }, (_, index) =>
      FIELDS.map((field) => [
        `costs.${index}.${field}`,
        t('curation.offer.cost_field', { row: index + 1, field: t(`curation.field.${field}`) }),
      ]),
    ).flat(),
  );
}

function CostFieldsRow({ cost, index, currency }: { cost: CostRow | null; index: number; currency: string | null }) {
  const { t } = usePage();
  const name = (field: string) => `costs.${index}.${field}`;
  return (
    <fieldset className="fieldset cost-row">
      <legend>{t('curation.offer.cost', { row: index + 1 })}</legend>
      {cost === null ? null : <input type="hidden" name={name('costId')} value={cost.costId ?? ''} />}
      <Checkbox
        name={name('isFree')}
        label={t('curation.field.isFree')}
        defaultChecked={cost?.isFree === true}
        required
      />
      <div className="hours-times">
        <NumberField name={name('amount')} label={t('curation.field.amount')} decimals defaultValue={cost?.amount} />
        <TextField
          name={name('currency')}
          label={t('curation.field.currency')}
          width="short"
          maxLength={3}
          defaultValue={cost === null ? currency : cost.currency}
          latin
        />
      </div>
      <LocalizedTextField
        name={name('costText')}
        label={t('curation.field.costText')}
        defaultValue={cost?.costText ?? null}
      />
      {cost === null ? null : <Checkbox name={name('isRemoved')} label={t('curation.offer.remove_cost')} required />}
    </fieldset>
  );
}

/** What it costs, for whom: those prices that stand, and room for two more. Blank ones are dropped. */
export function CostFields({ costs, currency }: { costs: CostRow[]; currency: string | null }) {
  const { t } = usePage();
  const rows = [...costs, ...Array.from({ length: BLANK_ROWS }, () => null)];
  return (
    <details className="more-fields" open={costs.length > 0}>
      <summary>{t('curation.offer.costs')}</summary>
      <Fieldset legend={t('curation.offer.costs')} hint={t('curation.offer.costs_hint')}>
        {rows.map((cost, index) => (
          <CostFieldsRow key={cost?.costId ?? index} cost={cost} index={index} currency={currency} />
        ))}
      </Fieldset>
    </details>
  );
}
