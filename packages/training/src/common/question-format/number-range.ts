import type { AcceptedNumber } from '../question/question';

const decimal = String.raw`[+-]?(?:\d{1,30}\.?\d{0,30}|\.\d{1,30})(?:e[+-]?\d{1,3})?`;
const around = new RegExp(`^(${decimal})(?:\\s*:\\s*(${decimal}))?$`, 'iu');
const between = new RegExp(String.raw`^([+-]?\d{1,30}(?:\.\d{1,30})?(?:e[+-]?\d{1,3})?)\s*\.\.\s*([+-]?\d{1,30}(?:\.\d{1,30})?(?:e[+-]?\d{1,3})?)$`, 'iu');

/** `5`, `5:0.5` or `4.5..5.5` */
export function numberRange(written: string): { readonly value: number; readonly tolerance: number } | { readonly minimum: number; readonly maximum: number } | undefined {
    const range = between.exec(written);
    if (range) {
        return { minimum: Number(range[1]), maximum: Number(range[2]) };
    }
    const value = around.exec(written);
    return value ? { value: Number(value[1]), tolerance: Number(value[2] ?? 0) } : undefined;
}

/** As `numberRange` reads it. */
export const rangeText = (accepted: AcceptedNumber): string => 'value' in accepted ? `${accepted.value}:${accepted.tolerance}` : `${accepted.minimum}..${accepted.maximum}`;
