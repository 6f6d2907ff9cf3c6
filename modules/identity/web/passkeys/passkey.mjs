// Lets a browser use a key where it has one. Everything else on these pages works without it.

const SUPPORTED = 'PublicKeyCredential' in window && 'credentials' in navigator;

function toBytes(text) {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.codePointAt(0) ?? 0);
}

function toText(buffer) {
  const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCodePoint(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function named({ id, ...rest }) {
  return { ...rest, id: toBytes(id) };
}

async function ask(box) {
  const answer = await fetch(box.dataset.start, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: box.dataset.body ?? '{}',
  });
  if (!answer.ok) throw new Error('the server did not ask');
  return answer.json();
}

async function make(options) {
  const publicKey = {
    ...options,
    challenge: toBytes(options.challenge),
    user: named(options.user),
    excludeCredentials: (options.excludeCredentials ?? []).map(named),
  };
  const made = await navigator.credentials.create({ publicKey });
  return {
    clientDataJSON: toText(made.response.clientDataJSON),
    attestationObject: toText(made.response.attestationObject),
    transports: made.response.getTransports?.() ?? [],
    of: made,
  };
}

async function use(options) {
  const publicKey = {
    ...options,
    challenge: toBytes(options.challenge),
    allowCredentials: (options.allowCredentials ?? []).map(named),
  };
  const used = await navigator.credentials.get({ publicKey });
  const { clientDataJSON, authenticatorData, signature, userHandle } = used.response;
  return {
    clientDataJSON: toText(clientDataJSON),
    authenticatorData: toText(authenticatorData),
    signature: toText(signature),
    ...(userHandle === null ? {} : { userHandle: toText(userHandle) }),
    of: used,
  };
}

async function answer(box) {
  const { challengeId, options } = await ask(box);
  const { of, ...response } = await (box.dataset.passkey === 'new' ? make : use)(options);
  const form = box.closest('form');
  form.elements.namedItem('challengeId').value = challengeId;
  form.elements.namedItem('credential').value = JSON.stringify({
    id: of.id,
    rawId: toText(of.rawId),
    type: of.type,
    response,
    clientExtensionResults: of.getClientExtensionResults(),
  });
  form.requestSubmit();
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('[data-passkey-go]') : null;
  const box = button?.closest('[data-passkey]');
  if (!(box instanceof HTMLElement)) return;
  const said = box.querySelector('output');
  // A key belongs to one address: at another one the browser would only say that it has none.
  const isElsewhere = box.dataset.address !== location.origin;
  said.textContent = isElsewhere ? box.dataset.elsewhere : '';
  if (isElsewhere) return;
  button.disabled = true;
  answer(box)
    .catch(() => (said.textContent = box.dataset.failed))
    .finally(() => (button.disabled = false));
});

if (SUPPORTED) document.documentElement.dataset.passkeys = 'on';
