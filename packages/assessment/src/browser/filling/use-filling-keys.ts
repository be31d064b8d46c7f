import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { type FormDefinition, allQuestions } from '@earshot/forms';
import type { PageKey } from '@earshot/core/lib/browser/keyboard/page-keys';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard/use-page-keys';
import { type FillingActions, fillingKeys } from './filling-keys';
import { controlOf, ratingsOf } from './ratings';

/** Only as many digits as some question has answers. */
const usedDigits = (form: FormDefinition): ReadonlySet<string> => new Set(allQuestions(form).flatMap(({ question }) =>
    controlOf(question) === 'ratings' ? ratingsOf(question).flatMap(({ digit }) => digit ?? []) : []));

/**
 * Makes the keys of a form work wherever the focus is on a page, and lists them under `?`. For the one form that a page is about;
 * without it they work while the focus is in the form.
 */
export function useFillingKeys(form: FormDefinition | undefined, filling: React.RefObject<FillingActions>, enabled = true): void {
    const used = React.useMemo(() => form ? usedDigits(form) : new Set<string>(), [form]);
    const group = nls.localize('earshot/assessment/keys/group', 'Form');
    const meant = (key: string): boolean => !/[1-9]/.test(key) || used.has(key);
    usePageKeys(!enabled || !form ? [] : fillingKeys.filter(each => !each.local && each.keys.some(meant)).map((each): PageKey => ({
        keys: each.bindings, title: each.title(), group, run: () => { if (filling.current) { each.run(filling.current); } }
    })));
}
