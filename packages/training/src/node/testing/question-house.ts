import { corePermissions } from '@earshot/core/lib/common/access/core-permissions';
import { openTestHouse, type TestHouse, type TestPerson } from '../../../../core/src/node/people/test-house';
import type { BankEntry } from '../../common/exam/blueprint';
import { examPermissions } from '../../common/exam/exam-permissions';
import { documentPermissions } from '../../common/document/document-permissions';
import type { QuestionContent } from '../../common/question/question-content';
import { questionPermissions } from '../../common/question/question-permissions';
import { QuestionBank } from '../question/question-bank';
import { QuestionChecks, QuestionGate } from '../question/question-checks';
import { QuestionEditing, type QuestionStepInput } from '../question/question-editing';
import { QuestionExchange } from '../question/question-exchange';
import { QuestionReader } from '../question/question-reader';
import type { TrainingTables } from '../training-tables';

/** For integration tests: a house with a question bank, and those who write, review and read it. */
export interface TestQuestionHouse extends TestHouse {
    readonly reader: QuestionReader; readonly editing: QuestionEditing; readonly checks: QuestionChecks; readonly exchange: QuestionExchange; readonly bank: QuestionBank; readonly gate: QuestionGate;
    readonly author: TestPerson; readonly reviewer: TestPerson; readonly auditor: TestPerson;
    /** A question as the author has it on their screen now. */
    seen(id: string): Promise<{ readonly id: string; readonly version: number }>;
    act(person: TestPerson, id: string, action: QuestionStepInput['action'], why?: string): Promise<void>;
    /** Written by the author, approved by the reviewer. @returns its id */
    approved(about?: Partial<QuestionContent>): Promise<string>;
    /** As exams find it; undefined where they do not. */
    entryOf(id: string): Promise<BankEntry | undefined>;
}

/** A sound question with one choice that is right. */
export const testContent = (about: Partial<QuestionContent> = {}): QuestionContent => ({
    language: 'en', name: 'Greeting', category: 'Service/Greeting', tags: ['phone'], skills: ['service'], difficulty: 'easy', clauses: [],
    question: { kind: 'single', prompt: 'Who is greeted **first**?', points: 1, shuffle: true, choices: [{ id: 'a', text: 'The customer', share: 1 }, { id: 'b', text: 'Nobody', share: 0 }] }, ...about
});

/** What a CONFLICT for a reason looks like. */
export const refusal = (reason: string) => ({ data: { reason } });

export async function openTestQuestionHouse(): Promise<TestQuestionHouse> {
    const house = await openTestHouse([...corePermissions, ...documentPermissions, ...questionPermissions, ...examPermissions]);
    const { database } = house;
    const [reader, editing, bank] = [new QuestionReader(database), new QuestionEditing(database), new QuestionBank()];
    const [author, reviewer, auditor] = [await house.person('author', { roles: ['trainer'] }), await house.person('reviewer', { roles: ['trainer'] }), await house.person('auditor', { roles: ['auditor'] })];
    const seen = async (id: string) => ({ id, version: (await reader.get(author, id)).version });
    const act = async (person: TestPerson, id: string, action: QuestionStepInput['action'], why?: string) => editing.act(person, { ...await seen(id), action, reason: why });
    return {
        ...house, reader, editing, bank, author, reviewer, auditor, seen, act, checks: new QuestionChecks(database), exchange: new QuestionExchange(database), gate: new QuestionGate(),
        approved: async about => {
            const id = await editing.create(author, testContent(about));
            await act(author, id, 'submit');
            await act(reviewer, id, 'approve');
            return id;
        },
        entryOf: async id => (await bank.entries(database.read<TrainingTables>())).find(each => each.id === id)
    };
}
