import { id, moment, operation, page, paging, shortText, z } from '@earshot/core/lib/common/api/operation';
import { mismatchReasons } from '@earshot/forms';
import { permission } from '@earshot/core/lib/common/access/permission';

export const formVersionStates = ['draft', 'in-review', 'published', 'retired'] as const;
/** What a form is called in files and addresses of other programs: short, stable, in small letters. */
export const formKey = z.string().regex(/^[a-z][a-z0-9-]{1,60}$/);
const localized = z.record(z.string(), z.string());
/** A form definition as `@earshot/forms` reads it; what comes in is checked there, problem by problem. */
const definition = z.record(z.string(), z.unknown());

/** What the forms of a centre rate: conversations with customers, or articles of its knowledge base. It stays: results about different things make no series. */
export const formSubjects = ['interaction', 'article', 'training'] as const;
export type FormSubject = typeof formSubjects[number];
const subject = z.enum(formSubjects);

/** Up to here the uses of a version are counted. */
export const mostUses = 1000;

export const formVersion = z.object({
    id, formId: id, number: z.number(), state: z.enum(formVersionStates), title: localized, definition, hash: z.string(),
    authorId: id.nullable(), authorName: z.string().nullable(), changedAt: moment, publishedAt: moment.nullable(), version: z.number(),
    /** How many filled-in forms use it, counted up to one more than {@link mostUses}. */
    uses: z.number()
});
export type FormVersion = z.infer<typeof formVersion>;

export const form = z.object({ id, key: z.string(), subject, title: localized, published: z.object({ id, number: z.number() }).nullable(), draft: z.object({ id, number: z.number(), state: z.enum(formVersionStates) }).nullable(), changedAt: moment });
export type Form = z.infer<typeof form>;

export const formProblem = z.object({ severity: z.enum(['error', 'warning']), path: z.string(), code: z.string(), parameters: z.record(z.string(), z.unknown()).optional() });

const passes = z.object({ passed: z.number(), n: z.number() });
const mean = z.number().nullable();
/** Past evaluations of a form, scored on one of its versions. Percentages 0 to 100; bands of ten points. */
export const formReplay = z.object({
    /** How many evaluations were taken of how many; of each version and month no more than `most`, spread evenly over it. */
    taken: z.number(), all: z.number(), most: z.number(),
    figures: z.object({
        n: z.number(), whole: z.number(), meanBefore: mean, meanAfter: mean, bandsBefore: z.array(z.number()), bandsAfter: z.array(z.number()), passedBefore: passes, passedAfter: passes
    }),
    gaps: z.array(z.object({ question: z.string(), /** As it was asked last. */ text: localized, reason: z.enum([...mismatchReasons, 'not-asked-then']), evaluations: z.number() })),
    /** By month (`2026-11`, UTC) of submission and version, rising. */
    series: z.array(z.object({ month: z.string(), number: z.number(), n: z.number(), meanBefore: mean, meanAfter: mean })),
    /** Version numbers with which scores can no longer be put in one series with those of the version before. */
    breaks: z.array(z.number())
});
export type FormReplayResult = z.infer<typeof formReplay>;

/** What a centre demands of everybody who makes forms. */
export const formPolicy = z.object({
    /** Nobody publishes a version that they have written at. */
    otherPublisher: z.boolean()
});
export type FormPolicy = z.infer<typeof formPolicy>;

/** A ruling of a calibration session: guidance beside the question from then on. */
export const ruling = z.object({ id, questionId: z.string(), text: z.string(), decidedAt: moment, decidedIn: z.string().nullable() });
export type Ruling = z.infer<typeof ruling>;

/** An answer as it travels; `@earshot/forms` decides whether it fits the question. */
export const answer = z.object({ value: z.union([z.string().max(20_000), z.number(), z.boolean()]).nullable(), notApplicable: z.literal(true).optional(), comment: z.string().max(20_000).optional() });
export const answers = z.record(z.string().max(200), answer);
/** Marks on a recording that prove a rating: milliseconds from its start. A mark of one moment has `toMs === fromMs`. */
export const evidence = z.object({ id, questionId: z.string().max(200).nullable(), fromMs: z.number().int().min(0), toMs: z.number().int().min(0), note: z.string().max(2000).optional() });
export type Evidence = z.infer<typeof evidence>;

