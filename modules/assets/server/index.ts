import { refuse } from '@qantara/kernel';
import { serverModule } from '@qantara/platform';
import { assetsRoutes } from '../contract/index.ts';
import { findImport, listImports, listRefusals } from './asset-import-store.ts';
import { exportAssets, findAssets, getAssetMap, getPublicAsset } from './find-assets.ts';
import { checkAssetImport, discardAssetImport, readAssetFile, writeAssetImport } from './import-assets.ts';
import { addAsset, correctAsset, getAsset, listAssets, withdrawAsset, withdrawSkillConsent } from './keep-asset.ts';
import type { AssetsTables } from './tables.gen.ts';

export const assetsModule = serverModule<typeof assetsRoutes, AssetsTables>({
  name: 'assets',
  routes: assetsRoutes,
  handlers: {
    findAssets,
    getAssetMap,
    exportAssets,
    getPublicAsset,
    listAssets,
    getAsset,
    addAsset,
    correctAsset,
    withdrawAsset,
    withdrawSkillConsent,
    readAssetFile,
    listAssetImports: async (ctx) => ({ imports: await listImports(ctx.db) }),
    getAssetImport: async (ctx, { importId }) =>
      (await findImport(ctx.db, importId)) ?? refuse('asset_import_not_found'),
    listFeatureRefusals: async (ctx, { importId, page, perPage }) => {
      if ((await findImport(ctx.db, importId)) === undefined) refuse('asset_import_not_found');
      return { ...(await listRefusals(ctx.db, { importId, page, perPage })), page, perPage, total: null };
    },
    checkAssetImport,
    writeAssetImport,
    discardAssetImport,
  },
});
