import * as React from '@theia/core/shared/react';
import { fillingKeyOf } from './filling-keys';
import type { FormFillingHandle } from './filling-actions';
import { focusBeside, focusPart, leavesText, placeOf, questionAt } from './filling-focus';

const presses = (target: Element, key: string): boolean => (key === 'Enter' || key === ' ') && target.matches('button:not([role="radio"]), a');

/** The keys of a form while the focus is in it. Inside of a text all keys are text, but Escape leads back to the question. */
export function useFormKeys(root: React.RefObject<HTMLElement>, actions: FormFillingHandle): (event: React.KeyboardEvent) => void {
    return React.useCallback(event => {
        const target = event.target as Element;
        const place = placeOf(target);
        const question = questionAt(target);
        if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing || !place || !question || presses(target, event.key)) {
            return;
        }
        const done = (): void => {
            event.preventDefault();
            event.stopPropagation();
        };
        if (event.key === 'Escape') {
            if (place !== 'question') {
                focusPart(root.current, question, target.matches('[data-comment]') ? 'answer' : 'question');
                done();
            }
        } else if (place === 'text') {
            if (leavesText(target, event.key)) {
                if (event.key === 'ArrowDown') {
                    actions.next();
                } else if (target.matches('[data-comment]')) {
                    focusPart(root.current, question, 'answer');
                } else {
                    actions.previous();
                }
                done();
            }
        } else if (place === 'question' && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
            if (focusBeside(target, event.key === 'ArrowRight' ? 1 : -1)) {
                done();
            }
        } else {
            const key = event.shiftKey ? undefined : fillingKeyOf(event.key, place);
            if (key) {
                key.run(actions);
                done();
            }
        }
    }, [root, actions]);
}
