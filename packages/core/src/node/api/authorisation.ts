import type { AnyContractRouter } from '@orpc/contract';
import { isContractProcedure } from '@orpc/contract';
import { type OperationMeta, PUBLIC, SIGNED_IN, type StreamOperation } from '../../common/api/operation';
import { type Principal, scopeOf } from './context';
import { unauthorized } from './failure';

/** One operation as the authorisation matrix lists it. */
export interface ListedOperation { readonly name: string; readonly method: string; readonly path: string; readonly meta: OperationMeta; readonly stream: boolean }

/** @throws UNAUTHORIZED or FORBIDDEN. The scope of what a permission reaches is enforced inside the queries. */
export function authorise(meta: OperationMeta, principal: Principal | undefined): void {
    if (meta.permission === PUBLIC) {
        return;
    }
    if (!principal?.personId) {
        throw unauthorized();
    }
    if (meta.permission !== SIGNED_IN) {
        scopeOf(principal, meta.permission);
    }
}

/** Every operation of a contract, flat, with names such as `people.list`. */
export function operationsOf(name: string, contract: AnyContractRouter): ListedOperation[] {
    if (isContractProcedure(contract)) {
        const { route, meta } = contract['~orpc'] as unknown as { route: { method?: string; path?: string }; meta: OperationMeta };
        return [{ name, method: route.method ?? 'POST', path: route.path ?? '', meta, stream: false }];
    }
    return Object.entries(contract).flatMap(([key, member]) => operationsOf(`${name}.${key}`, member as AnyContractRouter));
}

export const listStream = (name: string, operation: StreamOperation): ListedOperation =>
    ({ name, method: operation.method, path: operation.path.replace(/:(\w+)/g, '{$1}'), meta: operation, stream: true });

/** @throws Error naming the operations that lack a permission, name an unknown one, or share a path. The server then does not start. */
export function checkOperations(operations: readonly ListedOperation[], permissions: ReadonlySet<string>): void {
    const known = (permission: string | undefined): boolean => permission === PUBLIC || permission === SIGNED_IN || permissions.has(permission ?? '');
    const problems = operations.filter(each => !known(each.meta?.permission)).map(each => `${each.name}: unknown permission '${each.meta?.permission}'`);
    const taken = new Map<string, string>();
    for (const each of operations) {
        const route = `${each.method} ${each.path.replace(/\{\w+\}/g, '{}')}`;
        const other = taken.get(route);
        if (other) {
            problems.push(`${each.name} and ${other} share ${route}`);
        }
        taken.set(route, each.name);
    }
    if (problems.length) {
        throw new Error(`The contract is not sound:\n  ${problems.join('\n  ')}`);
    }
}
