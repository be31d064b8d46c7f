import { z } from '@earshot/core/lib/common/api/operation';

/** Limits of what is read out in one call. */
export const scriptLimits = { steps: 300, choices: 12, text: 5000, variables: 50 } as const;

const stepId = z.string().regex(/^c-[a-z0-9]{4,16}$/);
const name = z.string().max(40);
const text = z.string().max(scriptLimits.text);

const condition = z.object({ variable: name, is: z.enum(['equal', 'different', 'above', 'below', 'filled', 'empty']), value: z.string().max(200).optional() });
const choice = z.object({ id: z.string().min(1).max(24), label: z.string().max(300), next: z.string().max(24), when: z.array(condition).max(10).readonly().optional() });

export const scriptSchema = z.object({
    start: z.string().max(24),
    variables: z.array(z.object({ name, kind: z.enum(['text', 'number', 'choice']), options: z.array(z.string().max(100)).max(30).readonly().optional() })).max(scriptLimits.variables).readonly(),
    steps: z.array(z.object({
        id: stepId, title: z.string().max(200), say: text, warning: text.optional(), links: z.array(z.string().max(300).regex(/^earshot:\/[a-z-]+\/[a-z-]+\/[0-9a-f-]{36}$/)).max(20).readonly(), asks: z.array(name).max(20).readonly(),
        choices: z.array(choice).max(scriptLimits.choices).readonly(), outcome: z.string().max(1000).optional()
    })).max(scriptLimits.steps).readonly()
});
