import * as React from '@theia/core/shared/react';
import type { QuestionKinds } from '@earshot/forms';
import { type FormFillingHandle, type FillingHost, fillingActions, giveAnswer } from './filling-actions';
import { type Part, focusPart, focusRating, questionAt, showQuestion } from './filling-focus';
import type { FormFillingProps } from './form-filling-props';
import type { QuestionHandlers } from './question-row';
import { controlOf } from './ratings';
import type { FormState } from './use-form-state';

export interface Filling {
    readonly current: string | undefined;
    readonly openComments: ReadonlySet<string>;
    readonly openHelp: ReadonlySet<string>;
    /** Whether what is missing is said as well. */
    readonly revealed: boolean;
    /** What a screen reader says; counted, so that the same can be said twice. */
    readonly message: { readonly text: string; readonly count: number };
    readonly actions: FormFillingHandle;
    readonly handlers: QuestionHandlers;
    /** The focus has come to a question. */
    reached(question: string | undefined): void;
    announce(text: string): void;
}

const toggled = (set: ReadonlySet<string>, member: string): ReadonlySet<string> => {
    const next = new Set(set);
    return next.delete(member) ? next : next.add(member);
};
const none: ReadonlySet<string> = new Set();

/** Which question is being answered, what is unfolded, and what keys and buttons do. */
export function useFilling(root: React.RefObject<HTMLElement>, props: FormFillingProps & { readonly kinds: QuestionKinds }, { shown, problems }: FormState): Filling {
    const { answers, kinds, readOnly = false, onMark, onPlayEvidence, onRemoveEvidence } = props;
    const [current, setCurrent] = React.useState<string>();
    const [openComments, setOpenComments] = React.useState(none);
    const [openHelp, setOpenHelp] = React.useState(none);
    const [revealed, setRevealed] = React.useState(false);
    const [message, setMessage] = React.useState({ text: '', count: 0 });
    const announce = React.useCallback((text: string) => setMessage(({ count }) => ({ text, count: count + 1 })), []);

    const [wanted, setWanted] = React.useState<{ readonly question: string; readonly part: Part }>();
    React.useLayoutEffect(() => {
        if (wanted && focusPart(root.current, wanted.question, wanted.part)) {
            setWanted(undefined);
        }
    }, [wanted, root]);

    const help = React.useRef(openHelp);
    React.useEffect(() => {
        const opened = [...openHelp].find(question => !help.current.has(question));
        help.current = openHelp;
        if (opened) {
            showQuestion(root.current, opened); // what was unfolded may lie below the edge
        }
    }, [openHelp, root]);

    const go = (question: string, part: Part): void => {
        setCurrent(question);
        setWanted({ question, part });
    };
    const host: FillingHost = {
        answers, readOnly, problems, current, announce, go, kinds,
        shown: React.useMemo(() => shown.map(({ question }) => question), [shown]),
        answer: (question, answer) => {
            setCurrent(question);
            props.onAnswer?.(question, answer);
        },
        focusRating: (question, index) => focusRating(root.current, question, index),
        reveal: () => setRevealed(true),
        openComment: question => {
            if (!readOnly) {
                setOpenComments(set => new Set(set).add(question));
                go(question, 'comment');
            }
        },
        toggleHelp: question => {
            setCurrent(question);
            setOpenHelp(set => toggled(set, question));
        },
        mark: question => {
            if (!readOnly) {
                setCurrent(question);
                onMark?.(question);
            }
        }
    };
    const latest = React.useRef({ host, props });
    latest.current = { host, props };
    const actions = React.useMemo(() => fillingActions(() => latest.current.host), []);
    const [canMark, canPlay, canRemove] = [!readOnly && Boolean(onMark), Boolean(onPlayEvidence), !readOnly && Boolean(onRemoveEvidence)];
    const handlers = React.useMemo((): QuestionHandlers => ({
        answer: (question, answer) => {
            const before = latest.current.host.answers[question.id];
            const rated = before?.value !== answer?.value || before?.notApplicable !== answer?.notApplicable;
            if (rated && controlOf(question) === 'ratings') {
                giveAnswer(latest.current.host, question, answer);
            } else {
                latest.current.host.answer(question.id, answer);
            }
        },
        openComment: ({ id }) => latest.current.host.openComment(id),
        toggleHelp: ({ id }) => latest.current.host.toggleHelp(id),
        mark: canMark ? ({ id }) => latest.current.host.mark(id) : undefined,
        playEvidence: canPlay ? mark => latest.current.props.onPlayEvidence?.(mark) : undefined,
        removeEvidence: canRemove ? mark => {
            const question = questionAt(document.activeElement);
            latest.current.props.onRemoveEvidence?.(mark);
            if (question) {
                latest.current.host.go(question, 'answer'); // what had the focus is gone
            }
        } : undefined
    }), [canMark, canPlay, canRemove]);
    return { current, openComments, openHelp, revealed, message, announce, actions, handlers, reached: setCurrent };
}
