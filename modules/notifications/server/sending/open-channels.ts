import type { AnyCtx } from '@qantara/platform';
import { NoticeChannel } from '../../contract/index.ts';

/** Which ways out the region has. */
export function openChannels({ outside: { messenger } }: Pick<AnyCtx, 'outside'>): ReadonlySet<NoticeChannel> {
  const open: Record<NoticeChannel, boolean> = {
    email: messenger.mail.way !== 'off',
    sms: messenger.sms.way !== 'off',
  };
  return new Set(NoticeChannel.options.filter((channel) => open[channel]));
}
