/** Text analysis, index and query; being built. */
export {};
