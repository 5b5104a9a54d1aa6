import assert from 'node:assert/strict';
import { test } from 'node:test';
import { htmlForms } from './html-form.js';

test('a form is read as a browser would send it untouched', () => {
  const [form, other] = htmlForms(`<!doctype html><form method="post" action='/consent?a=1&amp;b=2'>
    <input type=hidden name="csrf" value="x&quot;&#39;&#x41;"><input name='login' value=alice><input type="checkbox" name="off" value="1">
    <input type="checkbox" name="on" value="1" checked><input type="submit" name="decision" value="deny">
    <button name="decision" value="approve"><b>Allow</b> &amp; continue</button></form><form><input type="password" name="p"></form>`);
  assert.deepEqual(form, {
    method: 'POST',
    action: '/consent?a=1&b=2',
    fields: [
      ['csrf', `x"'A`],
      ['login', 'alice'],
      ['on', '1'],
    ],
    buttons: [
      { name: 'decision', value: 'deny', text: 'deny' },
      { name: 'decision', value: 'approve', text: 'Allow & continue' },
    ],
    asksForPassword: false,
  });
  assert.deepEqual([other?.method, other?.action, other?.asksForPassword], ['GET', '', true]);
});

test('a page without a form, or one that ends in the middle, is read as far as it goes', () => {
  assert.deepEqual(htmlForms('<p>no form</p>'), []);
  assert.equal(htmlForms('<form method=POST><input name=a value=b').length, 1);
  assert.deepEqual(htmlForms('<form><input name=a value="&#9999999;&nosuch;">')[0]?.fields, [['a', '&#9999999;&nosuch;']]);
});
