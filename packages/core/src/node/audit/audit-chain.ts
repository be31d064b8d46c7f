import { createHash } from 'node:crypto';

/** An entry of the audit log as it enters the hash chain. */
export interface ChainedEntry {
    readonly id: string;
    /** ISO 8601, UTC, milliseconds. */
    readonly at: string;
    readonly action: string;
    readonly actorId: string | null;
    readonly entityType: string;
    readonly entityId: string;
    readonly detail: unknown;
}

/** The hash before the first entry: thirty-two zero bytes. */
export const chainStart: Buffer = Buffer.alloc(32);

/**
 * The hash of an entry in its chain: SHA-256 over the previous hash, the sequence number (8 bytes, big-endian) and the
 * entry in canonical JSON. Changing, removing, adding or reordering any sealed entry changes every hash after it.
 */
export function sealOf(previous: Buffer, sequence: number, entry: ChainedEntry): Buffer {
    const number = Buffer.alloc(8);
    number.writeBigUInt64BE(BigInt(sequence));
    return createHash('sha256').update(previous).update(number).update(canonical([
        entry.id, entry.at, entry.action, entry.actorId, entry.entityType, entry.entityId, entry.detail
    ])).digest();
}

/** JSON with the keys of every object in code-unit order, so that equal values have equal text. */
export function canonical(value: unknown): string {
    if (Array.isArray(value)) {
        return `[${value.map(canonical).join(',')}]`;
    }
    if (value !== null && typeof value === 'object') {
        const members = Object.entries(value).filter(([, member]) => member !== undefined).sort(([one], [other]) => one < other ? -1 : 1);
        return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
    }
    return JSON.stringify(value ?? null);
}
