/** What the harness says on the console before the id of a run that is kept. */
export const acknowledgement = 'kept ';
