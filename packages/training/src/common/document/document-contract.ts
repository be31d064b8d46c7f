import { done, id, moment, operation, page, paging, shortText, z } from '@earshot/core/lib/common/api/operation';
import { diagramLimits } from '../diagram/diagram';
import { scriptSchema } from '../script/script-schema';
import { chapters, documentKinds, documentLanguages, longestReviewDays } from './document-content';
import { changeSizes } from './version-number';
import { versionActions, versionStates } from './version-workflow';

const kind = z.enum(documentKinds);
const chapter = z.enum(chapters);
const language = z.enum(documentLanguages);
const version = z.number().int();
const area = z.string().trim().max(60);

export const documentContent = z.object({
    language, title: z.string().max(300), kind, chapter, area, restricted: z.boolean(), everybody: z.boolean(), positionIds: z.array(id).max(200), acknowledgeDays: z.number().int().min(1).max(90),
    reviewDays: z.number().int().min(1).max(longestReviewDays), change: z.enum(changeSizes), text: z.string().max(300_000), script: scriptSchema.nullable().default(null),
    diagrams: z.array(z.object({ id: z.string().max(20), name: z.string().trim().min(1).max(diagramLimits.name), hash: z.string().max(64) })).max(diagramLimits.perVersion).default([])
});

/** `new`: no version of it was in effect yet. */
export const documentStates = ['new', 'effective', 'obsolete'] as const;
export type DocumentState = typeof documentStates[number];

/** What a document wants of the person who asks: nothing, to be acknowledged, or nothing more. */
const dutyStates = ['none', 'due', 'done'] as const;

/** `number`: `2.0`, major and minor. */
const openVersion = z.object({ id, number: z.string(), state: z.enum(versionStates), authorName: z.string().nullable(), changedAt: moment, effectiveAt: moment.nullable() });

export const documentRow = z.object({
    id, language, title: z.string(), kind, chapter, area: z.string(), state: z.enum(documentStates), restricted: z.boolean(), ownerId: id.nullable(), ownerName: z.string().nullable(),
    number: z.string().nullable(), effectiveAt: moment.nullable(), reviewDueAt: moment.nullable(), changedAt: moment,
    /** A version on its way, where the caller may know of it. */
    open: openVersion.nullable(), duty: z.enum(dutyStates), dutyDueAt: moment.nullable(),
    /** Of those concerned whom the caller may see; null where they may see nobody. */
    acknowledged: z.object({ done: z.number(), people: z.number() }).nullable()
});
export type DocumentRow = z.infer<typeof documentRow>;

export const versionRow = z.object({
    id, documentId: id, number: z.string(), state: z.enum(versionStates), title: z.string(), hash: z.string(), authorId: id.nullable(), authorName: z.string().nullable(),
    /** What was changed and why, for whoever approves and for those who read it. */
    note: z.string().nullable(), effectiveAt: moment.nullable(), tookEffectAt: moment.nullable(), obsoleteAt: moment.nullable(), changedAt: moment, version: z.number()
});
export type VersionRow = z.infer<typeof versionRow>;

/** Something that hangs on changed clauses and was not looked at yet; `kind` as the gate is called. */
const heldBy = z.object({ kind: z.string(), count: z.number() });

export const documentVersion = versionRow.extend({
    content: documentContent, approvals: z.array(z.object({ personId: id, personName: z.string(), hash: z.string(), at: moment, voided: z.boolean() })),
    /** What keeps it from taking effect, unless it is released with a reason. */
    heldBy: z.array(heldBy), releaseReason: z.string().nullable(), releasedByName: z.string().nullable(),
    /** Threads that nobody has settled; none for those who may not read them. */
    openComments: z.number(),
    /** What the caller may do with it now. */
    may: z.array(z.enum(versionActions))
});
export type DocumentVersion = z.infer<typeof documentVersion>;

export const document = documentRow.extend({
    /** The version in effect; of an obsolete document, the last one that was. */
    live: documentVersion.nullable(),
    /** What the caller has acknowledged last. */
    mine: z.object({ versionId: id, number: z.string(), hash: z.string(), at: moment }).nullable(),
    positions: z.array(z.object({ id, name: z.string() })), everybody: z.boolean(), version: z.number(), mayWrite: z.boolean(), mayRemind: z.boolean()
});
export type Document = z.infer<typeof document>;

export const catalogueEntry = z.object({ kind, chapter, area: z.string(), documents: z.number() });
export type CatalogueEntry = z.infer<typeof catalogueEntry>;

export const documentRoute = <M extends 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'>(method: M, path: `/${string}`, summary: string) => ({ method, path: `/training${path}` as const, summary, tags: ['training'] });
const route = documentRoute;
const flag = z.union([z.boolean(), z.stringbool()]);

