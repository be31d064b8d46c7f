/**
 * Who may see an article, as a set of words: `everyone`, `role:<code>` or `team:<id>`. A person belongs to several; one in common is
 * enough. The search index knows documents and viewers by the same words.
 */
export const everyone = 'everyone';

const pattern = /^(everyone|role:[a-z][a-z0-9-]{0,60}|team:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export const isAudience = (word: string): boolean => pattern.test(word);
export const roleAudience = (code: string): string => `role:${code}`;
export const teamAudience = (id: string): string => `team:${id}`;

export type AudiencePart = { readonly kind: 'everyone' } | { readonly kind: 'role'; readonly code: string } | { readonly kind: 'team'; readonly id: string };

/** What a word means; undefined for one that is none. */
export function readAudience(word: string): AudiencePart | undefined {
    if (!isAudience(word)) {
        return undefined;
    }
    const [kind, value = ''] = word.split(/:(.*)/s, 2);
    return kind === 'role' ? { kind, code: value } : kind === 'team' ? { kind, id: value } : { kind: 'everyone' };
}

/** Whether not everybody may see it. */
export const isConfidential = (audience: readonly string[]): boolean => !audience.includes(everyone);
