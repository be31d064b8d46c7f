import { id, moment, operation, page, paging, stream, z } from '@earshot/core/lib/common/api/operation';
import { questionFormats } from '../question-format/question-format';
import { itemConcerns } from '../item-analysis/item-concern';
import { questionKinds } from './question';
import { difficulties, type QuestionContent, questionLanguages } from './question-content';
import { question } from './question-schema';
import { questionActions, questionStates, questionVersionStates } from './question-workflow';

const word = z.string().trim().min(1).max(100);
const words = z.array(word).max(30);
export const clauseReference = z.object({ documentId: id, clauseId: z.string().max(40) });

export const questionContent: z.ZodType<QuestionContent, QuestionContent> = z.object({
    language: z.enum(questionLanguages), name: z.string().trim().max(200), category: z.string().trim().max(200), tags: words, skills: words, difficulty: z.enum(difficulties).nullable(),
    clauses: z.array(clauseReference).max(50), question
});

export const questionRow = z.object({
    id, language: z.enum(questionLanguages), name: z.string(), category: z.string(), tags: z.array(z.string()), skills: z.array(z.string()), difficulty: z.enum(difficulties).nullable(), kind: z.enum(questionKinds), prompt: z.string(), points: z.number(),
    state: z.enum(questionStates), /** Of a version that is on its way beside the approved one. */ openState: z.enum(['draft', 'in-review']).nullable(),
    /** Clauses that have changed since somebody looked. */ toCheck: z.number(), /** What its answers say against it, while nobody has looked. */ concern: z.enum(itemConcerns).nullable(), changedAt: moment, version: z.number()
});
export type QuestionRow = z.infer<typeof questionRow>;

/** A clause that the question asks about. `changed` and `removed`: by a document version that stands approved or is in effect, and nobody has said yet that the question still holds. */
export const boundClause = clauseReference.extend({
    documentTitle: z.string(), number: z.string(), title: z.string(), text: z.string(), current: z.boolean(),
    check: z.object({ versionId: id, versionNumber: z.string(), change: z.enum(['changed', 'removed']), openedAt: moment }).nullable()
});
export type BoundClause = z.infer<typeof boundClause>;

export const questionVersionRow = z.object({ number: z.number(), state: z.enum(questionVersionStates), authorName: z.string().nullable(), approvedBy: z.string().nullable(), changedAt: moment, reason: z.string().nullable() });

/** An exam whose answers say something against a question, and how many people answered it. */
const finding = z.object({ examId: id, examTitle: z.string(), number: z.number(), concern: z.enum(itemConcerns), people: z.number() });

export const questionDetail = questionRow.extend({
    /** While nobody has looked. */
    findings: z.array(finding),
    /** The version on its way, or else the approved or retired one. */
    content: questionContent, number: z.number(), versionState: z.enum(questionVersionStates),
    /** What exams ask meanwhile, where `content` is on its way. */
    approved: questionContent.nullable(), clauses: z.array(boundClause), versions: z.array(questionVersionRow), may: z.array(z.enum([...questionActions, 'confirm']))
});
export type QuestionDetail = z.infer<typeof questionDetail>;

export const clauseRow = clauseReference.extend({ documentTitle: z.string(), number: z.string(), title: z.string() });
export type ClauseRow = z.infer<typeof clauseRow>;

export const questionFilter = {
    text: z.string().trim().max(200).optional(), state: z.enum(questionStates).optional(), kind: z.enum(questionKinds).optional(), language: z.enum(questionLanguages).optional(), category: z.string().max(200).optional(), tag: z.string().max(100).optional(),
    skill: z.string().max(100).optional(), difficulty: z.enum(difficulties).optional(), documentId: id.optional(), clauseId: z.string().max(40).optional(), toCheck: z.stringbool().optional(), standsOut: z.stringbool().optional(), mine: z.stringbool().optional()
};

/** What a file may have before its questions are taken out of it: packages hold pictures, too. */
export const questionFileBytes = 30 * 1024 ** 2;

/** Files are text; one of several megabytes holds thousands of questions. */
const file = { format: z.enum(questionFormats), text: z.string().max(5_000_000), language: z.enum(questionLanguages) };

