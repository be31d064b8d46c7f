/** The kind of job that makes a recording ready to be heard. */
export const processingKind = 'recording-processing';
