import type { AcceptedNumber } from './question';

/**
 * The number that somebody typed, or null. Full-width digits, a unit behind (or a currency before) the number, and commas between
 * thousands are understood; a single comma that cannot stand between thousands is a decimal one ("3,5").
 */
export function readNumber(typed: string, unit = ''): number | null {
    let text = typed.normalize('NFKC').trim().replaceAll('−', '-');
    const named = unit.normalize('NFKC').trim();
    if (named !== '' && text.toLowerCase().endsWith(named.toLowerCase())) {
        text = text.slice(0, -named.length).trim();
    } else if (named !== '' && text.toLowerCase().startsWith(named.toLowerCase())) {
        text = text.slice(named.length).trim();
    }
    if (/^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/u.test(text)) {
        text = text.replaceAll(',', '');
    } else if (/^[+-]?\d*,\d+$/u.test(text)) {
        text = text.replace(',', '.');
    }
    if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/iu.test(text)) {
        return null;
    }
    const value = Number(text);
    return Number.isFinite(value) ? value : null;
}

/** Both bounds included; numbers that differ only by how they are written in binary are the same (0.1 + 0.2 is within 0 of 0.3). */
export function fitsNumber(value: number, accepted: AcceptedNumber): boolean {
    const [minimum, maximum] = 'value' in accepted ? [accepted.value - accepted.tolerance, accepted.value + accepted.tolerance] : [accepted.minimum, accepted.maximum];
    const hair = Math.max(Math.abs(value), Math.abs(minimum), Math.abs(maximum)) * 1e-12;
    return value >= minimum - hair && value <= maximum + hair;
}

/** What lies between two numbers as their middle, with half of what is between them as its tolerance. */
export const withTolerance = (accepted: AcceptedNumber): { readonly value: number; readonly tolerance: number } =>
    'value' in accepted ? accepted : { value: (accepted.minimum + accepted.maximum) / 2, tolerance: (accepted.maximum - accepted.minimum) / 2 };
