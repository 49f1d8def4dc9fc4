// Which engine decided a run. It stands in the run's first entry, so that nobody goes on with a run that another engine began: the same inputs
// would not lead to the same log.

/** Raise it with every change by which the same inputs come to other entries, or a snapshot to another shape. */
export const ENGINE_VERSION = 3;

/** The version of runs whose first entry does not say it. */
const VERSION_BEFORE_IT_WAS_SAID = 1;

export const engineOf = (started: { engine?: number }): number => started.engine ?? VERSION_BEFORE_IT_WAS_SAID;
