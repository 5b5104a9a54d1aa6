import { Given } from '@cucumber/cucumber';
import type { ConformanceWorld } from '../support/world.js';

Given('a public client registered at the authorization server', function (this: ConformanceWorld) {
  this.enterAs('public');
});

Given('a confidential client registered at the authorization server', function (this: ConformanceWorld) {
  this.enterAs('confidential');
});

Given('a client registered at the authorization server', function (this: ConformanceWorld) {
  this.enterAs('any');
});
