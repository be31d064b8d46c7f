import { id, moment, operation, z } from '@earshot/core/lib/common/api/operation';
import { documentRoute as route } from '../document/document-contract';
import { longestPath } from './run-evidence';
import { scriptSchema } from './script-schema';

const gone = z.object({ stepId: z.string(), choiceId: z.string().nullable(), /** By the server's clock. */ at: moment });
const interaction = z.string().regex(/^earshot:\/[a-z-]+\/[a-z-]+\/[0-9a-f-]{36}$/);

export const scriptRun = z.object({
    id, documentId: id, versionId: id, title: z.string(), number: z.string(), language: z.string(), personId: id, personName: z.string(), interaction: interaction.nullable(), script: scriptSchema, path: z.array(gone), outcome: z.string().nullable(), begunAt: moment
});
export type StoredRun = z.infer<typeof scriptRun>;

/** Going through a call script. What was entered on the way stays in the browser: it is about the customer. */
export const scriptRunOperations = {
    begin: operation('script-run:write').route(route('POST', '/script-runs', 'Begin a call script in effect, for a call if there is one. With an id of the caller\'s making it can be repeated: the run that is there is the answer'))
        .input(z.object({ id: id.optional(), versionId: id, interaction: interaction.nullable().default(null) })).output(scriptRun),
    go: operation('script-run:write').route(route('PUT', '/script-runs/{id}', 'The way through the script so far; what was kept cannot be changed, and times are the server\'s'))
        .input(z.object({ id, path: z.array(z.object({ stepId: z.string().max(24), choiceId: z.string().max(24).nullable() })).min(1).max(longestPath) })).output(scriptRun),
    link: operation('script-run:write').route(route('PUT', '/script-runs/{id}/interaction', 'Say for which call a run is, or for none; the way that was gone and its times stay')).input(z.object({ id, interaction: interaction.nullable().default(null) })).output(scriptRun),
    get: operation('script-run:read').route(route('GET', '/script-runs/{id}', 'What was said in which order')).input(z.object({ id })).output(scriptRun)
};
