import { directionOf } from '@qantara/kernel';
import { areaName } from '@qantara/territory/web';
import type { Area } from '@qantara/territory/contract';
import { LocalText, usePage } from '@qantara/ui';
import type { PublicQuote } from '../contract/index.ts';

const PREFIX = { area: '', age_group: 'disclosure.age_group', role: 'disclosure.role', none: '' } as const;

/** What somebody said, in its own language, and the one thing that is told of them. */
export function QuoteText({ quote, areas }: { quote: PublicQuote; areas: Area[] }) {
  const { t } = usePage();
  const { language, words, attribution, attributedTo } = quote;
  const area = attribution === 'area' ? areaName(areas, attributedTo) : null;
  return (
    <>
      <blockquote lang={language} dir={directionOf(language)}>
        <p>{words}</p>
      </blockquote>
      <p className="hint">
        {area === null ? null : <LocalText value={area} quiet />}
        {PREFIX[attribution] === '' || attributedTo === null ? null : t(`${PREFIX[attribution]}.${attributedTo}`)}
        {attribution === 'none' ? t('disclosure.attribution.none') : null}
      </p>
    </>
  );
}