export const documentOrders = ['catalogue', 'changed', 'due'] as const;
export type DocumentOrder = typeof documentOrders[number];

export const documentFilter = {
    text: z.string().max(200).optional(), kind: kind.optional(), chapter: chapter.optional(), area: area.optional(), state: z.enum(documentStates).optional(), openState: z.enum(versionStates).optional(), ownerId: id.optional(),
    positionId: id.optional(), /** Only those that the caller has to acknowledge. */ mine: flag.optional()
};

export const documentOperations = {
    list: operation('document:read').route(route('GET', '/documents', 'Process documents that the caller may see; obsolete ones only when asked for')).input(z.object({ ...paging, ...documentFilter, order: z.enum(documentOrders).default('catalogue') })).output(page(documentRow)),
    get: operation('document:read').route(route('GET', '/documents/{id}', 'One document with the version in effect')).input(z.object({ id })).output(document),
    catalogue: operation('document:read').route(route('GET', '/document-catalogue', 'The layers of the catalogue with how many documents stand in each')).output(z.array(catalogueEntry)),
    clause: operation('document:read').route(route('GET', '/clauses/{id}', 'Where a clause stands now')).input(z.object({ id })).output(z.object({ id, documentId: id, anchor: z.string(), number: z.string(), title: z.string(), current: z.boolean() })),
    create: operation('document:write').route(route('POST', '/documents', 'Begin a document; its first version is a draft')).input(z.object({ language, title: shortText, kind, chapter, area: area.default(''), text: z.string().max(300_000).default(''), /** A call script, which is written step by step. */ asScript: z.boolean().default(false) })).output(documentVersion),
    own: operation('document:write').route(route('PATCH', '/documents/{id}', 'Say who answers for a document')).input(z.object({ id, version, ownerId: id })).output(document)
};

export const versionOperations = {
    list: operation('document:read').route(route('GET', '/documents/{id}/versions', 'The versions of a document, newest first; readers see those that are or were in effect, or will be')).input(z.object({ id })).output(z.array(versionRow)),
    get: operation('document:read').route(route('GET', '/document-versions/{id}', 'One version')).input(z.object({ id })).output(documentVersion),
    begin: operation('document:write').route(route('POST', '/documents/{id}/versions', 'Begin a new version from the one in effect')).input(z.object({ id })).output(documentVersion),
    save: operation('document:write').route(route('PUT', '/document-versions/{id}', 'Save a draft; headings without an anchor are found again among the clauses that there were')).input(z.object({ id, version, content: documentContent, note: z.string().max(2000).nullable() })).output(documentVersion),
    discard: operation('document:write').route(route('DELETE', '/document-versions/{id}', 'Discard a draft, and with its only version the document')).input(z.object({ id })).output(done),
    act: operation('document:read').route(route('POST', '/document-versions/{id}/actions', 'A step in the life of a version; who may take which is said by `may`'))
        .input(z.object({ id, version, action: z.enum(versionActions), /** For `schedule`. */ effectiveAt: moment.optional(), /** For `return`: why; for `take-effect` and `schedule`: why it is released although something is still to be checked. */ reason: z.string().trim().max(2000).optional() })).output(documentVersion)
};

export const acknowledgementStates = ['done', 'missing', 'overdue'] as const;
export const acknowledgementRow = z.object({
    personId: id, personName: z.string(), teamName: z.string().nullable(), positionName: z.string().nullable(), state: z.enum(acknowledgementStates), dueAt: moment,
    number: z.string().nullable(), hash: z.string().nullable(), at: moment.nullable(), remindedAt: moment.nullable()
});
export type AcknowledgementRow = z.infer<typeof acknowledgementRow>;

export const acknowledgementOperations = {
    list: operation('acknowledgement:read').route(route('GET', '/documents/{id}/acknowledgements', 'Who has read the version in effect and who has not, as far as the caller may see them'))
        .input(z.object({ id, ...paging, state: z.enum(acknowledgementStates).optional() })).output(page(acknowledgementRow).extend({ people: z.number(), done: z.number(), overdue: z.number() })),
    give: operation('document:read').route(route('POST', '/document-versions/{id}/acknowledgements', 'Say that one has read this version; the hash is that of the text that was read')).input(z.object({ id, hash: z.string().max(64) })).output(document),
    remind: operation('document:write').route(route('POST', '/documents/{id}/reminders', 'Remind those who have not read it yet, nobody more than once a day')).input(z.object({ id, personIds: z.array(id).max(500).optional() })).output(z.object({ reminded: z.number() }))
};
