import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { catalogue } from '../catalogue/features.js';
import { library, type Library } from './library.js';

describe('the sentences of the steps', () => {
  let definitions: Library['stepDefinitions'];
  const sentences = [...new Set(catalogue().pickles.flatMap(({ pickle }) => pickle.steps.map(({ text }) => text)))];

  before(async () => {
    definitions = (await library()).stepDefinitions;
  });

  const fitting = (text: string): readonly string[] =>
    definitions.filter(({ expression }) => expression.match(text) !== null).map(({ pattern }) => String(pattern));

  it('are each said by a scenario', () => {
    const said = new Set(sentences.flatMap(fitting));
    assert.deepEqual(
      definitions.map(({ pattern }) => String(pattern)).filter((pattern) => !said.has(pattern)),
      [],
    );
  });

  it('leave no step of a feature without a meaning, and none with two', () => {
    const doubtful = sentences.map((text) => [text, fitting(text)] as const).filter(([, patterns]) => patterns.length !== 1);
    assert.deepEqual(doubtful, []);
  });
});
