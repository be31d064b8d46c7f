import type { WorkItem } from '../house-contract';

/** What is due first comes first, the overdue at the very top; then what has no due day, the longest waiting first. */
export const orderWork = (items: readonly WorkItem[]): WorkItem[] => [...items].sort((one, other) =>
    dueOf(one) - dueOf(other) || Date.parse(one.since) - Date.parse(other.since));

const never = Number.MAX_SAFE_INTEGER;
const dueOf = ({ dueAt }: WorkItem): number => dueAt === null ? never : Date.parse(dueAt);
