import { textIn, type LocalizedText } from '@qantara/kernel';
import type { Area } from '@qantara/territory/contract';
import { areaName } from '@qantara/territory/web';
import { usePage } from '@qantara/ui';
import type { AssetKind } from '../contract/index.ts';

type Named = { kind: AssetKind; name: LocalizedText; areaId: string | null };

/** What an asset is called on a page: a skill by what somebody offers and where, for it names nobody. */
export function useAssetName(areas: Area[]): (asset: Named) => string {
  const { t, locale } = usePage();
  return ({ kind, name, areaId }) => {
    const { text } = textIn(name, locale);
    if (kind !== 'skill') return text;
    const area = areaName(areas, areaId);
    return area === null
      ? t('assets.skill.somewhere', { skill: text })
      : t('assets.skill.in', { skill: text, area: textIn(area, locale).text });
  };
}
