/** Ends a change that turns out to be made already by an earlier request with the same id: nothing is written, and what is there is the answer. */
export class RepeatedRequest extends Error { }
