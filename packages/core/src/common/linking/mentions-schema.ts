import { z } from '../api/operation';

/** What refers to something: `live` in what is in effect, otherwise in a draft only. `unseen`: so many more that the caller may not see. */
export const seenMentions = z.object({ seen: z.array(z.object({ link: z.string(), kind: z.string(), title: z.string(), live: z.boolean() })), unseen: z.number() });
export type SeenMentions = z.infer<typeof seenMentions>;
