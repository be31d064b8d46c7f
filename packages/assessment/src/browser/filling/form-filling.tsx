import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { type FormDefinition, type Section, builtInKinds } from '@earshot/forms';
import type { Evidence } from '../../common/assessment-contract';
import { evidenceOf } from '../../common/filling/evidence';
import { formText } from '../form-text';
import { anyAnswerProblemText } from './answer-problem-text';
import type { FormFillingHandle } from './filling-actions';
import { focusPart, questionAt } from './filling-focus';
import { FillingHead } from './filling-head';
import type { FormFillingProps } from './form-filling-props';
import { QuestionRow } from './question-row';
import { SectionHead } from './section-head';
import { questionNumbers } from './trace-text';
import { markText } from './evidence-chips';
import { useComingAndGoing } from './use-coming-and-going';
import { useFilling } from './use-filling';
import { useFormKeys } from './use-form-keys';
import { useFormState } from './use-form-state';

const nothing: readonly never[] = [];
/** What is still missing is no mistake until somebody wants to be done. */
const untilRevealed: readonly string[] = ['missing', 'comment-required'];

/** A form to fill in, or to read as it was filled in. Whoever never touches the mouse is not slower. */
export const FormFilling = React.forwardRef<FormFillingHandle, FormFillingProps>(function FormFilling(given, ref) {
    const props = { ...given, kinds: given.kinds ?? builtInKinds };
    const { form, answers, evidence = nothing, rulings = nothing, number, kinds, readOnly = false, onReach, renderBelow } = props;
    const root = React.useRef<HTMLDivElement>(null);
    const state = useFormState(form, answers, kinds);
    const filling = useFilling(root, props, state);
    const motionOf = useComingAndGoing(state.shownIds);
    const numbers = React.useMemo(() => questionNumbers(form), [form]);
    React.useImperativeHandle(ref, () => filling.actions, [filling.actions]);
    useSpokenChanges(state.shownIds, evidence, numbers, filling.announce);
    const within = useKeptFocus(root, form, state.shownIds, filling.current, filling.reached);
    const onKeyDown = useFormKeys(root, filling.actions);

    const problemsOf = (question: string): readonly string[] => readOnly ? nothing : state.problems
        .filter(each => each.question === question && (filling.revealed || !untilRevealed.includes(each.code)))
        .map(each => anyAnswerProblemText(each.code, each.parameters));
    const rows = (section: Section): readonly React.ReactElement[] => section.questions.flatMap(question => {
        const motion = motionOf(question.id);
        return motion ? [<QuestionRow key={question.id} question={question} number={numbers.get(question.id) ?? ''} answer={answers[question.id]} kinds={kinds}
            evidence={evidenceOf(evidence, question.id)} rulings={rulings.filter(each => each.questionId === question.id)} problems={problemsOf(question.id)}
            current={filling.current === question.id} commentOpen={filling.openComments.has(question.id)} helpOpen={filling.openHelp.has(question.id)}
            readOnly={readOnly} motion={motion} handlers={filling.handlers} below={renderBelow?.(question.id)} />] : [];
    });
    return <div ref={root} className='a-filling' onKeyDown={onKeyDown} onFocus={event => {
        const question = questionAt(event.target);
        within.current = question !== undefined;
        if (question && question !== filling.current) {
            filling.reached(question);
            onReach?.(question);
        }
    }} onBlur={event => { within.current = event.relatedTarget === null ? within.current : root.current?.contains(event.relatedTarget) ?? false; }}>
        <FillingHead form={form} number={number} score={state.score} needed={state.shown.filter(({ question }) => !question.optional).length} readOnly={readOnly} onNextOpen={filling.actions.nextOpen} />
        {form.sections.map((section, index) => {
            const shown = rows(section);
            return shown.length === 0 ? null : <section key={section.id} className='a-section' aria-label={formText(section.title)}>
                <SectionHead section={section} number={index + 1} score={state.score.sections.find(each => each.section === section.id)} scored={form.scoring?.scored ?? true} />
                <ol className='a-questions'>{shown}</ol>
            </section>;
        })}
        <div role='status' className='e-hidden'><span key={filling.message.count}>{filling.message.text}</span></div>
    </div>;
});

/** Says which questions have come or gone, and which marks were added: nobody sees that who does not look. */
function useSpokenChanges(shown: ReadonlySet<string>, evidence: readonly Evidence[], numbers: ReadonlyMap<string, string>, announce: (text: string) => void): void {
    const before = React.useRef({ shown, evidence });
    React.useEffect(() => {
        const earlier = before.current;
        before.current = { shown, evidence };
        const come = [...shown].filter(id => !earlier.shown.has(id)).length;
        const gone = [...earlier.shown].filter(id => !shown.has(id)).length;
        const added = evidence.filter(each => each.questionId !== null && !earlier.evidence.some(other => other.id === each.id));
        const texts = [
            ...come === 1 ? [nls.localize('earshot/assessment/filling/one-more', 'One more question.')] : come ? [nls.localize('earshot/assessment/filling/more', '{0} more questions.', come)] : [],
            ...gone === 1 ? [nls.localize('earshot/assessment/filling/one-fewer', 'One question fewer.')] : gone ? [nls.localize('earshot/assessment/filling/fewer', '{0} questions fewer.', gone)] : [],
            ...added.slice(0, 1).map(each => nls.localize('earshot/assessment/filling/marked', 'Marked {0} for question {1}.', markText(each), numbers.get(each.questionId ?? '') ?? ''))
        ];
        if (texts.length) {
            announce(texts.join(' '));
        }
    }, [shown, evidence, numbers, announce]);
}

/** When the question with the focus disappears, the focus goes to its neighbour instead of nowhere. */
function useKeptFocus(root: React.RefObject<HTMLElement>, form: FormDefinition, shown: ReadonlySet<string>, current: string | undefined, reached: (question: string | undefined) => void): React.MutableRefObject<boolean> {
    const within = React.useRef(false);
    React.useLayoutEffect(() => {
        if (current === undefined || shown.has(current)) {
            return;
        }
        const all = form.sections.flatMap(section => section.questions.map(({ id }) => id));
        const place = all.indexOf(current);
        const neighbour = [...all.slice(place + 1), ...all.slice(0, Math.max(0, place)).reverse()].find(id => shown.has(id));
        reached(neighbour);
        if (neighbour && within.current) {
            focusPart(root.current, neighbour, 'answer');
        }
    }, [root, form, shown, current, reached]);
    return within;
}
