import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outlineOf } from '@earshot/training/lib/common/document/clauses';
import { checkBlueprint } from '@earshot/training/lib/common/exam/check-blueprint';
import { questionKinds } from '@earshot/training/lib/common/question/question';
import { difficulties } from '@earshot/training/lib/common/question/question-content';
import { question } from '@earshot/training/lib/common/question/question-schema';
import { validateQuestion } from '@earshot/training/lib/common/question/validate-question';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleDocuments, titleOfSampleDocument } from '../common/sample-documents';
import { sampleExams } from '../common/sample-exams';
import { samplePositions } from '../common/sample-people';
import { questionsInReview, questionsOfGift, questionToCheck, type SampleQuestion, sampleTopics } from '../common/sample-questions';
import { sampleQuestions } from './sample-question-files';

let questions: readonly SampleQuestion[];
beforeAll(async () => { questions = await sampleQuestions(); });

/** The headings of the version of a document that is in effect. */
function headingsOf(document: string): readonly string[] {
    const { title } = titleOfSampleDocument(document);
    const { files, effectiveDaysAgo } = sampleDocuments.find(each => each.title === title)!;
    const inEffect = files.filter((_, place) => effectiveDaysAgo[place] !== null).at(-1);
    return inEffect ? outlineOf(readFileSync(join(__dirname, '..', '..', 'documents', `${inEffect}.md`), 'utf8')).clauses.map(each => each.title) : [];
}

describe('the questions of the sample centre', () => {
    it('are sound, travel as they are, and say how hard they are', () => {
        const unsound = questions.flatMap(each => validateQuestion(each.question).map(problem => ({ name: each.name, ...problem })));
        expect(unsound).toEqual([]);
        expect(questions.filter(each => !question.safeParse(each.question).success || !difficulties.includes(each.difficulty)).map(each => each.name)).toEqual([]);
    });

    it('ask about clauses that are in effect, one of each heading', () => {
        const headings = new Map(Object.keys(sampleTopics).map(each => [each, headingsOf(each)]));
        expect(questions.filter(each => headings.get(each.document)?.filter(one => one === each.clause).length !== 1).map(each => `${each.document}: ${each.clause}`)).toEqual([]);
    });

    it('are a hundred and more of every kind but listening, in three languages, each with its own name', () => {
        expect(questions.length).toBeGreaterThan(100);
        expect(new Set(questions.map(each => each.name)).size).toBe(questions.length);
        expect(new Set(questions.map(each => each.question.kind))).toEqual(new Set(questionKinds.filter(each => each !== 'listening')));
        expect(new Set(questions.map(each => titleOfSampleDocument(each.document).language))).toEqual(new Set(['zh-cn', 'zh-tw', 'en']));
        expect([...questionsInReview, questionToCheck].filter(name => !questions.some(each => each.name === name))).toEqual([]);
    });

    it('are enough for the exams', () => {
        const bank = questions.filter(each => !questionsInReview.includes(each.name) && each.name !== questionToCheck)
            .map(each => ({ id: each.name, points: each.question.points, clauses: [], skills: [], difficulty: each.difficulty, tags: [sampleTopics[each.document]!.topic] }));
        const named = new Map(bank.map(each => [each.id, each.id]));
        for (const { blueprint } of sampleExams) {
            expect(checkBlueprint(blueprint(named, new Map(Object.keys(samplePositions).map(each => [each, each]))), bank).problems).toEqual([]);
        }
    });

    it('names what in a file is not a question', () => expect(() => questionsOfGift('card-blocking.zh-cn', '::No answer:: What?')).toThrow('card-blocking.zh-cn'));
});
