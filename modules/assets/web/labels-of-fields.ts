import type { Translate } from '@qantara/kernel';

/** The labels of the fields that `AssetFields` hides from the summary of errors. */
export function labelsOfFields(t: Translate): Record<string, string> {
  return {
    name: t('assets.field.name'),
    description: t('assets.field.description'),
    areaId: t('field.areaId'),
    latitude: t('assets.field.latitude'),
    longitude: t('assets.field.longitude'),
    tags: t('assets.field.tags'),
    organisationId: t('assets.fact.held_by'),
    phone: t('assets.field.phone'),
    email: t('assets.field.email'),
    website: t('assets.field.website'),
    knownAs: t('assets.field.knownAs'),
    givenOn: t('assets.field.givenOn'),
    givenHow: t('assets.field.givenHow'),
  };
}
