import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkMarkup } from './check-markup.ts';
import { aTree, rulesOf } from './testing.ts';

const aPage = (markup: string) => `export const InboxPage = ({ t, name }) => ${markup};\n`;
const faultsOf = (markup: string) => rulesOf(checkMarkup(aTree({ 'modules/people/web/InboxPage.tsx': aPage(markup) })));
const stylesOf = (css: string) => rulesOf(checkMarkup(aTree({ 'packages/ui/tokens/base.css': css })));

const LITERAL = ['modules/people/web/InboxPage.tsx:1: literal text'];
const SIDED = ['modules/people/web/InboxPage.tsx:1: sided style'];

test('a page whose words come from the catalogue passes', () => {
  assert.deepEqual(faultsOf(`<p title={t('a.b')} className="wide">{name} · 3 {t('a.c')}{' '}</p>`), []);
});

test('a word in a component fails, wherever it stands', () => {
  assert.deepEqual(faultsOf('<p>Hello</p>'), LITERAL);
  assert.deepEqual(faultsOf('<p>مرحبا</p>'), LITERAL);
  assert.deepEqual(faultsOf(`<p>{'Hello'}</p>`), LITERAL);
  assert.deepEqual(faultsOf('<img alt="A bridge" />'), LITERAL);
  assert.deepEqual(faultsOf('<input aria-label={`Name`} />'), LITERAL);
});

test('a style object has start and end, and no sides', () => {
  assert.deepEqual(faultsOf('<p style={{ marginLeft: 4 }} />'), SIDED);
  assert.deepEqual(faultsOf('<p style={{ right: 0 }} />'), SIDED);
  assert.deepEqual(faultsOf(`<p style={{ textAlign: 'left' }} />`), SIDED);
  assert.deepEqual(faultsOf(`<Popover placement="right" />`), SIDED);
  assert.deepEqual(faultsOf(`<p style={{ marginInlineStart: 4, textAlign: 'start' }} />`), []);
});

test('a stylesheet has no sides either, and its comments may speak of them', () => {
  assert.deepEqual(stylesOf('a { margin-left: 1px; }'), ['packages/ui/tokens/base.css:1: sided style']);
  assert.deepEqual(stylesOf('a {\n  text-align: right;\n}'), ['packages/ui/tokens/base.css:2: sided style']);
  assert.deepEqual(stylesOf('a { inset: 0; float: left }'), ['packages/ui/tokens/base.css:1: sided style']);
  assert.deepEqual(
    stylesOf('/* left: the start */ a { margin-inline-start: 1px; direction: ltr; color: var(--bright) }'),
    [],
  );
});
