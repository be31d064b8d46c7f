import { id, operation, z } from '@earshot/core/lib/common/api/operation';

export const nearDuplicate = z.object({ id, title: z.string(), /** 0 to 1: shared pairs of neighbouring characters and words over all pairs of both. */ resemblance: z.number(), /** 0 to 1: how much of the text given the other holds. */ containment: z.number() });
export type NearDuplicate = z.infer<typeof nearDuplicate>;

export const duplicateOperations = {
    find: operation('article:write').route({ method: 'POST', path: '/knowledge/near-duplicates', summary: 'Published articles that say nearly the same as a text that is being written', tags: ['knowledge'] })
        .input(z.object({ text: z.string().max(200_000), except: id.optional() })).output(z.array(nearDuplicate))
};
