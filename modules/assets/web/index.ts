export { useAssetName } from './use-asset-name.ts';
