import { id, moment, z } from '@earshot/core/lib/common/api/operation';

/** Why a stretch of a recording must not be heard. */
export const maskReasons = ['card-number', 'identity-document', 'health', 'other'] as const;
export type MaskReason = typeof maskReasons[number];

/** A stretch of a recording that only those with `recording:unmask` can hear, milliseconds from its start. */
export const mask = z.object({ id, fromMs: z.number(), toMs: z.number(), reason: z.enum(maskReasons) });
export type RecordingMask = z.infer<typeof mask>;

/** A mask with its history: masks are lifted, never deleted. */
export const maskRecord = mask.extend({ madeBy: z.string().nullable(), madeAt: moment, liftedBy: z.string().nullable(), liftedAt: moment.nullable() });
export type MaskRecord = z.infer<typeof maskRecord>;

/**
 * How far the masks of a recording have got: `none` where there are none; `preparing` while the recording is converted into a form
 * in which parts can be silenced, and nobody without `recording:unmask` hears anything of it; `ready` when they hear the rest.
 */
export const maskStates = ['none', 'preparing', 'ready'] as const;
export type MaskState = typeof maskStates[number];
