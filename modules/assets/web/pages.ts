import type { NavigationTable, PageTable } from '@qantara/ui';

export const assetsPages: PageTable = [
  { path: 'assets', file: 'AssetsPage.tsx', shell: 'public' },
  { path: 'assets/:assetId', file: 'AssetPage.tsx', shell: 'public' },
  { path: 'work/assets', file: 'KeptAssetsPage.tsx', shell: 'staff' },
  { path: 'work/assets/new', file: 'NewAssetPage.tsx', shell: 'staff' },
  { path: 'work/assets/imports', file: 'AssetImportsPage.tsx', shell: 'staff' },
  { path: 'work/assets/imports/:importId', file: 'AssetImportPage.tsx', shell: 'staff' },
  { path: 'work/assets/imports/:importId/refusals.csv', file: 'FeatureRefusalsPage.tsx', shell: 'staff' },
  { path: 'work/assets/:assetId', file: 'KeptAssetPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'assets.nav.public', path: '/assets', may: 'anyone', shell: 'public' },
  { labelKey: 'assets.nav.staff', path: '/work/assets', may: 'asset:read', shell: 'staff' },
];
