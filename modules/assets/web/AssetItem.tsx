import type { Area } from '@qantara/territory/contract';
import { areaName } from '@qantara/territory/web';
import { LocalText, Phone, PointSign, ResultItem, usePage } from '@qantara/ui';
import type { PublicAsset } from '../contract/index.ts';
import { KINDS_ON_MAP } from './kinds-on-map.ts';
import { useAssetName } from './use-asset-name.ts';

type AssetItemProps = { asset: PublicAsset; areas: Area[]; number: string | undefined };

/** One asset in the list, with the number that it has on the map. */
export function AssetItem({ asset, areas, number }: AssetItemProps) {
  const { t, href } = usePage();
  const nameOf = useAssetName(areas);
  const area = areaName(areas, asset.areaId);
  return (
    <ResultItem
      to={href(`/assets/${asset.assetId}`)}
      title={asset.kind === 'skill' ? nameOf(asset) : <LocalText value={asset.name} quiet />}
    >
      <p className="asset-line">
        {number === undefined ? null : (
          <span className="asset-number">
            <span className="vh">{t('assets.list.on_map')} </span>
            {number}
          </span>
        )}
        {asset.kind === 'skill' ? null : <PointSign place={KINDS_ON_MAP.indexOf(asset.kind)} />}
        {t(`assets.kind.${asset.kind}`)}
        {area === null || asset.kind === 'skill' ? null : (
          <>
            {' · '}
            <LocalText value={area} quiet />
          </>
        )}
      </p>
      {asset.description === null ? null : (
        <p className="what">
          <LocalText value={asset.description} quiet />
        </p>
      )}
      {asset.phone === null ? null : <Phone number={asset.phone} />}
    </ResultItem>
  );
}
