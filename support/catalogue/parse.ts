import { AstBuilder, GherkinClassicTokenMatcher, Parser, compile } from '@cucumber/gherkin';
import {
  IdGenerator,
  type Feature,
  type FeatureChild,
  type GherkinDocument,
  type Pickle,
  type Rule as GherkinRule,
  type Tag,
} from '@cucumber/messages';
import type { Basis, Level } from '../verdict/verdict.js';
import type { Rule, ScenarioOfRule } from './rule.js';
import { staysOf } from './stays.js';

export interface FeatureSource {
  /** Path from the package root, with forward slashes. */
  readonly file: string;
  readonly text: string;
}

export interface ParsedFeature extends FeatureSource {
  readonly document: GherkinDocument;
}

/** A scenario as it will be executed: outline rows and background steps resolved. */
export interface PlannedPickle {
  /** Its id is the only one of its kind in the catalogue. */
  readonly pickle: Pickle;
  /** `features/…/x.feature:37`, the row's line for an outline. */
  readonly location: string;
  readonly rule: Rule;
  readonly feature: ParsedFeature;
}

export interface Catalogue {
  readonly rules: readonly Rule[];
  readonly pickles: readonly PlannedPickle[];
}

const levels: readonly Level[] = ['must', 'should', 'may', 'doc'];
const bases: readonly Basis[] = ['derived', 'practice', 'explicit'];
const roles = ['authorization-server', 'client'] as const;

/**
 * Reads the rules out of the feature files, the only place where they are stated.
 * Throws with file and line when a Rule does not say what a rule must say.
 */
export function parseCatalogue(sources: readonly FeatureSource[]): Catalogue {
  const rules: Rule[] = [];
  const pickles: PlannedPickle[] = [];
  const newId = IdGenerator.incrementing();
  for (const source of sources) {
    const parsed = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(source.text);
    const document = { ...parsed, uri: source.file };
    if (!document.feature) continue;
    const feature = { ...source, document };
    const lines = linesOf(document.feature);
    const stays = staysOf(document, source.file);
    const compiled = compile(document, source.file, newId).map((pickle): Compiled => {
      const node = pickle.astNodeIds.at(-1) ?? '';
      return { pickle, line: lines.get(node) ?? 0, stays: stays.get(node) };
    });
    for (const { rule: gherkinRule } of document.feature.children) {
      if (!gherkinRule) continue;
      const scenarioIds = new Set(gherkinRule.children.flatMap(({ scenario }) => (scenario ? [scenario.id] : [])));
      const own = compiled.filter(({ pickle }) => scenarioIds.has(pickle.astNodeIds[0] ?? ''));
      const rule = ruleFrom(document.feature, gherkinRule, source.file, own);
      rules.push(rule);
      pickles.push(...own.map(({ pickle, line }) => ({ pickle, location: `${source.file}:${line}`, rule, feature })));
    }
  }
  return { rules, pickles };
}

interface Compiled {
  readonly pickle: Pickle;
  readonly line: number;
  readonly stays: string | undefined;
}

function ruleFrom(feature: Feature, rule: GherkinRule, file: string, pickles: readonly Compiled[]): Rule {
  const featureTags = names(feature.tags);
  const tags = names(rule.tags);
  const where = `${file}:${rule.location.line}`;
  const id = exactlyOne(
    tags.filter((tag) => tag.includes('/') && !tag.startsWith('same-as:')),
    'id tag',
    where,
  );
  const level = exactlyOne(
    tags.filter((tag): tag is Level => (levels as readonly string[]).includes(tag)),
    'level',
    where,
  );
  const judges = exactlyOne(
    tags.filter((tag): tag is 'effect' | 'form' => tag === 'effect' || tag === 'form'),
    '@effect or @form',
    where,
  );
  const role = exactlyOne(
    roles.filter((name) => featureTags.includes(name)),
    'addressee on the Feature',
    where,
  );
  const basis = tags.find((tag): tag is Basis => (bases as readonly string[]).includes(tag)) ?? (level === 'doc' ? 'doc' : 'explicit');
  const sameAs = tags.find((tag) => tag.startsWith('same-as:'))?.slice('same-as:'.length);
  const { source, why, excluded } = description(rule.description, where);
  const known = new Set<string>([id, level, judges, basis]);
  const conditions = tags.filter((tag) => !known.has(tag) && !tag.startsWith('same-as:') && !tag.startsWith('not-in-'));
  const inherited = new Set([...featureTags, ...tags]);
  return {
    id,
    title: rule.name,
    level,
    basis,
    judges,
    source,
    why,
    role,
    profiles: featureTags.filter((tag) => tag !== role && !tags.includes(`not-in-${tag}`)),
    conditions,
    ...(sameAs === undefined ? {} : { sameAs }),
    ...(excluded === undefined ? {} : { excluded }),
    feature: { name: feature.name, file, line: rule.location.line },
    scenarios: pickles.map(({ pickle, line, stays }): ScenarioOfRule => {
      const own = pickle.tags.map(({ name }) => name.slice(1)).filter((tag) => !inherited.has(tag));
      return {
        name: pickle.name,
        location: `${file}:${line}`,
        conditions: own.filter((tag) => tag !== 'property'),
        property: own.includes('property'),
        ...(stays === undefined ? {} : { stays }),
      };
    }),
  };
}

/** The description of a Rule: the source on its first line, then the reason, or a paragraph that begins with `Excluded:`. */
function description(text: string, where: string): { source: string; why: string; excluded?: string } {
  const [source, ...rest] = text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.trim())
        .join(' '),
    );
  if (!source) throw new Error(`${where}: a Rule begins its description with its source`);
  const excluded = rest.find((paragraph) => paragraph.startsWith('Excluded:'));
  const why = rest.filter((paragraph) => paragraph !== excluded).join(' ');
  return { source, why, ...(excluded === undefined ? {} : { excluded: excluded.slice('Excluded:'.length).trim() }) };
}

/** The line of every scenario and of every row of its examples, by AST node id. */
function linesOf(feature: Feature): Map<string, number> {
  const lines = new Map<string, number>();
  const visit = ({ scenario, rule }: FeatureChild): void => {
    if (scenario) {
      lines.set(scenario.id, scenario.location.line);
      for (const { tableBody } of scenario.examples) for (const row of tableBody) lines.set(row.id, row.location.line);
    }
    rule?.children.forEach(visit);
  };
  feature.children.forEach(visit);
  return lines;
}

function names(tags: readonly Tag[]): string[] {
  return tags.map(({ name }) => name.slice(1));
}

function exactlyOne<T>(candidates: readonly T[], what: string, where: string): T {
  const [only, second] = candidates;
  if (only === undefined || second !== undefined) throw new Error(`${where}: a Rule has exactly one ${what}, here ${candidates.length}`);
  return only;
}
