const absent = Symbol('absent');

/**
 * Stands for what no step of the scenario has provided yet. Whoever reads from it learns which step is missing,
 * instead of `undefined` turning up somewhere else.
 */
export function missing<T>(what: string): T {
  return new Proxy(
    {},
    {
      get(_, key) {
        if (key === absent) return true;
        throw new Error(`this scenario has not provided ${what} before it is used`);
      },
    },
  ) as T;
}

export function present(value: object): boolean {
  return (value as { [absent]?: true })[absent] !== true;
}
