import { id, moment, shortText, z } from '@earshot/core/lib/common/api/operation';

/** What somebody found, in their words. */
export const findings = z.string().trim().min(1).max(5000);
const day = z.iso.date();

/** What a review decided is to be done, and whether it is. */
export const minutesAction = z.object({ id, text: z.string(), ownerId: id, ownerName: z.string(), dueOn: day, doneAt: moment.nullable(), maySettle: z.boolean() });
export type MinutesAction = z.infer<typeof minutesAction>;

/** The minutes of any review: when, of what, by whom, and who does what until when. Findings stand beside them, as each review has them. */
export const minutesFields = {
    id, heldOn: day, scope: z.string(), participants: z.array(z.object({ id, name: z.string() })), actions: z.array(minutesAction), recordedByName: z.string(), recordedAt: moment
};

/** The same as they are recorded. */
export const newMinutesFields = {
    heldOn: day, scope: z.string().trim().max(500).default(''), participantIds: z.array(id).max(50), actions: z.array(z.object({ text: shortText, ownerId: id, dueOn: day })).max(50)
};

export interface NewAction { readonly text: string; readonly ownerId: string; readonly dueOn: string }
export interface NewMinutes { readonly heldOn: string; readonly scope: string; readonly participantIds: readonly string[]; readonly actions: readonly NewAction[] }
