import type { MatchReason } from '@qantara/directory/contract';
import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import { reasonSentence } from './reason-sentence.ts';

const TONES: Record<MatchReason['fit'], StatusTone> = {
  fits: 'done',
  partly: 'waiting',
  unknown: 'neutral',
  does_not_fit: 'stopped',
};
/** What speaks against it first: nobody chooses without having read that. */
const ORDER: readonly MatchReason['fit'][] = ['does_not_fit', 'partly', 'unknown', 'fits'];

function Sentence({ reason }: { reason: MatchReason }) {
  const { t, formats, locale } = usePage();
  return (
    <li>
      <StatusBadge tone={TONES[reason.fit]} label={t(`directory.fit.${reason.fit}`)} />{' '}
      {reasonSentence(reason, { t, formats, locale })}
    </li>
  );
}

/** What speaks against a service and for it, each as a sentence with its state; what is sure and good is folded away. */
export function Reasons({ reasons }: { reasons: MatchReason[] }) {
  const { t } = usePage();
  const told = reasons.filter(({ criterion }) => criterion !== 'need');
  const inOrder = ORDER.flatMap((fit) => told.filter((reason) => reason.fit === fit));
  const fitting = inOrder.filter(({ fit }) => fit === 'fits');
  const others = inOrder.filter(({ fit }) => fit !== 'fits');
  const criteria = fitting.map(({ criterion }) => t(`directory.match.${criterion}`)).join(' · ');
  return (
    <>
      {others.length === 0 ? null : (
        <ul className="match-reasons">
          {others.map((reason) => (
            <Sentence key={reason.criterion} reason={reason} />
          ))}
        </ul>
      )}
      {fitting.length === 0 ? null : (
        <details>
          <summary>{t('referrals.refer.fits', { criteria })}</summary>
          <ul className="match-reasons">
            {fitting.map((reason) => (
              <Sentence key={reason.criterion} reason={reason} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
