import { inject, injectable, named } from '@theia/core/shared/inversify';
import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { nls } from '@theia/core/lib/common/nls';

/** Contribution point: the sentences for a package's own CONFLICT reasons and INVALID codes. */
export const ErrorTextContribution = Symbol('ErrorTextContribution');
export interface ErrorTextContribution {
    /** A sentence for `reason` of a CONFLICT (`person.leads-team`), saying what to do next. */
    conflict?(reason: string, detail: Readonly<Record<string, unknown>>): string | undefined;
    /** The field of the form that a CONFLICT with this reason is about, if it is about one: `login` for `login-taken`. */
    field?(reason: string): string | undefined;
    /** A sentence for `code` of a problem in INVALID (`too-short`), to stand beside the field. */
    problem?(code: string, detail: Readonly<Record<string, unknown>>): string | undefined;
    /** A sentence for an error that only this package's operations declare. */
    error?(code: string, data: Readonly<Record<string, unknown>>): string | undefined;
}

/** One field that needs correcting. `path` names it as the operation's input does: `name`, `sections.2.weight`. */
export interface FieldProblem {
    readonly path: string;
    readonly text: string;
}

interface ApiError {
    readonly code: string;
    readonly data: Readonly<Record<string, unknown>>;
    readonly message?: string;
}

const asApiError = (error: unknown): ApiError => {
    const { code, data, message } = (error ?? {}) as Partial<ApiError>;
    return { code: typeof code === 'string' ? code : 'UNKNOWN', data: data ?? {}, message };
};

interface Problem { readonly path: string; readonly code: string; readonly detail?: Readonly<Record<string, unknown>> }
/** zod's issues, as the server answers when an input does not even have the declared shape. */
interface Issue { readonly path: readonly (string | number)[]; readonly code?: string; readonly message?: string }

/** Says in the person's language what went wrong and what to do next. */
@injectable()
export class ErrorTextService {
    @inject(ContributionProvider) @named(ErrorTextContribution)
    protected readonly contributions: ContributionProvider<ErrorTextContribution>;

    readonly describe = (error: unknown): string => {
        const { code, data } = asApiError(error);
        return this.fromContributions(each => each.error?.(code, data)) ?? this.describeCode(code, data);
    };

    /** The problems by field of an INVALID answer, of an input without the declared shape, and of a CONFLICT about one field; else empty. */
    readonly problems = (error: unknown): readonly FieldProblem[] => {
        const { code, data } = asApiError(error);
        if (code === 'INVALID') {
            return (data.problems as readonly Problem[] | undefined ?? []).map(each => ({ path: each.path, text: this.describeProblem(each.code, each.detail ?? {}) }));
        }
        const field = code === 'CONFLICT' ? this.fromContributions(each => each.field?.(String(data.reason))) : undefined;
        if (field) {
            return [{ path: field, text: this.describe(error) }];
        }
        if (code === 'BAD_REQUEST' && Array.isArray(data.issues)) {
            return (data.issues as readonly Issue[]).map(each => ({ path: each.path.join('.'), text: this.describeProblem(each.code ?? 'invalid', {}) }));
        }
        return [];
    };

    protected describeCode(code: string, data: Readonly<Record<string, unknown>>): string {
        switch (code) {
            case 'CONNECTION': return nls.localize('earshot/core/errors/connection', 'The server cannot be reached. Nothing is lost; try again in a moment.');
            case 'UNAUTHORIZED': return nls.localize('earshot/core/errors/unauthorized', 'Your session has ended. Sign in again.');
            case 'FORBIDDEN': return nls.localize('earshot/core/errors/forbidden', 'Your roles do not allow this. Ask an administrator if you need it.');
            case 'OUTRANKED': return nls.localize('earshot/core/errors/outranked', 'This person may do things that you may not. Somebody who manages access can change them.');
            case 'NOT_FOUND': return nls.localize('earshot/core/errors/not-found', 'This does not exist any more, or you may not see it.');
            case 'CONFLICT': return this.fromContributions(each => each.conflict?.(String(data.reason), (data.detail ?? {}) as Record<string, unknown>))
                ?? nls.localize('earshot/core/errors/conflict', 'Somebody changed this meanwhile. Look at the current state and try again.');
            case 'INVALID':
            case 'BAD_REQUEST': return nls.localize('earshot/core/errors/invalid', 'Some of the input needs correcting.');
            case 'WRONG_CREDENTIALS': return nls.localize('earshot/core/errors/wrong-credentials', 'The password is wrong.');
            case 'DISK_FULL': return nls.localize('earshot/core/errors/disk-full', 'The disk of the server is full, and nothing was saved. Keep what you have, and tell your administrator to make room.');
            case 'TIMED_OUT': return nls.localize('earshot/core/errors/timed-out', 'This took too long and was broken off. Narrow the filter, or try again later.');
            case 'LOCKED': return nls.localize('earshot/core/errors/locked', 'Too many failed attempts. Try again in {0} seconds.', Number(data.retryAfterSeconds ?? 60));
            case 'PAYLOAD_TOO_LARGE':
            case 'CONTENT_TOO_LARGE': return nls.localize('earshot/core/errors/too-large', 'This is too large.');
            case 'TOO_MANY_REQUESTS': return nls.localize('earshot/core/errors/too-many-requests', 'Too many requests. Try again in {0} seconds.', Number(data.retryAfterSeconds ?? 60));
            default: return nls.localize('earshot/core/errors/unexpected', 'Something went wrong on the server. Try again; if it stays, tell your administrator.');
        }
    }

    protected describeProblem(code: string, detail: Readonly<Record<string, unknown>>): string {
        return this.fromContributions(each => each.problem?.(code, detail)) ?? nls.localize('earshot/core/errors/problem', 'This value cannot be used.');
    }

    protected fromContributions(ask: (contribution: ErrorTextContribution) => string | undefined): string | undefined {
        for (const contribution of this.contributions.getContributions()) {
            const text = ask(contribution);
            if (text !== undefined) {
                return text;
            }
        }
        return undefined;
    }
}
