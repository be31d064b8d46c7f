import type { Answers, FormDefinition, Question } from '@earshot/forms';
import type { CalibrationPanel, PanelEvaluation } from './panel';

const question = (id: string, more: Partial<Question> & Pick<Question, 'kind'>): Question =>
    ({ id, text: { en: id }, weight: 1, notApplicable: true, critical: { class: 'none', effect: 'none' }, ...more });

/** For the specs: a yes/no question, a scale from 1 to 5, and a free text. */
export const fixtureForm: FormDefinition = {
    title: { en: 'Fixture' }, languages: ['en'],
    sections: [{ id: 's', title: { en: 'S' }, questions: [
        question('greeting', { kind: 'yes-no' }),
        question('tone', { kind: 'scale', options: [1, 2, 3, 4, 5].map(value => ({ value, label: { en: String(value) } })) }),
        question('remark', { kind: 'text', optional: true })
    ] }]
};

type Ratings = readonly (readonly [greeting: boolean | null | 'na', tone: number | null, percent: number | null] | null)[];

/** For the specs: one row per call, one entry per rater `a`, `b`, `c` …; null where a rater did not submit. */
export function fixturePanel(rows: readonly Ratings[], more: Partial<CalibrationPanel> = {}): CalibrationPanel {
    const raterIds = (rows[0] ?? []).map((_, column) => 'abcdefghij'[column]!);
    const evaluations = rows.flatMap((row, call) => row.flatMap((each, column): PanelEvaluation[] => {
        if (!each) {
            return [];
        }
        const [greeting, tone, percent] = each;
        const answers: Answers = { greeting: greeting === 'na' ? { value: null, notApplicable: true } : { value: greeting }, tone: { value: tone } };
        return [{ evaluationId: `${call}${raterIds[column]}`, raterId: raterIds[column]!, interactionId: String(call), answers, percent }];
    }));
    return { form: fixtureForm, interactionIds: rows.map((_, call) => String(call)), raterIds, expertId: null, evaluations, consensus: [], tolerance: 5, ...more };
}
