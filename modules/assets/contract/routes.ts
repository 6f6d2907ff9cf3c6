import { pageOf, Paging, route } from '@qantara/kernel';
import { z } from 'zod';
import {
  AssetCollection,
  AssetImport,
  AssetImportId,
  CheckAssetImport,
  FeatureRefusal,
  NewAssetImport,
} from './asset-import.ts';
import {
  Asset,
  AssetId,
  AssetMap,
  AssetSearch,
  CorrectAsset,
  NewAsset,
  PublicAsset,
  SkillConsent,
  StaffSearch,
} from './asset.ts';

const Saved = z.object({ assetId: AssetId });
const OneImport = z.object({ importId: AssetImportId });
const KEEPING = ['area_not_found', 'organisation_not_found', 'coordinates_incomplete', 'skill_has_no_point'];

export const assetsRoutes = {
  findAssets: route({
    path: 'GET /public/assets',
    may: 'anyone',
    input: AssetSearch,
    output: pageOf(PublicAsset),
    refusals: [],
    offline: 'read',
  }),
  // Before the asset by its identifier, which would take these addresses for one.
  getAssetMap: route({
    path: 'GET /public/assets/map',
    may: 'anyone',
    input: AssetSearch.omit({ page: true, perPage: true }),
    output: AssetMap,
    refusals: [],
  }),
  exportAssets: route({
    path: 'GET /public/assets/geojson',
    may: 'anyone',
    input: AssetSearch.omit({ page: true, perPage: true }),
    output: AssetCollection,
    refusals: [],
  }),
  getPublicAsset: route({
    path: 'GET /public/assets/:assetId',
    may: 'anyone',
    input: z.object({ assetId: AssetId }),
    output: PublicAsset,
    refusals: ['asset_not_found'],
    offline: 'read',
  }),
  listAssets: route({
    path: 'GET /assets',
    may: 'asset:read',
    input: StaffSearch,
    output: pageOf(Asset),
    refusals: [],
  }),
  getAsset: route({
    path: 'GET /assets/:assetId',
    may: 'asset:read',
    input: z.object({ assetId: AssetId }),
    output: z.object({ asset: Asset, consent: SkillConsent.nullable(), mayWrite: z.boolean() }),
    refusals: ['asset_not_found'],
    opens: true,
  }),
  addAsset: route({
    path: 'POST /assets',
    may: 'asset:write',
    input: NewAsset,
    output: Saved,
    refusals: ['consent_needed', 'skill_of_another_organisation', 'date_to_come', ...KEEPING],
  }),
  correctAsset: route({
    path: 'POST /assets/:assetId',
    may: 'asset:write',
    input: CorrectAsset,
    output: Saved,
    refusals: ['asset_not_found', 'asset_changed', ...KEEPING],
  }),
  withdrawAsset: route({
    path: 'POST /assets/:assetId/withdraw',
    may: 'asset:write',
    input: z.object({ assetId: AssetId }),
    output: Saved,
    refusals: ['asset_not_found', 'asset_already_ended'],
  }),
  withdrawSkillConsent: route({
    path: 'POST /assets/:assetId/withdraw-consent',
    may: 'asset:write',
    input: z.object({ assetId: AssetId }),
    output: Saved,
    refusals: ['asset_not_found', 'not_a_skill'],
  }),
  readAssetFile: route({
    path: 'POST /asset-imports',
    may: 'asset:import',
    input: NewAssetImport,
    output: AssetImport,
    refusals: ['file_too_large', 'file_too_deep', 'file_too_many', 'file_unreadable', 'file_not_a_collection'],
  }),
  listAssetImports: route({
    path: 'GET /asset-imports',
    may: 'asset:import',
    input: z.object({}),
    output: z.object({ imports: z.array(AssetImport) }),
    refusals: [],
  }),
  getAssetImport: route({
    path: 'GET /asset-imports/:importId',
    may: 'asset:import',
    input: OneImport,
    output: AssetImport,
    refusals: ['asset_import_not_found'],
  }),
  listFeatureRefusals: route({
    path: 'GET /asset-imports/:importId/refusals',
    may: 'asset:import',
    input: Paging.extend({ importId: AssetImportId, perPage: z.coerce.number().int().min(1).max(1000).default(50) }),
    output: pageOf(FeatureRefusal),
    refusals: ['asset_import_not_found'],
  }),
  checkAssetImport: route({
    path: 'POST /asset-imports/:importId/check',
    may: 'asset:import',
    input: CheckAssetImport,
    output: AssetImport,
    refusals: ['asset_import_not_found', 'asset_import_ended', 'name_property_needed', 'kind_property_needed'],
  }),
  writeAssetImport: route({
    path: 'POST /asset-imports/:importId/write',
    may: 'asset:import',
    input: OneImport,
    output: AssetImport,
    refusals: ['asset_import_not_found', 'asset_import_ended', 'asset_import_not_checked'],
  }),
  discardAssetImport: route({
    path: 'POST /asset-imports/:importId/discard',
    may: 'asset:import',
    input: OneImport,
    output: AssetImport,
    refusals: ['asset_import_not_found', 'asset_import_ended'],
  }),
};
