import type { GherkinDocument, Tag } from '@cucumber/messages';

const marker = /^\s*#\s*Stays:\s*(.*)$/;

/**
 * Why scenarios stay that no mutant breaks, by AST node id: a comment `# Stays: …` speaks for the scenario, the examples
 * or the row that comes after it. Throws with file and line where one gives no reason, or nothing comes after it.
 */
export function staysOf({ comments, feature }: GherkinDocument, file: string): ReadonlyMap<string, string> {
  const places = (feature?.children ?? []).flatMap(({ rule }) =>
    (rule?.children ?? []).flatMap(({ scenario }) => {
      if (!scenario) return [];
      const rows = scenario.examples.map((examples) => ({
        from: firstLine(examples.tags, examples.location.line),
        rows: examples.tableBody.map(({ id, location }) => ({ from: location.line, ids: [id] })),
      }));
      return [
        {
          from: firstLine(scenario.tags, scenario.location.line),
          ids: rows.length === 0 ? [scenario.id] : rows.flatMap((each) => each.rows.flatMap(({ ids }) => ids)),
        },
        ...rows.flatMap((each) => [{ from: each.from, ids: each.rows.flatMap(({ ids }) => ids) }, ...each.rows]),
      ];
    }),
  );
  return new Map(
    comments.flatMap(({ location, text }) => {
      const [, reason] = marker.exec(text) ?? [];
      if (reason === undefined) return [];
      const next = places.filter(({ from }) => from > location.line).toSorted((one, other) => one.from - other.from)[0];
      if (reason === '' || next === undefined)
        throw new Error(`${file}:${location.line}: "# Stays:" gives the reason and stands above a scenario, examples or a row`);
      return next.ids.map((id) => [id, reason] as const);
    }),
  );
}

function firstLine(tags: readonly Tag[], line: number): number {
  return Math.min(line, ...tags.map(({ location }) => location.line));
}
