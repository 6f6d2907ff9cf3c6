import type { Translate } from '@qantara/kernel';

/** The labels of the fields that `InstitutionFields` hides from the summary of errors. */
export function labelsOfFields(t: Translate): Record<string, string> {
  return {
    name: t('institutions.field.name'),
    kindCode: t('field.kind'),
    organisationId: t('institutions.fact.run_by'),
    phone: t('institutions.fact.phone'),
    capacityApproved: t('institutions.field.capacityApproved'),
    areaId: t('field.areaId'),
    address: t('institutions.field.address'),
    latitude: t('institutions.field.latitude'),
    longitude: t('institutions.field.longitude'),
  };
}
