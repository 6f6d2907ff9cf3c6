import { usePage } from '@qantara/ui';
import { useLoaderData } from 'react-router';
import passkeyScript from './passkey.mjs?url';

type PasskeyButtonProps = {
  /** The route that asks the browser, under `/api`. */
  start: string;
  /** What that route needs to know. */
  input?: Record<string, string>;
  /** A new key, rather than one that is there. */
  isNew?: boolean;
  label: string;
};

/**
 * The button that uses or makes a key, inside a form that sends what the browser answered. Shown only where a browser
 * with script can do it; the page around it works without.
 */
export function PasskeyButton({ start, input = {}, isNew = false, label }: PasskeyButtonProps) {
  const { t, nonce } = usePage();
  const { address } = useLoaderData<{ address: string }>();
  return (
    <div
      className="passkey"
      data-passkey={isNew ? 'new' : 'get'}
      data-start={`/api${start}`}
      data-body={JSON.stringify(input)}
      data-address={address}
      data-failed={t(isNew ? 'identity.passkey.not_made' : 'identity.passkey.not_used')}
      data-elsewhere={t('identity.passkey.elsewhere', { address })}
    >
      <input type="hidden" name="challengeId" />
      <input type="hidden" name="credential" />
      <button type="button" className="button plain" data-passkey-go="">
        {label}
      </button>
      <output />
      <script async type="module" src={passkeyScript} nonce={nonce === '' ? undefined : nonce} />
    </div>
  );
}
