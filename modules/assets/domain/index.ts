export { areaAt, faultOfPoint, frameOf, type AreaOutline, type Frame } from './area-at.ts';
export { outcomeOf, planImport, type ImportPlan, type KnownAsset } from './plan-import.ts';
export { mayKeep } from './policy.ts';
export { LIMITS, propertiesOf, readCollection, type RawFeature } from './read-collection.ts';
export { readFeatures, type AssetDraft, type ReadFile, type Reading } from './read-feature.ts';
export { representativePoint, type Position } from './representative-point.ts';
