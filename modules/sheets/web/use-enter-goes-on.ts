import { useEffect, useRef, type RefObject } from 'react';

const FIELDS = 'input:not([type=hidden]), select, textarea, button[type=submit][value=key]';

/** Whether this key goes on to the next field: Enter, and in a field of several lines not with Shift. */
function goesOn(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.shiftKey && !event.isComposing && !(event.target instanceof HTMLButtonElement);
}

/**
 * Keying without a mouse: the first field is ready when the page comes, and Enter goes on to the next; on the last it stands on the
 * button, so that no sheet is sent by one key too many. Without script Enter sends to be looked at, and keeps nothing.
 */
export function useEnterGoesOn(): RefObject<HTMLDivElement | null> {
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const part = area.current;
    if (part === null) return undefined;
    const wrong = part.querySelector<HTMLElement>('[aria-invalid=true]');
    (wrong ?? part.querySelector<HTMLElement>(FIELDS))?.focus();
    const onKeyDown = (event: KeyboardEvent) => {
      const fields = [...part.querySelectorAll<HTMLElement>(FIELDS)];
      const at = fields.indexOf(event.target as HTMLElement);
      if (at === -1 || !goesOn(event)) return;
      event.preventDefault();
      fields[at + 1]?.focus();
    };
    part.addEventListener('keydown', onKeyDown);
    return () => part.removeEventListener('keydown', onKeyDown);
  }, []);
  return area;
}
