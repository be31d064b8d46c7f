import { done, id, operation, shortText, z } from '@earshot/core/lib/common/api/operation';

/** How often people are told that a saved report has a period more: never, when a week is over, or when a month is. */
export const deliveries = ['never', 'week', 'month'] as const;
export type Delivery = typeof deliveries[number];

const fields = {
    name: shortText,
    /** The choice as it stands in the address of the page: `tab=severity&span=90`. */
    search: z.string().max(2000),
    /** The code of the role whose people see it, too; null: nobody else. */
    sharedWith: z.string().min(1).max(100).nullable(), delivery: z.enum(deliveries)
};
/** `mine`: whether the caller may change it. `announced`: the first and the last day of the week or month that people were told of last, which a link to it opens. */
export const savedReport = z.object({ id, ...fields, ownerName: z.string(), mine: z.boolean(), announced: z.object({ from: z.iso.date(), to: z.iso.date() }).nullable(), version: z.number().int() });
export type SavedReport = z.infer<typeof savedReport>;
const input = z.object({ ...fields, sharedWith: fields.sharedWith.default(null), delivery: fields.delivery.default('never') });
export type SavedReportInput = z.output<typeof input>;

const route = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: `/${string}`, summary: string) => ({ method, path: `/quality${path}` as const, summary, tags: ['reports'] });

/** A saved report is a choice, not figures: whoever opens it sees what they themselves may see. */
export const savedReportOperations = {
    list: operation('report:read').route(route('GET', '/saved-reports', 'Saved reports of my own and of those who share theirs with a role of mine, by name')).output(z.array(savedReport)),
    get: operation('report:read').route(route('GET', '/saved-reports/{id}', 'One saved report')).input(z.object({ id })).output(savedReport),
    add: operation('report:read').route(route('POST', '/saved-reports', 'Save a report. To share it takes the permission to see all reports')).input(input).output(savedReport),
    change: operation('report:read').route(route('PUT', '/saved-reports/{id}', 'Change a saved report of mine')).input(input.extend({ id, version: z.number().int() })).output(savedReport),
    remove: operation('report:read').route(route('DELETE', '/saved-reports/{id}', 'Remove a saved report of mine')).input(z.object({ id, version: z.coerce.number().int() })).output(done)
};
