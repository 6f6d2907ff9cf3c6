import { readFileSync } from 'node:fs';
import { CHECKPOINT_PURPOSE, openDatabaseOf, vaultOf, verifyAudit, type AuditFault } from '@qantara/platform';
import type { Command } from '../command.ts';
import { using } from './using.ts';

/** In an operator's words, what is wrong. */
const SAYS: Record<AuditFault['what'], string> = {
  changed: 'was changed',
  missing: 'the link before it was removed',
  head_wrong: 'the head is not the last link: the end was cut off, or the head was changed',
  value_changed: 'a value beside the chain was changed',
  value_missing: 'a value beside the chain was removed, and nothing tells that it was erased',
  value_of_nothing: 'stands beside the chain and belongs to nothing in it',
  checkpoint_changed: 'was changed',
  checkpoint_missing: 'is missing',
  checkpoint_not_signed: 'is not signed by the key of this region',
  not_as_kept: 'is not what was kept: history was written anew',
  behind_what_was_kept: 'is older than what was kept: an old backup was put back, or the end was cut off',
};

function sentenceOf(fault: AuditFault): string {
  const place = [
    fault.where,
    fault.stream === undefined ? '' : `stream ${fault.stream}, link ${fault.position ?? 0}`,
    fault.id === undefined || fault.id === '' ? '' : fault.id,
    fault.checkpoint === undefined ? '' : `checkpoint ${fault.checkpoint}`,
  ];
  return `Broken: ${place.filter((part) => part !== '').join(', ')}: ${SAYS[fault.what]}.`;
}

function outsideOf(file: string | undefined): { where: string; lines: string[] } | undefined {
  return file === undefined ? undefined : { where: file, lines: readFileSync(file, 'utf8').split('\n') };
}

const verifyCommand: Command = {
  name: 'audit verify',
  takes: '[--checkpoints <file>] [--key <key>]',
  does: 'read the whole audit, against checkpoints kept outside too, and name all that was changed, removed or put back',
  run: ({ config, options, say }) =>
    using(openDatabaseOf(config), async (database) => {
      const outside = outsideOf(options['checkpoints']);
      const publicKey = options['key'] ?? vaultOf(config.secret).publicKey(CHECKPOINT_PURPOSE);
      const report = await verifyAudit(database.pool, { publicKey, ...(outside === undefined ? {} : { outside }) });
      const { links, rows, erased, checkpoints, kept, broken } = report;
      for (const fault of broken) say(sentenceOf(fault));
      if (broken.length > 0)
        throw new Error(
          `${broken.length} places are broken, of ${links} links. Keep this database as it is and find out why.`,
        );
      const told = `${rows} changes and openings, ${erased} values erased and told so, ${checkpoints} checkpoints, ${kept} kept outside`;
      say(`${links} links, all whole (${told}).`);
      if (outside === undefined)
        say('Without --checkpoints nobody can tell whether an old backup was put back, or everything written anew.');
    }),
};

const keyCommand: Command = {
  name: 'audit key',
  takes: '',
  does: 'print the public key of the checkpoints, to keep where they are kept',
  run: async ({ config, say }) => say(vaultOf(config.secret).publicKey(CHECKPOINT_PURPOSE)),
};

/** The commands about the audit. */
export const auditCommands: Command[] = [verifyCommand, keyCommand];
