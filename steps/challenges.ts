import { defineParameterType, Given, Then, When } from '@cucumber/cucumber';
import { plainOf } from '../support/actors/challenge-wishes.js';
import { withParameterTwice } from '../support/actors/changes.js';
import {
  authorizationWish,
  authorizationWishes,
  presentation,
  presentationPattern,
  type NamedWish,
  type Presentation,
} from '../support/actors/authorization-wishes.js';
import { withAnotherValue } from '../support/actors/token-request-faults.js';
import { walkBesideNone } from '../support/acts/flows-side-by-side.js';
import { notedReuse } from '../support/verdict/reused-challenge.js';
import { noEasier } from '../support/verdict/side-by-side.js';
import type { ConformanceWorld } from '../support/world.js';

defineParameterType({ name: 'authorization-wish', regexp: authorizationWishes, transformer: authorizationWish });
defineParameterType({ name: 'presentation', regexp: presentationPattern, transformer: presentation });

Given('an authorization code bound to a plain challenge of {int} characters', function (this: ConformanceWorld, length: number) {
  return this.obtainCode(plainOf(length));
});

When(
  'the client asks with {authorization-wish} and redeems the code {presentation}',
  function (this: ConformanceWorld, wish: NamedWish, present: Presentation) {
    return this.walkFlow(wish(), ...present());
  },
);

When(
  'the client asks with {authorization-wish}, then without any challenge, and redeems each code {presentation}',
  function (this: ConformanceWorld, wish: NamedWish, present: Presentation) {
    return walkBesideNone(this, wish(), present);
  },
);

Then('the first code is no easier to redeem than the second', function (this: ConformanceWorld) {
  return noEasier(this.judge, this.answers, 'without any challenge');
});

When(
  'the client asks for authorization with another {word} {word} its own',
  function (this: ConformanceWorld, name: string, place: 'before' | 'after') {
    return this.askAuthorization({ changes: [withAnotherValue(name, place)] });
  },
);

When('the client asks for authorization with its {word} said twice', function (this: ConformanceWorld, name: string) {
  return this.askAuthorization({ changes: [withParameterTwice(name)] });
});

When('the client asks with the same challenge again and redeems the code', function (this: ConformanceWorld) {
  return this.walkFlow({ verifier: this.code.verifier });
});

Then('the reuse is refused, or noted', function (this: ConformanceWorld) {
  return notedReuse(this.judge, this.answer);
});
