import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  encodeMasks,
  repeatedFields,
  rewrittenForms,
  unknownFields,
  writtenUnder,
  type EncodeMask,
} from '../properties/form-arbitraries.js';
import { decodedText, encodeEverything, parse, repeated, serialise, type DecodedField, type FormField } from './form.js';

const RUNS = { numRuns: 500 };
const unicode = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.toWellFormed());
const forms = fc.array(
  fc.tuple(
    unicode.filter((name) => name !== ''),
    unicode,
  ),
  { maxLength: 8 },
);

test('P09 what is serialised is parsed back, whatever the names and values', () => {
  fc.assert(
    fc.property(forms, (fields) => {
      assert.deepEqual(parse(serialise(fields)), { fields, faults: [] });
      assert.deepEqual(parse(Buffer.from(serialise(fields))).fields, fields);
    }),
    RUNS,
  );
});

test('P09 percent-encoding more than is needed changes nothing, and decoding happens once', () => {
  fc.assert(
    readsUnderAnyMask((text) => parse(`v=${text}`).fields[0]?.[1]),
    RUNS,
  );
});

test('P09 the property refutes a parser that decodes twice, or not at all', () => {
  const twice = (text: string): string | undefined => parse(`v=${parse(`v=${text}`).fields[0]?.[1] ?? ''}`).fields[0]?.[1];
  assert.equal(fc.check(readsUnderAnyMask(twice), { seed: 1, numRuns: 5000 }).failed, true);
  assert.equal(
    fc.check(
      readsUnderAnyMask((text) => text),
      { seed: 1, numRuns: 5000 },
    ).failed,
    true,
  );
});

test('P09 order and writing of the fields are not noticed', () => {
  const fields: FormField[] = [
    ['code_verifier', 'dBj~ft-_.K'],
    ['redirect_uri', 'https://client.example/cb?a=b c'],
    ['code', 'x+y'],
  ];
  const sorted = (form: readonly FormField[]): readonly DecodedField[] => [...parse(serialise(form)).fields].sort();
  fc.assert(
    fc.property(rewrittenForms(fields), (form) => assert.deepEqual(sorted(form), sorted(fields))),
    RUNS,
  );
});

test('P10 a name is reported as repeated exactly where its decoded form occurs twice', () => {
  fc.assert(reportsRepetition(repeated), RUNS);
});

test('P10 the property refutes a comparison of names as they were written', () => {
  const asWritten = (fields: readonly FormField[]): string[] => {
    const names = fields.map(([name]) => (typeof name === 'string' ? name : name.encoded));
    return [...new Set(names.filter((name, index) => names.indexOf(name) !== index).map((encoded) => decodedText({ encoded })))];
  };
  assert.equal(fc.check(reportsRepetition(asWritten), { seed: 1, numRuns: 5000 }).failed, true);
});

test('P10 a field said once more, wherever, makes its name a repeated one', () => {
  const fields: FormField[] = [
    ['code', 'c'],
    ['code_verifier', 'v'],
  ];
  fc.assert(
    fc.property(repeatedFields(fields), ({ fields: form, name }) => assert.deepEqual(repeated(form), [name])),
    RUNS,
  );
  assert.deepEqual(
    repeated([
      ['code_verifier', 'a'],
      ['code', 'x'],
      [{ encoded: 'code%5Fverifier' }, 'b'],
    ]),
    ['code_verifier'],
  );
});

test('unreserved characters, a tilde among them, stay as they are; a space becomes a plus', () => {
  assert.equal(serialise([['a~b', 'x y-._~*+&=%\u00e9\0']]), 'a~b=x+y-._~%2A%2B%26%3D%25%C3%A9%00');
});

test('encoded text goes on the wire as it stands, as name and as value', () => {
  assert.equal(serialise([[{ encoded: 'code_verifier[]' }, { encoded: '%FF%C1%81+' }]]), 'code_verifier[]=%FF%C1%81+');
});

test('every octet is encoded in the case asked for', () => {
  assert.equal(encodeEverything('~A\u00e9', 'lower'), '%7e%41%c3%a9');
  assert.equal(encodeEverything('~A ', 'upper'), '%7E%41%20');
});

test('a form is read as far as it can be, and its faults are named', () => {
  assert.deepEqual(parse('a=%zz&b=%FF&c&=d&&e=1=2&f=%'), {
    fields: [
      ['a', '%zz'],
      ['b', '\ufffd'],
      ['c', ''],
      ['', 'd'],
      ['e', '1=2'],
      ['f', '%'],
    ],
    faults: [
      { kind: 'malformed percent-encoding', pair: 0, text: '%zz' },
      { kind: 'invalid UTF-8', pair: 1, text: '%FF' },
      { kind: 'malformed percent-encoding', pair: 5, text: '%' },
    ],
  });
  assert.deepEqual(parse(Uint8Array.of(0x61, 0x3d, 0xc3, 0xa9)), {
    fields: [['a', '\u00e9']],
    faults: [{ kind: 'unencoded octet', pair: 0, text: '\u00c3\u00a9' }],
  });
  assert.deepEqual(parse('a=%EF%BB%BFx').fields, [['a', '\ufeffx']]);
  assert.deepEqual(parse('__proto__=1').fields, [['__proto__', '1']]);
  assert.deepEqual(parse(''), { fields: [], faults: [] });
});

test('a lone surrogate is sent as the replacement character', () => {
  assert.equal(serialise([['a', '\ud800']]), 'a=%EF%BF%BD');
});

test('unknown fields name nothing that is registered', () => {
  fc.assert(
    fc.property(unknownFields(), (fields) => !fields.some(([name]) => /^(code|client|redirect|grant|scope|state)/.test(decodedText(name)))),
    RUNS,
  );
});

function readsUnderAnyMask(read: (written: string) => string | undefined): fc.IProperty<[EncodeMask, string]> {
  const texts = fc.oneof(unicode, fc.constantFrom('%41', '100%25', 'a+b', '~A'));
  return fc.property(encodeMasks(), texts, (mask, text) => read(writtenUnder(mask, text).encoded) === text);
}

function reportsRepetition(report: (fields: readonly FormField[]) => string[]): fc.IProperty<[[string, EncodeMask][]]> {
  const names = fc.constantFrom('code', 'code_verifier', 'client_id', 'redirect_uri', 'Code', 'state');
  return fc.property(fc.array(fc.tuple(names, encodeMasks()), { maxLength: 6 }), (drawn) => {
    const fields = drawn.map(([name, mask]): FormField => [writtenUnder(mask, name), 'x']);
    const counted = Object.groupBy(drawn, ([name]) => name);
    const expected = Object.keys(counted).filter((name) => (counted[name as keyof typeof counted]?.length ?? 0) > 1);
    return JSON.stringify([...report(fields)].sort()) === JSON.stringify(expected.sort());
  });
}
