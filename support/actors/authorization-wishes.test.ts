import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authorizationWish, authorizationWishes, presentation, presentationPattern } from './authorization-wishes.js';

const whole = new RegExp(`^(?:${authorizationWishes.source})$`);

test('a phrase names a wish that is drawn anew each time', () => {
  for (const phrase of ['its challenge padded', 'its challenge cut to 20 characters', 'a plain challenge of 42 characters']) {
    assert.match(phrase, whole);
    const wish = authorizationWish(phrase);
    assert.notEqual(wish().verifier, wish().verifier, phrase);
  }
  assert.equal(authorizationWish('a plain challenge of 42 characters')().verifier?.length, 42);
});

test('a plain challenge without a method is the verifier itself', () => {
  const { verifier, challenge, method } = authorizationWish('a plain challenge and no method')();
  assert.equal(challenge, verifier);
  assert.equal(method, null);
});

test('an unknown phrase is refused with the nearest known one', () => {
  assert.doesNotMatch('a challenge that is empty', whole);
  assert.throws(() => authorizationWish('an empty challange'), /the nearest is "an empty challenge"/);
  assert.throws(() => authorizationWish('its challenge paded'), /the nearest is "padded"/);
  assert.throws(() => presentation('with a verifier'), RangeError);
});

test('a code is presented as the phrase says', () => {
  assert.match('without a verifier', presentationPattern);
  assert.equal(presentation('with its verifier')().length, 0);
  const [change] = presentation('without a verifier')();
  assert.deepEqual(
    change?.({
      method: 'POST',
      url: 'https://as.example/token',
      headers: {},
      form: [
        ['code_verifier', 'v'],
        ['code', 'c'],
      ],
    }).form,
    [['code', 'c']],
  );
});
