import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { s256, verifier } from './drive.js';
import { mockAuthorizationServer, type MockAuthorizationServer } from './index.js';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const installed = existsSync(executablePath);
// A machine of CI that has none would tell nobody that this was never tried.
const skip = installed || process.env['CI'] !== undefined ? false : `chromium is not installed (${executablePath})`;

describe('a client in a browser, against the mock on a port', { skip }, () => {
  let browser: Browser;
  let app: Server;
  let origin: string;
  before(async () => {
    app = createServer((_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>app</title>'),
    );
    await new Promise<void>((listening) => app.listen(0, '127.0.0.1', listening));
    origin = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--headless'] });
  });
  after(async () => {
    await browser.close();
    app.close();
    app.closeAllConnections();
  });

  async function walked(approval: 'automatic' | 'form', act: (page: Page, as: MockAuthorizationServer) => Promise<void>): Promise<void> {
    const as = mockAuthorizationServer({
      profile: 'oidc',
      approval,
      clients: [{ client_id: 'browser', token_endpoint_auth_method: 'none', redirect_uris: [`${origin}/callback`] }],
    });
    const listener = await as.listen();
    const page = await browser.newPage();
    const query = new URLSearchParams({
      ...{ response_type: 'code', client_id: 'browser', redirect_uri: `${origin}/callback`, scope: 'openid', state: 'xyz', nonce: 'n-1' },
      ...{ code_challenge: s256(verifier), code_challenge_method: 'S256' },
    });
    try {
      await page.goto(`${as.issuer}/authorize?${query.toString()}`);
      await act(page, as);
    } finally {
      await page.close();
      await listener.close();
    }
  }

  /** What a script of the application does where the redirect landed: it may read the answers although they are of another origin. */
  const redeem = (page: Page, { issuer }: MockAuthorizationServer) =>
    page.evaluate(
      async ({ metadata, fields }) => {
        const { token_endpoint, userinfo_endpoint } = (await (await fetch(metadata)).json()) as Readonly<Record<string, string>>;
        const granted = await fetch(token_endpoint ?? '', { method: 'POST', body: new URLSearchParams(fields) });
        const { access_token } = (await granted.json()) as Readonly<Record<string, string>>;
        const user = await fetch(userinfo_endpoint ?? '', { headers: { authorization: `Bearer ${access_token}` } });
        return { granted: granted.status, user: (await user.json()) as Readonly<Record<string, unknown>> };
      },
      {
        metadata: `${issuer}/.well-known/openid-configuration`,
        fields: {
          ...{ grant_type: 'authorization_code', client_id: 'browser', redirect_uri: `${origin}/callback` },
          ...{ code: new URL(page.url()).searchParams.get('code') ?? '', code_verifier: verifier },
        },
      },
    );

  test('a page redeems its code and asks for the user across origins', async () => {
    await walked('automatic', async (page, as) => {
      assert.match(page.url(), /\/callback\?code=/);
      const { granted, user } = await redeem(page, as);
      assert.deepEqual([granted, user.client_id], [200, 'browser']);
    });
  });

  test('a resource owner approves on the page of the mock, and lands at the application', async () => {
    await walked('form', async (page, as) => {
      assert.equal(await page.locator('h1').textContent(), 'browser asks for access');
      await page.getByRole('button', { name: 'Approve' }).click();
      await page.waitForURL(/\/callback\?code=/, { timeout: 20_000 });
      assert.equal((await redeem(page, as)).granted, 200);
    });
  });

  test('a resource owner denies, and the application hears of it', async () => {
    await walked('form', async (page) => {
      await page.getByRole('button', { name: 'Deny' }).click();
      await page.waitForURL(/\/callback\?error=access_denied/, { timeout: 20_000 });
    });
  });
});
