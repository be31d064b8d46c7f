/** By which way customer and agent met. */
export const channels = ['voice', 'chat', 'email', 'sms', 'in-person'] as const;
export type Channel = typeof channels[number];
/** Channels whose content is written. */
export const textChannels = ['chat', 'email', 'sms'] as const satisfies readonly Channel[];
export type TextChannel = typeof textChannels[number];

/**
 * How it came to be evaluated: `recorded` from its recording or its messages, the others by somebody who was there:
 * `live` listened in, `side-by-side` sat beside the agent, `mystery` was the customer, with a scenario.
 */
export const occasions = ['recorded', 'live', 'side-by-side', 'mystery'] as const;
export type Occasion = typeof occasions[number];
export const observedOccasions = ['live', 'side-by-side', 'mystery'] as const satisfies readonly Occasion[];
export type ObservedOccasion = typeof observedOccasions[number];
