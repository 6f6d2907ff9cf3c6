import { directionOf } from '@qantara/kernel';
import { LocalText, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { Change } from '../../contract/index.ts';

/** What happened, in one sentence. */
export function useChangeWords(): (change: Change) => string {
  const { t, text } = usePage();
  return ({ kind, from, to, what }) => {
    const told = to === null ? '' : t(`plan.progress.${to}`);
    if (kind === 'progressed')
      return from === null
        ? t('plan.site.first_told', { to: told })
        : t('plan.site.moved', { from: t(`plan.progress.${from}`), to: told });
    if (kind === 'told') return to === null ? t('plan.change.told') : t('plan.site.still', { to: told });
    if (what !== null) return t(`plan.site.${kind}`, { what: text(what).text });
    return t(`plan.change.${kind}`);
  };
}

/** Under the name of what changed: the sentence, how much is done, the plan that came, and the words that stand beside it. */
export function ChangeBody({ change }: { change: Change }) {
  const { t, href, formats } = usePage();
  const wordsOf = useChangeWords();
  const { node, shareDone, story, plan } = change;
  return (
    <>
      {node === null ? null : <p>{wordsOf(change)}</p>}
      {shareDone === null ? null : <p>{t('plan.node.share', { share: formats.percent(shareDone / 100) })}</p>}
      {plan === null ? null : (
        <p>
          <Link to={href(`/plans/${plan.planId}`)}>
            <LocalText value={plan.name} quiet />
          </Link>
        </p>
      )}
      {story === null ? null : (
        <p lang={story.storyLocale} dir={directionOf(story.storyLocale)} className="plan-words">
          {story.story}
        </p>
      )}
    </>
  );
}
