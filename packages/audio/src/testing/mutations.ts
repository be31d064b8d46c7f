import { SeededRandom } from './random';

const EXTREMES = [0, 1, 0x7f, 0x80, 0xff];

/** Damages a file in one of the ways that transfer, storage and malice do: bits, bytes, sizes, cuts, repetitions, shifts. */
export const mutate = (original: Uint8Array, random: SeededRandom): Uint8Array => {
    let bytes: Uint8Array = original.slice();
    for (let count = 1 + random.below(4); count > 0; count--) {
        bytes = mutateOnce(bytes, random);
    }
    return bytes;
};

const mutateOnce = (bytes: Uint8Array, random: SeededRandom): Uint8Array => {
    const at = placeIn(bytes, random);
    const length = 1 + random.below(Math.min(64, Math.max(1, bytes.length - at)));
    switch (random.below(7)) {
        case 0:
            bytes[at] ^= 1 << random.below(8);
            return bytes;
        case 1:
            bytes[at] = EXTREMES[random.below(EXTREMES.length)];
            return bytes;
        case 2:
            bytes.fill(EXTREMES[random.below(EXTREMES.length)], at, at + 4);        // often a size
            return bytes;
        case 3:
            return bytes.slice(0, at);
        case 4:
            return joined(bytes.subarray(0, at), bytes.subarray(at + length));
        case 5:
            return joined(bytes.subarray(0, at + length), bytes.subarray(at));
        default:
            for (let i = at; i < Math.min(bytes.length, at + length); i++) {
                bytes[i] = random.below(256);
            }
            return bytes;
    }
};

/** Half of all damage strikes the header, where it hurts most. */
const placeIn = (bytes: Uint8Array, random: SeededRandom): number =>
    random.below(random.next() < 0.5 ? Math.min(128, bytes.length) : bytes.length);

const joined = (first: Uint8Array, second: Uint8Array): Uint8Array => {
    const bytes = new Uint8Array(first.length + second.length);
    bytes.set(first);
    bytes.set(second, first.length);
    return bytes;
};
