import type { Mark } from './mark';
import type { Gap, Question } from './question';

interface Said { readonly id: string; readonly feedback?: string }

const own = (items: readonly Said[], id: string): string | undefined => items.find(each => each.id === id)?.feedback;

/** What is said about an answer, in the order of its marks, and then to everybody. */
export function feedbackOf(question: Question, { feedback }: Mark): readonly string[] {
    return [...feedback.map(id => saidAbout(question, id)), question.feedback].filter(text => text !== undefined && text.trim() !== '') as string[];
}

function saidAbout(question: Question, id: string): string | undefined {
    switch (question.kind) {
        case 'single':
        case 'multiple':
            return own(question.choices, id);
        case 'true-false':
            return id === 'true' ? question.feedbackTrue : question.feedbackFalse;
        case 'short':
        case 'numeric':
            return id === 'otherwise' ? question.otherwise : own(question.accepted, id);
        case 'gaps':
            return saidInGap(question.gaps, id);
        case 'matching':
        case 'ordering':
        case 'essay':
        case 'listening':
            return undefined;
    }
}

function saidInGap(gaps: readonly Gap[], path: string): string | undefined {
    const gap = gaps.find(each => path.startsWith(`${each.id}/`));
    const id = gap && path.slice(gap.id.length + 1);
    return gap === undefined || id === undefined ? undefined : id === 'otherwise' ? gap.otherwise : own(gap.kind === 'choice' ? gap.choices : gap.accepted, id);
}
