import { usePage } from '@qantara/ui';

/** How large a file is, in words. */
export function useSizeText(): (size: number) => string {
  const { t, formats } = usePage();
  return (size) => t('attachments.size', { kb: formats.number(Math.max(1, Math.round(size / 1024))) });
}
