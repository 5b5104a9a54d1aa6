/** Cucumber insists on a formatter; ours says nothing, the reports are made from the run. */
export default { type: 'formatter', formatter: (): void => undefined } as const;
