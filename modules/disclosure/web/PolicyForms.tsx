import {
  Checkbox,
  CommandForm,
  DateText,
  NumberField,
  Notice,
  RadioGroup,
  SubmitButton,
  TextArea,
  usePage,
} from '@qantara/ui';
import { Rounding, type Dataset, type KeptPolicy } from '../contract/index.ts';
import { PolicyText } from './PolicyText.tsx';

/** What waits for a second person: they agree or not; who asked is told that it waits. */
export function WaitingPolicy({ asked }: { asked: KeptPolicy }) {
  const { t, can } = usePage();
  return (
    <section>
      <h2>{t('disclosure.asked')}</h2>
      <Notice kind="warning" title={t('disclosure.asked_title')}>
        <p>
          <PolicyText policy={asked.policy} preset={asked.preset} />
        </p>
        <p>
          <q>{asked.reason}</q> – <DateText value={asked.askedAt} />
        </p>
      </Notice>
      {can('disclosure:agree') && !asked.isOwn ? (
        <CommandForm id="answer">
          <input type="hidden" name="policyId" value={asked.policyId} />
          <TextArea name="note" label={t('disclosure.field.note')} rows={2} />
          <SubmitButton intent="agree">{t('disclosure.agree')}</SubmitButton>
          <SubmitButton intent="refuse" kind="plain">
            {t('disclosure.refuse')}
          </SubmitButton>
        </CommandForm>
      ) : (
        <p>{t('disclosure.second_person')}</p>
      )}
    </section>
  );
}

/** Another policy for a dataset: tightening holds at once, loosening waits. */
export function PolicyForm({ dataset }: { dataset: Dataset }) {
  const { t } = usePage();
  const { policy } = dataset;
  return (
    <section>
      <h2>{t('disclosure.change')}</h2>
      <p>{t('disclosure.change_text')}</p>
      <CommandForm id="policy">
        <NumberField
          name="least"
          label={t('disclosure.field.least')}
          hint={t('disclosure.least_hint')}
          defaultValue={String(policy.least)}
          required
        />
        <Checkbox
          name="showsZero"
          label={t('disclosure.field.showsZero')}
          hint={t('disclosure.zero_hint')}
          defaultChecked={policy.showsZero}
        />
        <NumberField
          name="leastPopulation"
          label={t('disclosure.field.leastPopulation')}
          hint={t('disclosure.population_hint')}
          defaultValue={String(policy.leastPopulation)}
          required
        />
        <RadioGroup
          name="rounding"
          label={t('disclosure.field.rounding')}
          options={Rounding.options.map((value) => ({ value, label: t(`disclosure.rounding.${value}`) }))}
          defaultValue={policy.rounding}
          required
        />
        <TextArea name="reason" label={t('disclosure.field.reason')} rows={3} required />
        <SubmitButton intent="ask">{t('disclosure.save')}</SubmitButton>
      </CommandForm>
    </section>
  );
}
