import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Front, judged } from './login-front.test.js';
import type { Terminal } from './manual-driver.js';

const rule = 'rfc7636/4.6/matching-verifier';

/** A person who opens what is printed and pastes where it leads; the first time something else. */
function person(slips: string[]): Terminal & { readonly prompts: string[] } {
  const prompts: string[] = [];
  let url = '';
  return {
    prompts,
    async ask(prompt) {
      prompts.push(prompt);
      url = /^https?:\S+$/m.exec(prompt)?.[0] ?? url;
      const slip = slips.shift();
      if (slip !== undefined) return slip === '' ? undefined : slip;
      return `  ${(await fetch(url, { redirect: 'manual' })).headers.get('location')}\n`;
    },
  };
}

test('a person opens the address and pastes where it leads, asked again after a slip', async () => {
  const terminal = person(['oops', 'https://elsewhere.example/']);
  const { verdicts, said } = await judged(new Front(() => undefined), { rules: [rule], login: { driver: 'manual' }, terminal });
  assert.deepEqual(verdicts, { [rule]: 'upheld' }, said);
  assert.match(terminal.prompts[1] ?? '', /not an address at https:\/\/client\.example\/callback/);
});

test('a person who leaves, or who says that the server stops, makes nothing upheld', async () => {
  for (const slip of ['', 'page 403']) {
    const terminal = person(Array.from({ length: 40 }, () => slip));
    const { run } = await judged(new Front(() => undefined), { rules: [rule], login: { driver: 'manual' }, terminal });
    assert.match(run.obstacle ?? '', slip === '' ? /nobody pasted an address/ : /page with status 403/);
    assert.equal(run.conformant, false);
  }
});
