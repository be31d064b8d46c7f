import { done, id, moment, operation, page, paging, SIGNED_IN, z } from './api/operation';

export const jobStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export const job = z.object({
    id, kind: z.string(), title: z.string(), personId: id.nullable(), state: z.enum(jobStates),
    /** Share done, 0 to 1, or null while unknown. */
    progress: z.number().nullable(), message: z.string().nullable(), problem: z.object({ code: z.string(), detail: z.record(z.string(), z.unknown()) }).nullable(),
    result: z.record(z.string(), z.unknown()).nullable(), createdAt: moment, finishedAt: moment.nullable()
});
export type Job = z.infer<typeof job>;

export const notification = z.object({ id, kind: z.string(), detail: z.record(z.string(), z.unknown()), link: z.string().nullable(), createdAt: moment, readAt: moment.nullable() });
export type Notification = z.infer<typeof notification>;

export const channels = ['app', 'email', 'webhook'] as const;
/** Which channels carry which kind of notification; `app` cannot be switched off. */
export const notificationChoice = z.object({ kinds: z.array(z.string()), email: z.array(z.string()), webhook: z.array(z.string()), emailAvailable: z.boolean(), webhookUrl: z.url().max(500).nullable(), webhookSecretSet: z.boolean() });

/** Something that waits for somebody, as it appears on Home. */
export const workItem = z.object({ kind: z.string(), title: z.string(), detail: z.record(z.string(), z.unknown()), link: z.string(), dueAt: moment.nullable(), since: moment });
export type WorkItem = z.infer<typeof workItem>;
/** A figure on Home, with its unit, sample size and a small trend (oldest first). */
export const figure = z.object({ kind: z.string(), value: z.number().nullable(), unit: z.enum(['percent', 'count', 'milliseconds', 'points']), n: z.number(), trend: z.array(z.number().nullable()), link: z.string().nullable() });
export type Figure = z.infer<typeof figure>;

export const hit = z.object({ kind: z.string(), id, title: z.string(), subtitle: z.string(), link: z.string() });
export type Hit = z.infer<typeof hit>;

export const auditEntry = z.object({ id, at: moment, action: z.string(), actorId: id.nullable(), actorName: z.string().nullable(), entityType: z.string(), entityId: z.string(), detail: z.record(z.string(), z.unknown()), sequence: z.number().nullable(), hash: z.string().nullable() });
export type AuditEntry = z.infer<typeof auditEntry>;

export const houseOperations = {
    work: operation(SIGNED_IN).route({ method: 'GET', path: '/work', summary: 'What waits for me, oldest duty first, and the figures that matter to my roles', tags: ['house'] })
        .output(z.object({ items: z.array(workItem), figures: z.array(figure) })),
    quickOpen: operation(SIGNED_IN).route({ method: 'GET', path: '/quick-open', summary: 'People, calls, forms and more by name, number or pinyin', tags: ['house'] })
        .input(z.object({ text: z.string().max(200), limit: z.coerce.number().int().min(1).max(50).default(20) })).output(z.array(hit)),
    resolveLink: operation(SIGNED_IN).route({ method: 'GET', path: '/links', summary: 'Name the thing behind an earshot: link', tags: ['house'] })
        .input(z.object({ link: z.string().max(300) })).output(hit),
    nameLinks: operation(SIGNED_IN).route({ method: 'GET', path: '/link-names', summary: 'Name what is behind several earshot: links; what the caller may not see is left out', tags: ['house'] })
        .input(z.object({ links: z.string().max(4000).transform(text => text.split(',').filter(Boolean).slice(0, 20)) })).output(z.array(hit)),
    notifications: operation(SIGNED_IN).route({ method: 'GET', path: '/notifications', summary: 'My notifications, newest first', tags: ['house'] })
        .input(z.object(paging)).output(page(notification).extend({ unread: z.number() })),
    readNotifications: operation(SIGNED_IN).route({ method: 'POST', path: '/notifications/read', summary: 'Mark notifications as read; all of mine without ids', tags: ['house'] })
        .input(z.object({ ids: z.array(id).max(500).optional() })).output(done),
    notificationChoice: operation(SIGNED_IN).route({ method: 'GET', path: '/notifications/choice', summary: 'How I want to be notified', tags: ['house'] }).output(notificationChoice),
    chooseNotifications: operation(SIGNED_IN).route({ method: 'PUT', path: '/notifications/choice', summary: 'Choose how I am notified', tags: ['house'] })
        .input(z.object({ email: z.array(z.string().max(100)).max(100), webhook: z.array(z.string().max(100)).max(100), webhookUrl: z.url().max(500).nullable(), webhookSecret: z.string().min(16).max(200).optional() })).output(done),
    jobs: operation('job:read').route({ method: 'GET', path: '/jobs', summary: 'Jobs, newest first', tags: ['house'] }).input(z.object({ ...paging, state: z.enum(jobStates).optional() })).output(page(job)),
    job: operation('job:read').route({ method: 'GET', path: '/jobs/{id}', summary: 'One job', tags: ['house'] }).input(z.object({ id })).output(job),
    cancelJob: operation('job:cancel').route({ method: 'POST', path: '/jobs/{id}/cancellation', summary: 'Cancel a waiting or running job', tags: ['house'] }).input(z.object({ id })).output(job),
    audit: operation('audit:read').route({ method: 'GET', path: '/audit', summary: 'The audit log, newest first', tags: ['house'] })
        .input(z.object({ ...paging, actorId: id.optional(), action: z.string().max(100).optional(), entityId: z.string().max(100).optional(), from: moment.optional(), to: moment.optional() })).output(page(auditEntry)),
    verifyAudit: operation('audit:read', { rate: 'heavy' }).route({ method: 'POST', path: '/audit/verification', summary: 'Recompute the hash chain of the audit log', tags: ['house'] })
        .output(z.object({ valid: z.boolean(), sealed: z.number(), unsealed: z.number(), oldestUnsealedAt: moment.nullable(), head: z.string().nullable(), firstProblem: z.object({ sequence: z.number(), code: z.string() }).nullable() }))
};
