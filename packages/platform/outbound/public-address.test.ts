import assert from 'node:assert/strict';
import test from 'node:test';
import { addressToUse, isPublicAddress } from './public-address.ts';

test('addresses of this machine, of this network and of nobody are no addresses of the internet, however they are written', () => {
  const inner = [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fd00::1',
    '2002:7f00:1::',
    'ff02::1',
    'not an address',
  ];
  assert.deepEqual(inner.filter(isPublicAddress), []);
  assert.deepEqual(['9.9.9.9', '193.0.6.139', '2606:4700::1111'].filter(isPublicAddress).length, 3);
});

test('a name that stands for one address outside and one inside is refused', async () => {
  const resolve = () =>
    Promise.resolve([
      { address: '9.9.9.9', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]);
  await assert.rejects(addressToUse('two.example', { allowsPrivate: false, resolve }), /127\.0\.0\.1/);
  await assert.rejects(addressToUse('[::1]', { allowsPrivate: false, resolve }), /::1/);
});
