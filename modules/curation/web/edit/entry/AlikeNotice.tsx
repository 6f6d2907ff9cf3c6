import { Checkbox, LocalText, Notice, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { LikeRecord } from '../../../contract/index.ts';

/** What is there already and may be the same: to be opened, or said to be another. */
export function AlikeNotice({ alike }: { alike: LikeRecord[] }) {
  const { t, href, formats } = usePage();
  return (
    <>
      <Notice kind="warning" title={t('curation.alike.title')} isNews>
        <p>{t('curation.alike.text')}</p>
        <ul className="alike">
          {alike.map((one) => (
            <li key={one.id}>
              <Link
                to={href(
                  one.object === 'service' ? `/curation/services/${one.id}` : `/curation/organisations/${one.id}`,
                )}
              >
                <LocalText value={one.name} quiet />
              </Link>
              {one.of === null ? null : (
                <>
                  {' · '}
                  <LocalText value={one.of} quiet />
                </>
              )}
              <span className="hint">
                {' '}
                {formats.list(one.reasons.map((reason) => t(`curation.pair_reason.${reason}`)))}
              </span>
            </li>
          ))}
        </ul>
      </Notice>
      <Checkbox name="isSureNew" label={t('curation.field.isSureNew')} required />
    </>
  );
}