/** `file`: the file of a package that the line is of. */
export const fileProblem = z.object({ line: z.number(), file: z.string().optional(), code: z.string(), name: z.string().nullable(), excerpt: z.string(), /** What is wrong with a question that was understood. */ problems: z.array(z.object({ path: z.string(), code: z.string() })) });
/** What would become of each question of a file. */
export const importPlan = z.object({
    questions: z.array(z.object({ line: z.number(), file: z.string().optional(), name: z.string(), kind: z.enum(questionKinds), prompt: z.string(), outcome: z.enum(['new', 'changed', 'same', 'busy']), notes: z.array(z.string()) })), broken: z.array(fileProblem)
});
export type ImportPlan = z.infer<typeof importPlan>;

const facet = z.array(z.object({ word: z.string(), questions: z.number() }));
const route = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: `/${string}`, summary: string) => ({ method, path: `/training${path}` as const, summary, tags: ['questions'] });
const one = { id, version: z.number().int() };

export const questionOperations = {
    list: operation('question:read').route(route('GET', '/questions', 'The question bank, what changed last first')).input(z.object({ ...paging, ...questionFilter })).output(page(questionRow)),
    facets: operation('question:read').route(route('GET', '/question-facets', 'Categories, tags and skills of the question bank, with how many questions have them')).output(z.object({ categories: facet, tags: facet, skills: facet })),
    clauses: operation('question:read').route(route('GET', '/question-clauses', 'Clauses in effect that questions may ask about, by their words')).input(z.object({ text: z.string().trim().max(200).default(''), limit: z.coerce.number().int().min(1).max(100).default(30) })).output(z.array(clauseRow)),
    get: operation('question:read').route(route('GET', '/questions/{id}', 'A question with its key, its clauses and its versions')).input(z.object({ id })).output(questionDetail),
    create: operation('question:write').route(route('POST', '/questions', 'Begin a question, as a draft')).input(z.object({ content: questionContent })).output(questionDetail),
    save: operation('question:write').route(route('PUT', '/questions/{id}', 'Save the draft of a question')).input(z.object({ ...one, content: questionContent })).output(questionDetail),
    act: operation('question:read').route(route('POST', '/questions/{id}/actions', 'Take a question a step further: submit, withdraw, return with a reason, approve, revise, retire'))
        .input(z.object({ ...one, action: z.enum(['submit', 'withdraw', 'return', 'approve', 'revise', 'retire']), reason: z.string().trim().max(2000).optional() })).output(questionDetail),
    discard: operation('question:write').route(route('DELETE', '/questions/{id}/draft', 'Throw the draft away; a question that was never approved goes with it')).input(z.object({ id, version: z.coerce.number().int() })).output(z.object({ gone: z.boolean() })),
    confirm: operation('question:write').route(route('POST', '/questions/{id}/confirmation', 'The question still holds although its clauses have changed')).input(z.object(one)).output(questionDetail),
    planImport: operation('question:write', { rate: 'heavy' }).route(route('POST', '/question-import-plans', 'Read a file and say what would become of each question, without changing anything')).input(z.object(file)).output(importPlan),
    import: operation('question:write', { rate: 'heavy' }).route(route('POST', '/question-imports', 'Take the new and changed questions of a file in, as drafts. With an id of the caller\'s making it can be repeated: nothing is taken in twice')).input(z.object({ ...file, importId: id.optional() })).output(z.object({ importId: id, created: z.number(), revised: z.number(), broken: z.number() })),
    undoImport: operation('question:write').route(route('DELETE', '/question-imports/{id}', 'Take the drafts of an import back that nobody has touched since')).input(z.object({ id })).output(z.object({ removed: z.number(), kept: z.number() })),
    export: operation('question:read', { rate: 'heavy' }).route(route('POST', '/question-exports', 'Questions as a file; what the format cannot carry is named'))
        .input(z.object({ format: z.enum(questionFormats), ids: z.array(id).max(2000).optional(), filter: z.object(questionFilter).optional() })).output(z.object({ fileName: z.string(), mediaType: z.string(), /** Of a package: its bytes in base64. */ text: z.string(), encoding: z.enum(['utf-8', 'base64']), written: z.number(), left: z.array(z.object({ id, name: z.string(), codes: z.array(z.string()) })) }))
};

export const questionStreams = {
    readFile: stream({
        method: 'POST', path: '/training/question-files', permission: 'question:write', rate: 'heavy', consumes: 'application/octet-stream', produces: 'application/json', maxBytes: questionFileBytes,
        summary: 'Make text of a file of questions, as the other operations take it, without keeping anything: of a QTI package all of its items; any other by its encoding'
    })
};
