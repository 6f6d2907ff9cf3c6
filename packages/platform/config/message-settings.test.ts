import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { CaptureRefused, messengerOf } from '../messages/messenger-of.ts';
import { readConfig } from './config.ts';

const QANTARA_DATA = mkdtempSync(join(tmpdir(), 'qantara-messages-'));
const read = (settings: Record<string, string>) => readConfig({ QANTARA_DATA, ...settings }).messages;
const at = (isSample: boolean) => ({ address: 'https://sabil.example', isSample });

test('with nothing set the sample region keeps what it would send, and a real one sends nothing', () => {
  const { mail, sms } = messengerOf(read({}), at(true));
  assert.deepEqual([mail.way, sms.way], ['capture', 'capture']);
  const real = messengerOf(read({}), at(false));
  assert.deepEqual([real.mail.way, real.sms.way], ['off', 'off']);
});

test('a real region does not keep messages that somebody waits for', () => {
  assert.throws(() => messengerOf(read({ QANTARA_MAIL: 'capture' }), at(false)), CaptureRefused);
  assert.throws(() => messengerOf(read({ QANTARA_SMS: 'capture' }), at(false)), CaptureRefused);
  assert.equal(messengerOf(read({ QANTARA_MAIL: 'off' }), at(true)).mail.way, 'off');
});

test('a mail server needs an address that letters come from', () => {
  const QANTARA_MAIL = 'smtp://notices:kept@mail.example:587';
  assert.throws(() => read({ QANTARA_MAIL }), /QANTARA_MAIL_FROM: set the address/);
  const settings = read({ QANTARA_MAIL, QANTARA_MAIL_FROM: 'Sabil <notices@sabil.example>' });
  assert.equal(messengerOf(settings, at(false)).mail.way, 'send');
  for (const wrong of ['mail.example', 'https://mail.example', 'smtp://'])
    assert.throws(() => read({ QANTARA_MAIL: wrong }), /QANTARA_MAIL: set off, capture/);
  assert.throws(() => read({ QANTARA_MAIL_FROM: 'a\r\nBcc: b@c.example' }), /QANTARA_MAIL_FROM: set/);
});

test('a provider of short messages is asked over https, with a token, and signs its receipts', () => {
  const QANTARA_SMS = 'https://sms.example/send';
  assert.throws(() => read({ QANTARA_SMS }), /QANTARA_SMS_TOKEN: set[\s\S]*QANTARA_SMS_SECRET: set/);
  const whole = { QANTARA_SMS_TOKEN: 'a token kept', QANTARA_SMS_SECRET: 's'.repeat(32) };
  assert.equal(messengerOf(read({ QANTARA_SMS, ...whole }), at(false)).sms.way, 'send');
  assert.throws(() => read({ QANTARA_SMS: 'http://sms.example', ...whole }), /QANTARA_SMS: set off/);
  assert.ok(read({ QANTARA_SMS: 'http://127.0.0.1:9000/send', ...whole }).sms);
});
