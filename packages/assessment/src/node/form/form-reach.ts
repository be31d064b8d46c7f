import type { Principal } from '@earshot/core/lib/node/api/context';

/** Which versions somebody sees: all of them, or those that are or were in force. Unfinished forms are between those who write them. */
export type FormReach = 'drafts' | 'published';

export const formReach = ({ via, permissions }: Principal): FormReach => via === 'system' || permissions.has('form:write') || permissions.has('form:publish') ? 'drafts' : 'published';
