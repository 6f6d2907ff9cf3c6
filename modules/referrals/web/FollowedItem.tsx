import { isolate } from '@qantara/kernel';
import { CommandForm, FormDetails, LocalText, SubmitButton, Timeline, usePage } from '@qantara/ui';
import { Confirmation, type FollowedReferral } from '../contract/index.ts';
import { followedStory } from './followed-story.ts';
import { FollowedWaiting } from './waiting/FollowedWaiting.tsx';
import { StatusOfReferral } from './StatusOfReferral.tsx';

function Answers({ referral }: { referral: FollowedReferral }) {
  const { t } = usePage();
  return (
    <CommandForm id={`confirm-${referral.referralId}`}>
      <input type="hidden" name="referralId" value={referral.referralId} />
      <p className="hint">{t('referrals.follow.your_word')}</p>
      <div className="actions">
        {Confirmation.options.map((option) => (
          <SubmitButton key={option} intent={option} kind="plain">
            {t(`referrals.confirmation.${option}`)}
          </SubmitButton>
        ))}
      </div>
    </CommandForm>
  );
}

function Word({ referral }: { referral: FollowedReferral }) {
  const { t, href } = usePage();
  if (!referral.mayConfirm) return null;
  if (referral.confirmation === null)
    return (
      <>
        <h3>{t('referrals.follow.did_you')}</h3>
        <Answers referral={referral} />
      </>
    );
  return (
    <>
      <p>
        <strong>
          {t('referrals.follow.you_said', { answer: t(`referrals.confirmation.${referral.confirmation}`) })}
        </strong>
        {referral.rating === null ? null : ` – ${t(`referrals.rating.${referral.rating}`)}`}
        {referral.whyNot === null ? null : ` – ${t(`referrals.why_not.${referral.whyNot}`)}`}
      </p>
      <p>
        <a href={href(`/follow/words/${referral.referralId}`)}>
          {t(
            referral.rating === null && referral.whyNot === null
              ? 'referrals.words.say_more'
              : 'referrals.words.change',
          )}
        </a>
      </p>
      <FormDetails formId={`confirm-${referral.referralId}`}>
        <summary>{t('referrals.follow.change')}</summary>
        <Answers referral={referral} />
      </FormDetails>
    </>
  );
}

/** One thing that help was asked with: where it stands, what happened, and whether help came. */
export function FollowedItem({ referral }: { referral: FollowedReferral }) {
  const { t, text, href } = usePage();
  const organisation = isolate(
    referral.organisationName === null ? t('referrals.follow.partners') : text(referral.organisationName).text,
  );
  return (
    <section className="result">
      <h2>
        <LocalText value={referral.needName} quiet />
      </h2>
      <p>
        <StatusOfReferral status={referral.status} />
      </p>
      <p>
        {referral.organisationName === null && referral.status === 'requested'
          ? t('referrals.follow.asked_several')
          : t(`referrals.follow.status.${referral.status}`, { organisation })}
      </p>
      <details>
        <summary>{t('referrals.follow.story')}</summary>
        <Timeline
          label={t('referrals.follow.story')}
          entries={followedStory(referral).map(({ at, key }) => ({
            key,
            at,
            title: t(`referrals.follow.${key}`, { organisation }),
          }))}
        />
      </details>
      <FollowedWaiting referral={referral} />
      <Word referral={referral} />
      {referral.mayWithdraw ? (
        <p>
          <a href={href(`/follow/stop?of=${referral.referralId}`)}>{t('referrals.follow.stop_one')}</a>
        </p>
      ) : null}
    </section>
  );
}
