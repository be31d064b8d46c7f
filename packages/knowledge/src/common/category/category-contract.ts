import { done, id, operation, z } from '@earshot/core/lib/common/api/operation';
import { secondApprovals } from './category-rules';

/** Names by language; at least one, as the service checks. */
const word = z.string().trim().min(1).max(100).optional();
const name = z.object({ en: word, 'zh-cn': word, 'zh-tw': word });

const settings = {
    parentId: id.nullable(), name, place: z.number().int().min(0).max(9999),
    /** Days until the next review; null as the category above has it. */
    reviewDays: z.number().int().min(1).max(365).nullable(), secondApproval: z.enum(['none', ...secondApprovals]).nullable()
};

export const category = z.object({ id, ...settings, name: z.record(z.string(), z.string()), version: z.number(), /** Articles in it that the caller may see, those below it not counted. */ articles: z.number() });
export type Category = z.infer<typeof category>;

const route = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: `/${string}`, summary: string) => ({ method, path: `/knowledge${path}` as const, summary, tags: ['knowledge'] });

export const categoryOperations = {
    list: operation('article:read').route(route('GET', '/categories', 'The categories of the knowledge base')).output(z.array(category)),
    add: operation('knowledge:administer').route(route('POST', '/categories', 'Add a category')).input(z.object(settings)).output(category),
    change: operation('knowledge:administer').route(route('PUT', '/categories/{id}', 'Rename, move or set the rules of a category')).input(z.object({ id, version: z.number().int(), ...settings })).output(category),
    remove: operation('knowledge:administer').route(route('DELETE', '/categories/{id}', 'Remove a category without articles and without categories below it')).input(z.object({ id })).output(done)
};
