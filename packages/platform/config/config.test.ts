import assert from 'node:assert/strict';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { ConfigurationRefused, readConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'qantara-config-'));

test('with nothing set, the embedded region starts on this machine only, with its sample', () => {
  const config = readConfig({ QANTARA_DATA: folder });
  assert.equal(config.host, '127.0.0.1');
  assert.equal(config.databaseUrl, null);
  assert.equal(config.loadsSample, true);
});

test('the embedded region keeps one secret, readable by its owner alone', () => {
  const first = readConfig({ QANTARA_DATA: folder }).secret;
  assert.equal(readConfig({ QANTARA_DATA: folder }).secret, first);
  assert.equal(statSync(join(folder, 'secret')).mode & 0o777, 0o600);
});

test('a wrong setting is named, with what to set instead', () => {
  const settings = { QANTARA_DATA: folder, PORT: 'eighty', QANTARA_SAMPLE: 'yes' };
  assert.throws(
    () => readConfig(settings),
    (fault: unknown) => {
      assert.ok(fault instanceof ConfigurationRefused);
      assert.match(fault.message, /PORT: set a port number/);
      assert.match(fault.message, /QANTARA_SAMPLE: set on to load/);
      return true;
    },
  );
});

test('a server database needs the region’s secret, and does not get the sample unasked', () => {
  const DATABASE_URL = 'postgres://localhost/qantara';
  assert.throws(() => readConfig({ DATABASE_URL }), /QANTARA_SECRET: set at least 32/);
  const config = readConfig({ DATABASE_URL, QANTARA_SECRET: 'x'.repeat(32) });
  assert.equal(config.loadsSample, false);
});

test('a region tells whom to call in danger only by what was set, and only what can be dialled', () => {
  assert.deepEqual(readConfig({ QANTARA_DATA: folder }).dangerNumbers, {});
  const set = readConfig({ QANTARA_DATA: folder, QANTARA_CALL_EMERGENCY: '112' });
  assert.deepEqual(set.dangerNumbers, { emergency: '112' });
  assert.throws(() => readConfig({ QANTARA_DATA: folder, QANTARA_CALL_TONIGHT: 'ask' }), /QANTARA_CALL_TONIGHT: set/);
});

test('people find the region on this machine, or where its operator says', () => {
  assert.equal(readConfig({ QANTARA_DATA: folder }).outside.address, 'http://localhost:3000');
  const set = readConfig({ QANTARA_DATA: folder, QANTARA_ADDRESS: 'https://sabil.example/' });
  assert.equal(set.outside.address, 'https://sabil.example');
  for (const QANTARA_ADDRESS of ['http://sabil.example', 'https://sabil.example/ar', 'sabil.example'])
    assert.throws(() => readConfig({ QANTARA_DATA: folder, QANTARA_ADDRESS }), /QANTARA_ADDRESS: set the address/);
});

test('a provider is asked only where issuer, client and secret are all set, and only over https', () => {
  const QANTARA_OPENID_ISSUER = 'https://id.example';
  assert.equal(readConfig({ QANTARA_DATA: folder }).outside.openId, null);
  assert.throws(() => readConfig({ QANTARA_DATA: folder, QANTARA_OPENID_ISSUER }), /QANTARA_OPENID_SECRET: set/);
  const whole = { QANTARA_DATA: folder, QANTARA_OPENID_CLIENT: 'qantara', QANTARA_OPENID_SECRET: 'kept' };
  const { openId } = readConfig({ ...whole, QANTARA_OPENID_ISSUER, QANTARA_OPENID_AMR: 'mfa hwk' }).outside;
  assert.equal(openId?.label.fr, 'id.example');
  assert.equal(openId?.matchesBy, 'subject');
  assert.deepEqual(openId?.amr, ['mfa', 'hwk']);
  assert.throws(
    () => readConfig({ ...whole, QANTARA_OPENID_ISSUER: 'http://id.example' }),
    /QANTARA_OPENID_ISSUER: set the issuer/,
  );
});

test('files are kept beside the data, in a folder that was named, or in a bucket with its key', () => {
  assert.deepEqual(readConfig({ QANTARA_DATA: folder }).files, { folder: join(folder, 'files') });
  assert.deepEqual(readConfig({ QANTARA_DATA: folder, QANTARA_FILES: '/srv/files' }).files, { folder: '/srv/files' });
  const bucket = { QANTARA_DATA: folder, QANTARA_FILES: 's3://papers', QANTARA_FILES_REGION: 'eu-west-3' };
  assert.throws(() => readConfig(bucket), /QANTARA_FILES_KEY: set[^]*QANTARA_FILES_SECRET: set/);
  const whole = { ...bucket, QANTARA_FILES_KEY: 'key', QANTARA_FILES_SECRET: 'kept' };
  const { files } = readConfig(whole);
  assert.ok('bucket' in files);
  assert.equal(files.bucket.endpoint, 'https://s3.eu-west-3.amazonaws.com');
  const plain = { ...whole, QANTARA_FILES_ENDPOINT: 'http://store.example:9000/' };
  assert.throws(() => readConfig(plain), /QANTARA_FILES_ENDPOINT: set the https address/);
  const own = readConfig({ ...plain, QANTARA_FILES_PRIVATE: 'on' }).files;
  assert.ok('bucket' in own);
  assert.deepEqual([own.bucket.endpoint, own.bucket.allowsPrivate], ['http://store.example:9000', true]);
  for (const QANTARA_FILES of ['files', 's3://', 's3://UPPER', 'https://bucket.example'])
    assert.throws(() => readConfig({ QANTARA_DATA: folder, QANTARA_FILES }), /QANTARA_FILES: set the whole path/);
});
