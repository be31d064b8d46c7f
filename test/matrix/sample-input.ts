import * as z from 'zod';
import type { Schema } from './contract-operations';

/** What JSON Schema says of a value, as far as contracts use it. */
export interface Shape {
    readonly type?: string | readonly string[]; readonly format?: string; readonly pattern?: string; readonly enum?: readonly unknown[]; readonly const?: unknown;
    readonly anyOf?: readonly Shape[]; readonly oneOf?: readonly Shape[]; readonly allOf?: readonly Shape[]; readonly $ref?: string; readonly default?: unknown;
    readonly properties?: Readonly<Record<string, Shape>>; readonly required?: readonly string[]; readonly items?: Shape; readonly prefixItems?: readonly Shape[];
    readonly additionalProperties?: Shape | boolean; readonly minItems?: number; readonly minLength?: number; readonly maxLength?: number; readonly minimum?: number; readonly exclusiveMinimum?: number;
}

/** An id that nothing has. */
export const unknownId = '0193a5f0-0000-7000-8000-00000000dead';

const formats: Readonly<Record<string, string>> = { uuid: unknownId, 'date-time': '2026-11-20T10:00:00.000Z', date: '2026-11-20', email: 'sample@example.org', uri: 'https://example.org/sample' };

const text = ({ format, minLength = 0 }: Shape): string => formats[format ?? ''] ?? 'sample'.padEnd(minLength, 'x');

const valueOf = (shape: Shape): unknown => {
    if (shape.const !== undefined || shape.enum) {
        return shape.const ?? shape.enum![0];
    }
    const one = shape.anyOf ?? shape.oneOf ?? shape.allOf;
    if (one) {
        return valueOf(one.find(each => each.type !== 'null') ?? one[0]!);
    }
    switch (typeof shape.type === 'object' ? shape.type[0] : shape.type) {
        case 'string': return text(shape);
        case 'number': case 'integer': return Math.max(1, shape.minimum ?? 1, (shape.exclusiveMinimum ?? 0) + 1);
        case 'boolean': return true;
        case 'null': return null;
        case 'array': return shape.prefixItems ? shape.prefixItems.map(valueOf) : Array.from({ length: shape.minItems ?? 0 }, () => valueOf(shape.items ?? {}));
        case 'object': return Object.fromEntries((shape.required ?? []).map(name => [name, valueOf(shape.properties?.[name] ?? {})]));
        default: return 'sample';
    }
};

export const shapeOf = (schema: Schema): Shape => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Shape;

/** The names of an input's members that are ids. */
export const idMembers = (schema: Schema | undefined): string[] => Object.entries(schema ? shapeOf(schema).properties ?? {} : {})
    .filter(([, shape]) => [shape, ...shape.anyOf ?? []].some(each => each.format === 'uuid')).map(([name]) => name);

/**
 * The smallest input that an operation accepts the shape of, with ids that nothing has.
 *
 * @throws when the schema wants something that this does not know how to make
 */
export const sampleInput = (name: string, schema: Schema | undefined): Readonly<Record<string, unknown>> => {
    if (!schema) {
        return {};
    }
    const sample = valueOf(shapeOf(schema));
    const problem = schema.safeParse(sample).error;
    if (problem) {
        throw new Error(`No sample of an input for ${name}: ${problem.message}`);
    }
    return sample as Readonly<Record<string, unknown>>;
};
