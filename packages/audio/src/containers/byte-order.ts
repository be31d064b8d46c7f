/** Little- and big-endian integers and four-character names in a byte array. Reads past the end give 0 bits, never an error. */

export const u16le = (bytes: Uint8Array, at: number): number => bytes[at] | bytes[at + 1] << 8;

export const u32le = (bytes: Uint8Array, at: number): number => (u16le(bytes, at) | u16le(bytes, at + 2) << 16) >>> 0;

export const u64le = (bytes: Uint8Array, at: number): number => u32le(bytes, at) + u32le(bytes, at + 4) * 2 ** 32;

export const u16be = (bytes: Uint8Array, at: number): number => bytes[at] << 8 | bytes[at + 1];

export const u32be = (bytes: Uint8Array, at: number): number => (u16be(bytes, at) << 16 | u16be(bytes, at + 2)) >>> 0;

export const u64be = (bytes: Uint8Array, at: number): number => u32be(bytes, at) * 2 ** 32 + u32be(bytes, at + 4);

/** Whether the bytes at `at` spell `name` (Latin-1). */
export const spells = (bytes: Uint8Array, at: number, name: string): boolean => {
    for (let i = 0; i < name.length; i++) {
        if (bytes[at + i] !== name.charCodeAt(i)) {
            return false;
        }
    }
    return true;
};

/** Four bytes as text, for comparing chunk and box names. */
export const fourCharacters = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
