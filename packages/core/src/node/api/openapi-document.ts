import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { AnyContractRouter } from '@orpc/contract';
import { PUBLIC, type StreamOperation } from '../../common/api/operation';
import type { ApiContribution } from './implementation';

/** The whole interface as an OpenAPI 3.1 document; made once, since the contract does not change while the server runs. */
export async function openApiDocument(contributions: readonly ApiContribution[], version: string): Promise<Record<string, unknown>> {
    const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
    const contract: AnyContractRouter = Object.fromEntries(contributions.map(each => [each.name, each.contract]));
    const document = await generator.generate(contract, {
        info: { title: 'Earshot', version, description: 'Everything that the screens can do. Sign in with POST /session, or send a personal API token as `Authorization: Bearer earshot_…`.' },
        servers: [{ url: '/api' }],
        security: [{ token: [] }],
        components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } }
    });
    const paths = { ...document.paths } as Record<string, Record<string, unknown>>;
    for (const each of contributions) {
        for (const [key, { operation }] of Object.entries(each.streams ?? {})) {
            const path = operation.path.replace(/:(\w+)/g, '{$1}');
            paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describeStream(`${each.name}.${key}`, operation) };
        }
    }
    return { ...document, paths };
}

const describeStream = (operationId: string, operation: StreamOperation): Record<string, unknown> => ({
    operationId, summary: operation.summary, tags: [operationId.split('.')[0]],
    ...(operation.permission === PUBLIC ? { security: [] } : {}),
    parameters: [...operation.path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...(operation.consumes ? { requestBody: { required: true, content: { [operation.consumes]: { schema: { type: 'string', format: 'binary' } } } } } : {}),
    responses: { 200: { description: 'OK', content: { [operation.produces]: { schema: { type: 'string', format: 'binary' } } } } }
});
