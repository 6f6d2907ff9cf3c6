import {
  Bdi,
  CommandForm,
  DateField,
  DateText,
  DescriptionList,
  SubmitButton,
  TextArea,
  TextField,
  usePage,
  FormDetails,
} from '@qantara/ui';
import type { LicenceStep, OpenInstitution } from '../contract/index.ts';
import { grantsPaper } from '../domain/index.ts';
import { LicenceBadge } from './LicenceBadge.tsx';

const ENDING: readonly LicenceStep[] = ['suspend', 'withdraw'];

function LicenceForm({ step, version }: { step: LicenceStep; version: number }) {
  const { t } = usePage();
  const id = `licence-${step}`;
  const label = t(`institutions.licence_step.${step}`);
  return (
    <FormDetails className="step">
      <summary>{label}</summary>
      <CommandForm id={id}>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="step" value={step} />
        {grantsPaper(step) ? (
          <>
            <TextField name="number" label={t('institutions.field.number')} maxLength={60} required />
            <DateField name="issuedOn" label={t('institutions.field.issuedOn')} required />
            <DateField name="validUntil" label={t('institutions.field.validUntil')} required />
            <TextField
              name="authority"
              label={t('institutions.field.authority')}
              width="medium"
              maxLength={200}
              required
            />
          </>
        ) : null}
        <TextArea name="note" label={t('institutions.field.note')} rows={2} maxLength={2000} />
        <SubmitButton intent="licence" kind={ENDING.includes(step) ? 'danger' : 'action'}>
          {label}
        </SubmitButton>
      </CommandForm>
    </FormDetails>
  );
}

/** The licence as it stands, and the steps that this reader may take. */
export function LicenceSection({ institution }: { institution: OpenInstitution }) {
  const { t } = usePage();
  const { licence, licenceSteps, version } = institution;
  return (
    <section aria-labelledby="licence">
      <h2 id="licence">{t('institutions.fact.licence')}</h2>
      <p>
        <LicenceBadge standing={licence.standing} />
      </p>
      {licence.number === null ? null : (
        <DescriptionList
          dense
          items={[
            { label: t('institutions.field.number'), value: <Bdi latin>{licence.number}</Bdi> },
            {
              label: t('institutions.field.issuedOn'),
              value: licence.issuedOn && <DateText value={licence.issuedOn} />,
            },
            {
              label: t('institutions.field.validUntil'),
              value: licence.validUntil && <DateText value={licence.validUntil} />,
            },
            { label: t('institutions.field.authority'), value: licence.authority && <Bdi>{licence.authority}</Bdi> },
          ]}
        />
      )}
      {licenceSteps.map((step) => (
        <LicenceForm key={step} step={step} version={version} />
      ))}
    </section>
  );
}
