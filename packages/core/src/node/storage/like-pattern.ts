/** Text as part of a `like` pattern that means itself. */
export const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** The `like` pattern of what contains a text. */
export const containing = (text: string): string => `%${escaped(text)}%`;
