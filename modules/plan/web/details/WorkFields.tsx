import { DateField, LocalizedTextField, NumberField, SelectField, TextField, usePage } from '@qantara/ui';
import { FundingSource, PromiseState } from '../../contract/index.ts';
import { DetailRows } from './DetailRows.tsx';
import type { DetailChoices } from './load-details.ts';

type Given = { choices: DetailChoices };

/** Organisations beside the lead, and what each promised. */
export function PartnerFields({ choices }: Given) {
  const { t, text } = usePage();
  const options = choices.organisations.map(({ organisationId, name }) => ({
    value: organisationId as string,
    label: text(name).text,
  }));
  return (
    <DetailRows
      rows={choices.written.details.partners}
      legend={(number) => t('plan.details.partner', { number })}
      render={(row, at) => (
        <>
          <SelectField
            name={`partners.${at}.organisationId`}
            label={t('plan.field.organisationId')}
            options={options}
            emptyLabel={t('plan.details.choose')}
            defaultValue={row?.organisationId}
          />
          <LocalizedTextField
            name={`partners.${at}.promise`}
            label={t('plan.field.promise')}
            defaultValue={row?.promise ?? null}
          />
          <SelectField
            name={`partners.${at}.state`}
            label={t('plan.field.state')}
            options={PromiseState.options.map((value) => ({ value, label: t(`plan.promise.${value}`) }))}
            defaultValue={row?.state ?? 'open'}
          />
        </>
      )}
    />
  );
}

/** What is to be reached by which day, and when it was. */
export function MilestoneFields({ choices }: Given) {
  const { t } = usePage();
  return (
    <DetailRows
      rows={choices.written.details.milestones}
      legend={(number) => t('plan.details.milestone', { number })}
      render={(row, at) => (
        <>
          <LocalizedTextField
            name={`milestones.${at}.words`}
            label={t('plan.field.words')}
            defaultValue={row?.words ?? null}
          />
          <DateField name={`milestones.${at}.dueOn`} label={t('plan.field.dueOn')} defaultValue={row?.dueOn ?? null} />
          <DateField
            name={`milestones.${at}.doneOn`}
            label={t('plan.field.doneOn')}
            defaultValue={row?.doneOn ?? null}
          />
        </>
      )}
    />
  );
}

/** Money by source: planned, and spent so far. */
export function BudgetFields({ choices }: Given) {
  const { t } = usePage();
  return (
    <DetailRows
      rows={choices.written.details.budget}
      legend={(number) => t('plan.details.budget_line', { number })}
      render={(row, at) => (
        <>
          <LocalizedTextField
            name={`budget.${at}.words`}
            label={t('plan.field.words')}
            defaultValue={row?.words ?? null}
          />
          <SelectField
            name={`budget.${at}.source`}
            label={t('plan.field.source')}
            options={FundingSource.options.map((value) => ({ value, label: t(`plan.funding.${value}`) }))}
            emptyLabel={t('plan.details.choose')}
            defaultValue={row?.source}
          />
          <TextField name={`budget.${at}.funder`} label={t('plan.field.funder')} defaultValue={row?.funder} />
          <TextField
            name={`budget.${at}.currency`}
            label={t('plan.field.currency')}
            hint={t('plan.details.currency_hint')}
            width="short"
            latin
            defaultValue={row?.currency}
          />
          <NumberField
            name={`budget.${at}.planned`}
            label={t('plan.field.planned')}
            defaultValue={row?.planned ?? ''}
            decimals
          />
          <NumberField
            name={`budget.${at}.spent`}
            label={t('plan.field.spent')}
            defaultValue={row?.spent ?? ''}
            decimals
          />
        </>
      )}
    />
  );
}
