import type { AssetMapping } from '../contract/index.ts';

type TextOf = Exclude<keyof AssetMapping, 'kindOtherwise' | 'showsContact'>;

/** What properties are mostly called, as OpenStreetMap and the offices of towns name them. */
const USUAL: Record<TextOf, readonly string[]> = {
  nameAr: ['name:ar', 'name_ar', 'nom_ar', 'الاسم', 'اسم'],
  nameFr: ['name:fr', 'name_fr', 'nom', 'nom_fr', 'libelle'],
  nameEn: ['name:en', 'name_en', 'name', 'title'],
  descriptionAr: ['description:ar', 'description_ar', 'الوصف', 'وصف'],
  descriptionFr: ['description:fr', 'description_fr', 'descriptif'],
  descriptionEn: ['description:en', 'description_en', 'description', 'note'],
  kindProperty: ['kind', 'type', 'categorie', 'category', 'النوع', 'نوع'],
  tagsProperty: ['tags', 'keywords', 'mots_cles'],
  phoneProperty: ['phone', 'telephone', 'tel', 'contact:phone', 'الهاتف'],
  emailProperty: ['email', 'contact:email', 'courriel'],
  websiteProperty: ['website', 'url', 'site', 'contact:website'],
  keyProperty: [],
};

/** A mapping to begin with for a source that was never taken in: what its properties are called says what they may be. */
export function guessedMapping(properties: readonly string[]): Record<TextOf, string> {
  const find = (usual: readonly string[]): string =>
    usual.flatMap((name) => properties.filter((property) => property.toLowerCase() === name))[0] ?? '';
  return Object.fromEntries(Object.entries(USUAL).map(([field, usual]) => [field, find(usual)])) as Record<
    TextOf,
    string
  >;
}
