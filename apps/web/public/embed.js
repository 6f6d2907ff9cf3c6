// What a partner's page loads: it puts our page in a frame, as high as what stands in it. The host learns nothing else.
(() => {
  const tag = document.currentScript;
  const { form, lang = 'ar', title = '' } = tag?.dataset ?? {};
  if (!tag || !form) return;
  const home = new URL(tag.src).origin;
  const frame = document.createElement('iframe');
  frame.src = `${home}/${encodeURIComponent(lang)}/embed/${encodeURIComponent(form)}`;
  frame.title = title;
  // Its own origin, so that its forms come from it; never the host's, which is another.
  frame.setAttribute(
    'sandbox',
    'allow-forms allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  );
  frame.referrerPolicy = 'no-referrer';
  Object.assign(frame.style, { border: '0', display: 'block', height: '40rem', width: '100%' });
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== home || typeof data !== 'object' || data === null) return;
    if (data.qantara === 'height' && Number.isFinite(data.height))
      frame.style.height = `${Math.min(Math.max(Math.ceil(data.height), 200), 20_000)}px`;
    if (data.qantara === 'done') frame.dispatchEvent(new CustomEvent('qantara-done', { bubbles: true }));
  });
  tag.after(frame);
})();
