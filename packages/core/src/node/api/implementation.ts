import type { AnyContractRouter } from '@orpc/contract';
import { type AnyRouter, implement } from '@orpc/server';
import type { NextFunction, Request, Response } from 'express';
import type { StreamOperation } from '../../common/api/operation';
import type { RequestContext } from './context';

/** Begins the implementation of a contract: `const os = implementOperations(contract); os.router({ … })`. Who may call is decided before any handler runs. */
export const implementOperations = <C extends AnyContractRouter>(contract: C) => implement(contract).$context<RequestContext>();

/** Serves one stream operation; authorised, limited and rate-checked before it is called. Errors are passed to `next`. */
export type StreamHandler = (request: Request, response: Response, context: RequestContext, next: NextFunction) => void | Promise<void>;

/** Contribution point: the operations of a package with what carries them out. Name and contract keys are the client's. */
export const ApiContribution = Symbol('ApiContribution');
export interface ApiContribution {
    readonly name: string;
    readonly contract: AnyContractRouter;
    readonly router: AnyRouter;
    readonly streams?: Readonly<Record<string, { readonly operation: StreamOperation; readonly handle: StreamHandler }>>;
}
