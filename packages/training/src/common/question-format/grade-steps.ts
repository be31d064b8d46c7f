import type { Choice, MultipleQuestion } from '../question/question';

/**
 * Shares as files write them: percentages with few decimals. Where one is meant for a fraction (33.33333, 33.3 or 33 of a third), the
 * fraction is taken, so that three thirds are a whole. The fractions are those that Moodle offers
 * (https://docs.moodle.org/en/GIFT_format, "Percentage answer weights").
 */
const fractions = [1 / 3, 2 / 3, 1 / 6, 5 / 6, 1 / 7, 1 / 8, 1 / 9];

/** @param percent as written: `33.33333`, `-50` @returns −1 … 1; 0 for what is no number */
export function shareOf(percent: string): number {
    const written = Number(percent);
    const share = Number.isFinite(written) ? Math.max(-1, Math.min(1, written / 100)) : 0;
    const size = Math.abs(share) * 100;
    const fraction = fractions.find(each => percent.includes('.') ? Math.abs(each * 100 - size) < 0.06 : size === Math.floor(each * 100) || size === Math.round(each * 100));
    return fraction === undefined ? share : Math.sign(share) * fraction;
}

/** With five decimals at most, and in a way that is read as the same: `33.33333`, `50`, but `33.0` where no third is meant. */
export function percentText(share: number): string {
    const text = String(Number((share * 100).toFixed(5)));
    return Math.abs(shareOf(text) - share) < 1e-6 || text.includes('.') ? text : `${text}.0`;
}

/** All or nothing is not known to Moodle: what is right shares what there is, what is wrong takes it all away. */
export const shareInMoodle = ({ choices, credit }: MultipleQuestion, { share }: Choice): number => credit === 'shares' ? share : share > 0 ? 1 / choices.filter(each => each.share > 0).length : -1;
