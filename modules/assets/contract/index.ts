import { AssetImportStatus, FeatureRefusalCode } from './asset-import.ts';
import { AssetKind, ConsentManner, EndReason } from './asset.ts';

export {
  AssetCollection,
  AssetFeature,
  AssetImport,
  AssetImportId,
  AssetImportOutcome,
  AssetImportStatus,
  AssetMapping,
  CheckAssetImport,
  FeatureRefusal,
  FeatureRefusalCode,
  NewAssetImport,
} from './asset-import.ts';
export {
  Asset,
  AssetId,
  AssetKind,
  AssetMap,
  AssetSearch,
  ConsentManner,
  CorrectAsset,
  EndReason,
  NewAsset,
  PublicAsset,
  SkillConsent,
  StaffSearch,
  Tag,
} from './asset.ts';
export { assetsRoutes } from './routes.ts';
export const enumMessages = {
  'assets.kind': AssetKind,
  'assets.ended_why': EndReason,
  'assets.given_how': ConsentManner,
  'assets.import_status': AssetImportStatus,
  'assets.feature_refusal': FeatureRefusalCode,
};
