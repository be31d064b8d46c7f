import * as React from '@theia/core/shared/react';
import type { FormDefinition } from '@earshot/forms';
import { steadyPath } from '../../../common/form/form-place';

/** Which problems are said: where somebody has been, and all of them once somebody wanted to be done. */
export interface ShownProblems {
    shows(path: string): boolean;
    touch(path: string): void;
}

export function useShownProblems(form: FormDefinition, all: boolean): ShownProblems {
    const [touched, setTouched] = React.useState<ReadonlySet<string>>(new Set());
    const touch = React.useCallback((path: string) => {
        const name = steadyPath(form, path);
        setTouched(current => current.has(name) ? current : new Set([...current, name]));
    }, [form]);
    const shows = React.useCallback((path: string) => {
        const name = steadyPath(form, path);
        return all || [...touched].some(each => each === name || name.startsWith(`${each}/`) || each.startsWith(`${name}/`));
    }, [form, all, touched]);
    return { shows, touch };
}
