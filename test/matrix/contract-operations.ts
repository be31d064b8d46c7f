import { isContractProcedure } from '@orpc/contract';
import type { OperationMeta } from '@earshot/core/lib/common/api/operation';
import type { ApiContribution } from '@earshot/core/lib/node/api/implementation';
import * as z from 'zod';

/** A schema of zod 4, of whichever copy. */
export type Schema = z.ZodType;

/** One operation of a contract, with what it takes. */
export interface ContractOperation {
    /** `quality.evaluations.list` */
    readonly name: string;
    readonly method: string;
    /** Below `/api`, with `{id}` for what is put in. */
    readonly path: string;
    readonly meta: OperationMeta;
    readonly input: Schema | undefined;
    /** Bytes go in or out: of which media type. */
    readonly stream?: { readonly consumes?: string; readonly produces: string };
}

interface Declared { readonly route: { readonly method?: string; readonly path?: string }; readonly meta: OperationMeta; readonly inputSchema?: Schema }

const flat = (name: string, contract: unknown): ContractOperation[] => {
    if (isContractProcedure(contract)) {
        const { route, meta, inputSchema } = contract['~orpc'] as unknown as Declared;
        return [{ name, method: route.method ?? 'POST', path: route.path ?? '', meta, input: inputSchema }];
    }
    return Object.entries(contract as Record<string, unknown>).flatMap(([key, member]) => flat(`${name}.${key}`, member));
};

export const operationsOfContribution = ({ name, contract, streams }: ApiContribution): ContractOperation[] => [
    ...flat(name, contract),
    ...Object.entries(streams ?? {}).map(([key, { operation }]): ContractOperation => ({
        name: `${name}.${key}`, method: operation.method, path: operation.path.replace(/:(\w+)/g, '{$1}'), meta: operation, input: undefined, stream: operation
    }))
];
