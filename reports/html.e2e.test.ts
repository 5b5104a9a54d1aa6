import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, afterEach, before, describe, test } from 'node:test';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { Run } from '../support/run/run.js';
import { renderHtml } from './html.js';
import { largeRun } from './sample-large-run.js';
import { conformantRun, hostileRun, hostileText, inconclusiveRun, violatingRun } from './sample-run.js';
import { thinned } from './thinning.js';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const skip = existsSync(executablePath) ? false : `chromium is not installed (${executablePath})`;
const unfold = `for (const details of document.querySelectorAll('details')) details.open = true`;
const fold = `for (const details of document.querySelectorAll('details')) details.open = false`;
const address = 'https://report.example/index.html';

interface Opened {
  readonly page: Page;
  /** Everything that the page did beside being shown: requests, dialogs, errors, words on the console. */
  readonly deeds: readonly string[];
}

describe('the report in a browser', { skip }, () => {
  let browser: Browser;
  before(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--headless'] });
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  after(() => browser.close());

  async function opened(run: Run, options: BrowserContextOptions = {}): Promise<Opened> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const deeds: string[] = [];
    page.on('dialog', (dialog) => {
      deeds.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => deeds.push(`error ${error.message}`));
    page.on('console', (message) => deeds.push(`console ${message.text()}`));
    page.on('popup', (popup) => deeds.push(`popup ${popup.url()}`));
    await page.route('**/*', (route) => {
      const url = route.request().url();
      if (url === address && deeds.length === 0) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: renderHtml(run) });
      deeds.push(`request ${url}`);
      return route.abort();
    });
    await page.goto(address);
    return { page, deeds };
  }

  const runs = { conformant: conformantRun, violating: violatingRun, inconclusive: inconclusiveRun, hostile: hostileRun };

  for (const [name, run] of Object.entries(runs)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`axe finds nothing in the ${colorScheme} page of a ${name} run, all of it unfolded`, async () => {
        const { page, deeds } = await opened(run, { colorScheme });
        await page.evaluate(unfold);
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join('; ')}`),
          [],
        );
        assert.deepEqual(deeds, []);
      });
    }
  }

  const payloads = [
    hostileText,
    '"><script>alert(1)</script><img src=https://evil.example/i onerror=alert(2)>',
    "' onmouseover=alert(1) autofocus onfocus=alert(2) style='background:url(https://evil.example/s)'",
    '</pre></code></details><iframe srcdoc="<script>alert(1)</script>"></iframe><meta http-equiv=refresh content="0;url=https://evil.example">',
    '</style><style>@import "https://evil.example/c";</style><link rel=stylesheet href=https://evil.example/l>',
    '</title></script><svg onload=alert(1)><base href=https://evil.example/><form action=https://evil.example/f><button autofocus>',
    'javascript:alert(1)',
  ];
  test('whatever a server sent, nothing is asked for, nothing runs, nothing pops up', async () => {
    for (const payload of payloads) {
      const { page, deeds } = await opened(withPayload(hostileRun, payload));
      await page.evaluate(unfold);
      await page.keyboard.press('Tab');
      assert.equal(await page.locator('a:not([href^="#"])').count(), 0);
      assert.equal(await page.locator('script, iframe, form, base, object, embed, img').count(), 1);
      assert.deepEqual(deeds, [], payload);
    }
  });

  test('the policy of the page stops a script that got in all the same', async () => {
    const { page, deeds } = await opened(conformantRun);
    await page.evaluate(`document.body.append(Object.assign(document.createElement('script'), { textContent: 'alert(1)' }))`);
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<img src="https://evil.example/i" onerror="alert(2)">')`);
    await page.waitForTimeout(100);
    assert.ok(
      deeds.length > 0 && deeds.every((deed) => deed.startsWith('console ') && deed.includes('Content Security Policy')),
      deeds.join('\n'),
    );
  });

  test('the keyboard alone filters by verdict and by word, and unfolds a rule', async () => {
    const { page } = await opened(violatingRun);
    const shown = (): Promise<number> => page.locator('main .rule:visible').count();
    const all = await shown();
    assert.equal(all, violatingRun.rules.length);
    await reach(page, 'button[data-standing="inconclusive"]');
    await page.keyboard.press('Space');
    assert.equal(await page.locator(':focus').getAttribute('aria-pressed'), 'true');
    assert.equal(await shown(), 1);
    assert.equal(await page.locator('[role=status]').textContent(), `1 of ${all} rules shown`);
    await page.keyboard.press('Enter');
    assert.equal(await shown(), all);
    await reach(page, '.search input');
    await page.keyboard.type('Simultaneous');
    assert.equal(await shown(), 1);
    assert.equal(await page.locator('main h2:visible').count(), 2);
    await reach(page, 'article.violated summary');
    const details = page.locator('article.violated:visible > details');
    await page.keyboard.press('Enter');
    assert.equal(await details.getAttribute('open'), null);
    await page.keyboard.press('Enter');
    assert.equal(await details.getAttribute('open'), '');
  });

  test('a link to a rule that a filter hides shows it', async () => {
    const { page } = await opened(violatingRun);
    await page.locator('button[data-standing="upheld"]').click();
    const link = page.locator('.broken a').first();
    const id = (await link.getAttribute('href'))?.slice(1) ?? '';
    await link.click();
    assert.ok(await page.locator(`[id="${id}"] .why`).isVisible());
  });

  test('a command can be copied', async () => {
    const { page } = await opened(violatingRun, { permissions: ['clipboard-read', 'clipboard-write'] });
    const exchange = page.locator('article.violated .scenario.violated .exchanges details').first();
    await exchange.locator('summary').click();
    await exchange.locator('button').click();
    await exchange.locator('button', { hasText: 'Copied' }).waitFor();
    assert.equal(await page.evaluate('navigator.clipboard.readText()'), violatingRun.exchanges[2]?.curl);
  });

  test('the page is whole without script', async () => {
    const { page } = await opened(violatingRun, { javaScriptEnabled: false });
    assert.equal(await page.locator('h1').textContent(), 'Not conformant');
    assert.equal(await page.locator('main .rule:visible').count(), violatingRun.rules.length);
    assert.ok(!(await page.locator('.search').isVisible()));
    const rule = page.locator('article.upheld').first();
    await rule.locator('summary').first().click();
    assert.ok(await rule.locator('.why').isVisible());
  });

  test('on paper what is violated is unfolded and the controls are gone', async () => {
    const { page } = await opened(violatingRun);
    await page.evaluate(fold);
    await page.emulateMedia({ media: 'print' });
    for (const findings of await page.locator('article.violated .scenario.violated .findings').all()) assert.ok(await findings.isVisible());
    assert.ok(!(await page.locator('article.upheld .why').first().isVisible()));
    assert.ok(!(await page.locator('nav').isVisible()) && !(await page.locator('.search').isVisible()));
  });

  test('nothing is wider than a narrow window', async () => {
    for (const run of Object.values(runs)) {
      const { page } = await opened(run, { viewport: { width: 360, height: 740 } });
      await page.evaluate(unfold);
      assert.ok((await page.evaluate<number>('document.documentElement.scrollWidth')) <= 360);
    }
  });

  test('300 rules and 3,000 exchanges are all there, and only what is violated is unfolded', async () => {
    const { page, deeds } = await opened(thinned(largeRun(300)));
    assert.equal(await page.locator('article.rule').count(), 300);
    assert.equal(await page.locator('article.rule > details[open]').count(), 30);
    assert.equal(await page.locator('.scenario').count(), 1_500);
    assert.equal(await page.locator('.scenario.violated .exchanges > li').count(), 300);
    assert.deepEqual(deeds, []);
  });
});

/** Presses Tab until the element has the focus. */
async function reach(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 200; pressed += 1) {
    if (await page.locator(`${selector}:focus`).count()) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab never reaches ${selector}`);
}

function withPayload(run: Run, payload: string): Run {
  const quoted = (text: string): string => JSON.stringify(text).slice(1, -1);
  return JSON.parse(JSON.stringify(run).replaceAll(quoted(hostileText), () => quoted(payload))) as Run;
}
