import { directionOf } from '@qantara/kernel';
import { usePage } from '@qantara/ui';
import type { Suggested } from '../../contract/index.ts';

/** What somebody suggested, in their words, beside the form in which it is entered; saving there takes it. */
export function SuggestedBeside({ suggested }: { suggested: Suggested | null }) {
  const { t } = usePage();
  if (suggested === null) return null;
  return (
    <aside className="suggested" aria-label={t('curation.hand.suggested')}>
      <p className="beside-title">{t('curation.hand.suggested')}</p>
      <p className="said" lang={suggested.locale} dir={directionOf(suggested.locale)}>
        {suggested.value}
      </p>
      {suggested.isTaken ? <p className="hint">{t('curation.hand.is_taken')}</p> : null}
    </aside>
  );
}

/** Carries along which suggestion is taken by what is saved. */
export function SuggestedInput({ suggested }: { suggested: Suggested | null }) {
  if (suggested === null || suggested.isTaken) return null;
  return (
    <>
      <input type="hidden" name="suggestionId" value={suggested.suggestionId} />
      <input type="hidden" name="suggestionVersion" value={suggested.version} />
    </>
  );
}
