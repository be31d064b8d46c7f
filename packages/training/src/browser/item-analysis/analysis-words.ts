import { nls } from '@theia/core/lib/common/nls';
import { formatFixed, formatPercent, type Tone } from '@earshot/core/lib/browser/widgets';
import type { AnalysedItemRow, ExamAnalysisView, FigureReason } from '../../common/item-analysis/item-analysis-contract';
import type { ItemConcern } from '../../common/item-analysis/item-concern';

export type Figure = AnalysedItemRow['difficulty'];

export function concernText(concern: ItemConcern): string {
    switch (concern) {
        case 'negative': return nls.localize('earshot/training/item-analysis/concern-negative', 'Discriminates negatively');
        case 'everybody': return nls.localize('earshot/training/item-analysis/concern-everybody', 'Everybody is right');
        case 'nobody': return nls.localize('earshot/training/item-analysis/concern-nobody', 'Nobody is right');
    }
}
export const concernTone = (concern: ItemConcern): Tone => concern === 'everybody' ? 'caution' : 'critical';

/** What to do about it. */
export function concernAdvice(concern: ItemConcern): string {
    switch (concern) {
        case 'negative': return nls.localize('earshot/training/item-analysis/advice-negative', 'Those who did well in the rest of the exam did worse here. Is the key right, and can the question be read in two ways?');
        case 'everybody': return nls.localize('earshot/training/item-analysis/advice-everybody', 'It tells nobody from anybody. Are the wrong options believable? Keep it where everybody simply has to know it.');
        case 'nobody': return nls.localize('earshot/training/item-analysis/advice-nobody', 'Is the key right, and is it taught?');
    }
}

/** Why a figure is not there. */
export function reasonText(reason: FigureReason | null): string {
    switch (reason) {
        case 'no-variation': return nls.localize('earshot/training/item-analysis/reason-variation', 'All answers are worth the same, so there is nothing to compare.');
        case 'too-few-items': return nls.localize('earshot/training/item-analysis/reason-items', 'It takes two questions at least.');
        case 'not-dichotomous': return nls.localize('earshot/training/item-analysis/reason-dichotomous', 'Only for questions that are worth one point, all or nothing.');
        default: return nls.localize('earshot/training/item-analysis/reason-few', 'Too few people have points in every question.');
    }
}

/** @param ms a time that a question was in view */
export const secondsText = (ms: number): string => nls.localize('earshot/training/item-analysis/seconds', '{0} s', formatFixed(ms / 1000, ms < 10_000 ? 1 : 0));
export const shareText = ({ value }: Figure): string => formatPercent(value, 0);
export const difficultyTitle = (): string => nls.localize('earshot/training/item-analysis/difficulty', 'Difficulty (share of points)');
export const discriminationTitle = (): string => nls.localize('earshot/training/item-analysis/discrimination', 'Discrimination');
export const figureText = ({ value }: Figure): string => formatFixed(value, 2);

/** Why there is no analysis, and what would make one. */
export function hiddenText({ hidden, fewest, people }: Pick<ExamAnalysisView, 'hidden' | 'fewest' | 'people'>): { readonly title: string; readonly text: string } {
    switch (hidden) {
        case 'drawn': return {
            title: nls.localize('earshot/training/item-analysis/drawn', 'People had different questions'),
            text: nls.localize('earshot/training/item-analysis/drawn-why', 'Papers of this exam are drawn at random. Points of different questions cannot be compared from person to person, so any figure would mislead. Fix the questions in the blueprint to analyse them.')
        };
        case 'too-few': return {
            title: nls.localize('earshot/training/item-analysis/too-few', 'Too few people have sat it: {0} of {1}', people, fewest),
            text: nls.localize('earshot/training/item-analysis/too-few-why', 'With fewer people than {0}, a single answer turns the figures round.', fewest)
        };
        default: return { title: nls.localize('earshot/training/item-analysis/not-published', 'This exam has not been sat yet'), text: nls.localize('earshot/training/item-analysis/not-published-why', 'Figures are here once it is approved and people have handed it in.') };
    }
}
