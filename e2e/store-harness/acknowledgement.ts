/** Begins the line with which the harness says on the console that a run is kept; its id follows. */
export const acknowledgement = 'kept ';

/** Begins the line with which the harness says that a run was not kept; the code of the failure follows. */
export const refusal = 'refused ';
