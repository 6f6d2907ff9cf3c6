import type { LocalizedText } from '@qantara/kernel';
import {
  Bdi,
  CommandForm,
  DateField,
  DateText,
  DescriptionList,
  LocalText,
  NumberField,
  NumberText,
  Phone,
  SubmitButton,
  usePage,
  FormDetails,
} from '@qantara/ui';
import type { OpenInstitution } from '../contract/index.ts';

type InstitutionFactsProps = { institution: OpenInstitution; area: LocalizedText | null; today: string };

function Place({ institution, area }: Omit<InstitutionFactsProps, 'today'>) {
  const { t } = usePage();
  if (institution.isConfidential) return t('institutions.said.secret');
  return (
    <>
      {area === null ? null : <LocalText value={area} quiet />}
      {area === null || institution.address === null ? null : ' · '}
      {institution.address === null ? null : <Bdi>{institution.address}</Bdi>}
    </>
  );
}

function CountForm({ institution, today }: Omit<InstitutionFactsProps, 'area'>) {
  const { t } = usePage();
  return (
    <FormDetails className="step">
      <summary>{t('institutions.open.count')}</summary>
      <CommandForm id="places">
        <NumberField
          name="placesOccupied"
          label={t('institutions.field.placesOccupied')}
          defaultValue={institution.placesOccupied}
          required
        />
        <DateField name="occupiedOn" label={t('institutions.field.occupiedOn')} defaultValue={today} required />
        <SubmitButton intent="places">{t('institutions.open.count_save')}</SubmitButton>
      </CommandForm>
    </FormDetails>
  );
}

/** What the register says of an institution, and how many live there. */
export function InstitutionFacts({ institution, area, today }: InstitutionFactsProps) {
  const { t, can } = usePage();
  const { phone, organisationName, placesOccupied, occupiedOn, capacityApproved, compliance } = institution;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t('institutions.open.facts')}</h2>
      <DescriptionList
        dense
        items={[
          {
            label: t('institutions.fact.run_by'),
            value: organisationName && <LocalText value={organisationName} quiet />,
          },
          { label: t('institutions.fact.where'), value: <Place institution={institution} area={area} /> },
          { label: t('institutions.fact.phone'), value: phone === null ? null : <Phone number={phone} /> },
          { label: t('institutions.field.capacityApproved'), value: <NumberText value={capacityApproved} /> },
          {
            label: t('institutions.field.placesOccupied'),
            value:
              placesOccupied === null || occupiedOn === null ? null : (
                <>
                  <NumberText value={placesOccupied} />{' '}
                  <span className="age">
                    {t('institutions.said.counted')} <DateText value={occupiedOn} />
                  </span>
                </>
              ),
          },
          {
            label: t('institutions.open.next'),
            value: compliance.nextInspectionDueOn && <DateText value={compliance.nextInspectionDueOn} />,
          },
        ]}
      />
      {can('institution:correct') ? <CountForm institution={institution} today={today} /> : null}
    </section>
  );
}
