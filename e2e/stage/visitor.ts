import assert from 'node:assert/strict';
import type { Locale, Translate } from '@qantara/kernel';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { exactly, plain, wordsIn } from './words.ts';

const TELEPHONE = { width: 390, height: 844 };

export type Coming = { locale: Locale; script?: boolean };

/** Somebody before a telephone: what they read, touch and type, named by the words of their language. */
export class Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly address: string;
  readonly hasScript: boolean;
  locale: Locale;

  constructor(given: { context: BrowserContext; page: Page; address: string; locale: Locale; hasScript: boolean }) {
    this.context = given.context;
    this.page = given.page;
    this.address = given.address;
    this.locale = given.locale;
    this.hasScript = given.hasScript;
  }

  get t(): Translate {
    return wordsIn(this.locale);
  }

  /** Opens a page of their language; gives the status it was answered with. */
  async open(path: string): Promise<number> {
    const answer = await this.page.goto(`${this.address}/${this.locale}${path}`);
    return answer?.status() ?? 0;
  }

  /** Where they are, without the address of the server. */
  where(): string {
    const { pathname, search } = new URL(this.page.url());
    return `${pathname}${search}`;
  }

  async heading(): Promise<string> {
    return plain(await this.page.locator('h1').innerText());
  }

  /** Everything that stands in the content of the page. */
  async content(): Promise<string> {
    return plain(await this.page.locator('main').innerText());
  }

  /** Reads a sentence of the catalogue on the page. */
  async reads(key: string, values?: Record<string, string | number>): Promise<void> {
    const sentence = plain(this.t(key, values));
    assert.ok((await this.content()).includes(sentence), `“${sentence}” is not on ${this.where()}`);
  }

  /** A field by its label; those that may stay empty say so behind it. */
  field(key: string, within: Locator = this.page.locator('main')): Locator {
    return within.getByLabel(exactly(this.t(key), '(\\s.*)?')).first();
  }

  async type(key: string, text: string): Promise<void> {
    await this.field(key).fill(text);
  }

  async choose(key: string, option: string): Promise<void> {
    await this.field(key).selectOption(option);
  }

  /** Marks a choice by its own words. */
  async mark(words: string): Promise<void> {
    await this.page.getByLabel(exactly(words)).first().check();
  }

  async isMarked(words: string): Promise<boolean> {
    return this.page.getByLabel(exactly(words)).first().isChecked();
  }

  async press(key: string, values?: Record<string, string | number>): Promise<void> {
    await this.pressOf(this.page, this.t(key, values));
  }

  /** Presses a button by its words in one part of the page, and waits for the page that comes. */
  async pressOf(within: Locator | Page, words: string): Promise<void> {
    const button = within.getByRole('button', { name: exactly(words) }).first();
    const loaded = this.page.waitForEvent('load');
    await button.click();
    await loaded;
  }

  /** Follows a link by its words. */
  async follow(words: string, within: Locator | Page = this.page): Promise<void> {
    const link = within.getByRole('link', { name: exactly(words) }).first();
    const { pathname, search } = new URL((await link.getAttribute('href')) ?? '', this.page.url());
    await link.click();
    await this.page.waitForURL((url) => url.pathname === pathname && url.search === search);
    await this.page.waitForLoadState();
  }

  /** Another tab of the same browser, with the same session. */
  async anotherTab(): Promise<Visitor> {
    const { context, address, locale, hasScript } = this;
    const page = await context.newPage();
    return new Visitor({ context, page, address, locale, hasScript });
  }

  /** Asks for the same page in another language, by the switch at the top. */
  async switchTo(locale: Locale): Promise<void> {
    const names = { ar: 'العربية', fr: 'Français', en: 'English' };
    const nav = this.page.getByRole('navigation', { name: exactly(this.t('ui.language.choose')) }).first();
    await nav.getByText(names[locale], { exact: true }).click();
    await this.page.waitForURL((url) => url.pathname.startsWith(`/${locale}`));
    await this.page.waitForLoadState();
    this.locale = locale;
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}

/** Somebody who opens the region on a telephone, with script or without it. */
export async function visitorOf(browser: Browser, address: string, { locale, script }: Coming): Promise<Visitor> {
  const hasScript = script ?? true;
  const context = await browser.newContext({ viewport: TELEPHONE, javaScriptEnabled: hasScript, locale });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return new Visitor({ context, page, address, locale, hasScript });
}
