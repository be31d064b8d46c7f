import { describe, expect, it } from 'vitest';
import { evaluationFilterCount, evaluationListInput, readEvaluationFilter } from './evaluation-filter';

const read = (search: string) => readEvaluationFilter(new URLSearchParams(search));
const id = '01a200b7-7316-7401-8a11-286fef562d21';

describe('the filters of evaluations', () => {
    it('are read from the address; what cannot be one is passed over', () => {
        expect(read(`evaluator=${id}&state=revision-pending&purpose=monitoring&from=2026-11-18&page=2`)).toEqual({ evaluator: id, state: 'revision-pending', purpose: 'monitoring', from: '2026-11-18' });
        expect(read(`form=${id}&lost=tone.empathy`)).toEqual({ form: id, lost: 'tone.empathy' });
        expect(evaluationListInput(read('occasion=side-by-side'))).toEqual({ occasion: 'side-by-side' });
        expect(evaluationListInput(read('queue=Cards'))).toEqual({ queue: 'Cards' });
        expect(read('lost=tone.empathy')).toEqual({}); // a question of no form
        expect(read('evaluator=me&state=lost&purpose=fun&occasion=any&from=today&form=')).toEqual({});
    });
    it('ask for whole days, and are counted with a range as one', () => {
        const filter = read(`from=2026-11-18&to=2026-11-19&agent=${id}`);
        const input = evaluationListInput(filter);
        expect(new Date(input.to!).getTime() - new Date(input.from!).getTime()).toBe(48 * 3_600_000);
        expect(input.agentId).toBe(id);
        expect(evaluationFilterCount(filter)).toBe(2);
    });
});
