import type { FormVersionReference, Gap, Question, QuestionKind } from './question';

export interface AskedItem { readonly id: string; readonly text: string }
export type AskedGap = { readonly id: string; readonly kind: 'short' | 'numeric' } | { readonly id: string; readonly kind: 'choice'; readonly choices: readonly AskedItem[] };

interface AskedCommon<Kind extends QuestionKind> { readonly kind: Kind; readonly prompt: string; readonly points: number; readonly recording?: string }

/** What of a question may be shown while it is answered: no keys, no shares, no weights, no feedback, no hints and no rubric. */
export type AskedQuestion =
    | AskedCommon<'single'> & { readonly choices: readonly AskedItem[] }
    | AskedCommon<'multiple'> & { readonly choices: readonly AskedItem[] }
    | AskedCommon<'true-false'>
    | AskedCommon<'short'>
    | AskedCommon<'numeric'> & { readonly unit?: string }
    | AskedCommon<'matching'> & { readonly stems: readonly AskedItem[]; readonly matches: readonly AskedItem[] }
    | AskedCommon<'ordering'> & { readonly items: readonly AskedItem[] }
    | AskedCommon<'gaps'> & { readonly gaps: readonly AskedGap[] }
    | AskedCommon<'essay'> & { readonly template?: string }
    | AskedCommon<'listening'> & { readonly recording: string; readonly form: FormVersionReference };

/** Names an id anew so that nobody can tell what it was, e.g. an HMAC with the seed of a paper: the same id always gives the same, two ids never do. */
export type OpaqueId = (id: string) => string;

/**
 * The question as it lies in one person's paper: every id named anew, and in an order that follows from the new names. Ids of a bank often
 * tell the key (the first choice of many files is the right one, items to be ordered lie in their order), so a question goes through
 * here before it is asked. Answers are given and marked with the new ids.
 */
export function sealQuestion<Sealed extends Question>(question: Sealed, opaque: OpaqueId): Sealed;
export function sealQuestion(question: Question, opaque: OpaqueId): Question {
    const renamed = <Item extends { readonly id: string }>(items: readonly Item[]): Item[] => items.map(item => ({ ...item, id: opaque(item.id) }));
    switch (question.kind) {
        case 'single':
        case 'multiple':
            return { ...question, choices: question.shuffle ? byId(renamed(question.choices)) : renamed(question.choices) };
        case 'short':
            return { ...question, accepted: renamed(question.accepted) };
        case 'numeric':
            return { ...question, accepted: renamed(question.accepted) };
        case 'matching': {
            const pairs = renamed(question.pairs).map(pair => ({ ...pair, matchId: opaque(pair.matchId) }));
            return { ...question, pairs: question.shuffle ? byId(pairs) : pairs, extras: renamed(question.extras) };
        }
        case 'ordering':
            return { ...question, items: renamed(question.items) };
        case 'gaps':
            return { ...question, gaps: question.gaps.map(gap => sealGap(gap, id => opaque(`${gap.id}/${id}`))) };
        case 'true-false':
        case 'essay':
        case 'listening':
            return question;
    }
}

function sealGap(gap: Gap, opaque: OpaqueId): Gap {
    if (gap.kind !== 'choice') {
        return gap;
    }
    const choices = gap.choices.map(choice => ({ ...choice, id: opaque(choice.id) }));
    return { ...gap, choices: gap.shuffle ? byId(choices) : choices };
}

/** Takes everything away that must not be seen. Items to be ordered and matches come in the order of their ids: seal the question first. */
export function askQuestion(question: Question): AskedQuestion {
    const { prompt, points, recording } = question;
    const common = { prompt, points, ...recording === undefined ? {} : { recording } };
    switch (question.kind) {
        case 'single':
            return { ...common, kind: 'single', choices: question.choices.map(shown) };
        case 'multiple':
            return { ...common, kind: 'multiple', choices: question.choices.map(shown) };
        case 'true-false':
            return { ...common, kind: 'true-false' };
        case 'short':
            return { ...common, kind: 'short' };
        case 'numeric':
            return { ...common, kind: 'numeric', ...question.unit === undefined ? {} : { unit: question.unit } };
        case 'matching': {
            const matches = [...question.pairs.map(pair => ({ id: pair.matchId, text: pair.match })), ...question.extras.map(shown)];
            // two stems may have the same match: it is offered once
            return { ...common, kind: 'matching', stems: question.pairs.map(pair => ({ id: pair.id, text: pair.stem })), matches: byId([...new Map(byId(matches).map(match => [match.text, match])).values()]) };
        }
        case 'ordering':
            return { ...common, kind: 'ordering', items: byId(question.items.map(shown)) };
        case 'gaps':
            return { ...common, kind: 'gaps', gaps: question.gaps.map(gap => gap.kind === 'choice' ? { id: gap.id, kind: gap.kind, choices: gap.choices.map(shown) } : { id: gap.id, kind: gap.kind }) };
        case 'essay':
            return { ...common, kind: 'essay', ...question.template === undefined ? {} : { template: question.template } };
        case 'listening':
            return { ...common, kind: 'listening', recording: question.recording, form: question.form };
    }
}

const shown = ({ id, text }: AskedItem): AskedItem => ({ id, text });

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): Item[] => [...items].sort((one, other) => one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