const route = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: `/${string}`, summary: string) => ({ method, path: `/assessment${path}` as const, summary, tags: ['assessment'] });
const version = z.number().int();

export const assessmentOperations = {
    forms: {
        list: operation('form:read').route(route('GET', '/forms', 'Forms; drafts only for who may write or publish forms')).input(z.object({ ...paging, text: z.string().max(200).optional(), publishedOnly: z.union([z.boolean(), z.stringbool()]).optional(), subject: subject.optional() })).output(page(form)),
        get: operation('form:read').route(route('GET', '/forms/{id}', 'One form with its versions, newest first')).input(z.object({ id })).output(form.extend({ versions: z.array(formVersion.omit({ definition: true })) })),
        version: operation('form:read').route(route('GET', '/form-versions/{id}', 'One version of a form with its rulings')).input(z.object({ id })).output(formVersion.extend({ rulings: z.array(ruling) })),
        create: operation('form:write').route(route('POST', '/forms', 'Make a form; its first version is a draft')).input(z.object({ key: formKey, subject: subject.default('interaction'), definition })).output(formVersion),
        check: operation('form:write').route(route('POST', '/form-check', 'What is wrong with a definition, and where; nothing is saved')).input(z.object({ definition })).output(z.object({ problems: z.array(formProblem) })),
        saveDraft: operation('form:write').route(route('PUT', '/form-versions/{id}', 'Save a draft')).input(z.object({ id, version, definition })).output(formVersion.extend({ problems: z.array(formProblem) })),
        newVersion: operation('form:write').route(route('POST', '/forms/{id}/versions', 'Begin a new version from the published one')).input(z.object({ id })).output(formVersion),
        act: operation('form:write').route(route('POST', '/form-versions/{id}/actions', 'Submit for review, return, publish or retire a version; publishing needs form:publish'))
            .input(z.object({ id, version, action: z.string().max(40) })).output(formVersion),
        discard: operation('form:write').route(route('DELETE', '/form-versions/{id}', 'Discard a draft')).input(z.object({ id })).output(z.object({ done: z.literal(true) })),
        compare: operation('form:read').route(route('GET', '/form-comparison', 'The difference between two versions')).input(z.object({ previous: id, next: id })).output(z.object({ comparison: z.record(z.string(), z.unknown()) })),
        replay: operation('form:write', { rate: 'heavy' }).route(route('GET', '/form-versions/{id}/replay', 'The latest evaluations of the form as this version would have scored them; of those that the caller may see')).input(z.object({ id })).output(formReplay),
        policy: operation('form:read').route(route('GET', '/form-policy', 'What the centre demands of who makes forms')).output(formPolicy),
        setPolicy: operation('settings:write').route(route('PUT', '/form-policy', 'Demand, or no longer, that somebody else publishes a form than who wrote it')).input(formPolicy).output(formPolicy),
        exportFile: operation('form:read').route(route('GET', '/form-versions/{id}/file', 'A version as a file that can be imported elsewhere')).input(z.object({ id })).output(z.record(z.string(), z.unknown())),
        importFile: operation('form:write').route(route('POST', '/form-files', 'Import a form file as a new form, or as a draft of an existing one')).input(z.object({ key: shortText.optional(), formId: id.optional(), /** Of a new form. */ subject: subject.default('interaction'), file: z.record(z.string(), z.unknown()) })).output(formVersion)
    }
};

export const assessmentPermissions = [
    permission('form:read', { 'qa-evaluator': 'all', 'qa-lead': 'all', agent: 'all', 'team-leader': 'all', trainer: 'all', 'operations-manager': 'all', auditor: 'all', 'knowledge-editor': 'all', approver: 'all', 'process-owner': 'all' }, ['all']),
    permission('form:write', { 'qa-lead': 'all' }, ['all']),
    permission('form:publish', { 'qa-lead': 'all' }, ['all'])
];
