import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useAnnounce, useChange, useClient } from '@earshot/core/lib/browser/application';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard';
import { useUnsaved } from '@earshot/core/lib/browser/navigation';
import { Button, Dialog, formatTime, Icon, Notice, Tooltip } from '@earshot/core/lib/browser/widgets';
import type { Sitting } from '../../common/attempt/attempt-contract';
import type { AskedQuestion } from '../../common/question/asked-question';
import { trainingContract } from '../../common/training-contract';
import { AnswerField, answerByDigit, isAnswered, Prompt } from './answer-field';
import { timesLeftText } from './away-record';
import type { SavingState } from './answer-saver';
import { restMs } from './answer-saver';
import { Palette } from './palette';
import { RemainingTime } from './remaining-time';
import { useFocusRecord } from './use-focus-record';
import { asSent, useRunningAttempt } from './use-sitting';
import { useViewClock } from './use-view-clock';

/** An exam while it is sat: one question large, time and saved state calm above it, nothing else. */
export function SittingView({ sitting, onOver }: { readonly sitting: Sitting; onOver(): void }): React.ReactElement {
    const client = useClient(trainingContract);
    const announce = useAnnounce();
    const { saver, views, saving, left } = useRunningAttempt(sitting);
    const { timesLeft, end } = useFocusRecord(sitting);
    const [place, setPlace] = React.useState(() => Math.max(0, sitting.items.findIndex(each => !sitting.answers.some(one => one.place === each.place && isAnswered(one.answer)))));
    const [asking, setAsking] = React.useState(false);
    const count = sitting.items.length;
    const open = sitting.items.filter(each => !isAnswered(saving.answers.get(each.place)?.answer)).length;
    const submit = useChange({
        run: async () => {
            await saver.settle().catch((error: unknown) => { if (saver.state.get().phase !== 'over') { throw error; } });
            const submitted = await client.attempts.submit({ id: sitting.id, viewed: asSent(views.times()) });
            end();
            return submitted;
        }, invalidates: [['exam'], ['work']], done: () => nls.localize('earshot/training/sitting/handed-in', 'Handed in.'), then: onOver
    });
    const timeIsOver = left === 0 || saving.phase === 'over';
    const { mutate, isIdle } = submit;
    React.useEffect(() => { if (timeIsOver && isIdle) { mutate(undefined); } }, [timeIsOver, isIdle, mutate]);
    useUnsaved(saving.phase !== 'saved' && saving.phase !== 'over', sitting.examTitle, () => saver.settle().then(() => undefined));
    const go = (next: number): void => {
        saver.flush(); // what was answered is saved when its question is left
        setPlace(Math.min(count - 1, Math.max(0, next)));
        announce(nls.localize('earshot/training/sitting/question-of', 'Question {0} of {1}', next + 1, count));
    };
    const item = sitting.items[place]!;
    const held = saving.answers.get(item.place);
    const flag = (at: number): void => saver.change(at, { flagged: !saving.answers.get(at)?.flagged }, 0);
    const group = nls.localize('earshot/training/sitting/keys', 'Exam');
    usePageKeys([
        { keys: ['right', 'n'], title: nls.localize('earshot/training/sitting/next', 'Next question'), group, enabled: place < count - 1, run: () => go(place + 1) },
        { keys: ['left', 'p'], title: nls.localize('earshot/training/sitting/previous', 'Previous question'), group, enabled: place > 0, run: () => go(place - 1) },
        { keys: ['f'], title: nls.localize('earshot/training/sitting/flag', 'Come back to this question'), group, run: () => flag(item.place) },
        { keys: ['ctrlcmd+enter'], title: nls.localize('earshot/training/sitting/hand-in', 'Hand in'), group, run: () => setAsking(true) },
        ...Array.from({ length: 9 }, (_, place) => place + 1).map(digit => {
            const answer = answerByDigit(item.question as AskedQuestion, held?.answer ?? null, digit);
            return {
                keys: [String(digit)], group, title: nls.localize('earshot/training/sitting/digit', 'Choose answer {0}', digit), enabled: answer !== undefined,
                run: () => { if (answer) { saver.change(item.place, { answer }, 0); } }
            };
        })
    ]);
    const section = sitting.sections.find(each => each.id === item.sectionId);
    const shown = sitting.oneAtATime ? [item] : sitting.items;
    const viewed = useViewClock(views, shown.map(each => each.place), asking || timeIsOver);
    return <div className='t-sitting'>
        <header className='t-sitting-head'>
            <h1>{sitting.examTitle}</h1>
            <span className='t-quiet e-figures'>{nls.localize('earshot/training/sitting/question-of', 'Question {0} of {1}', place + 1, count)}</span>
            <span className='t-grow' />
            {sitting.proctored && <Tooltip text={nls.localize('earshot/training/sitting/proctored-why', 'It is recorded when you leave this window and when you return.')}><span className='t-saved' tabIndex={0}><Icon name='eye' />{timesLeft === 0 ? nls.localize('earshot/training/sitting/proctored', 'Supervised') : timesLeftText(timesLeft)}</span></Tooltip>}
            <SavedAnswers saving={saving} />
            {left !== null && <RemainingTime left={left} />}
            <Button variant={open === 0 ? 'primary' : 'secondary'} busy={submit.isPending} onClick={() => setAsking(true)}>{nls.localize('earshot/training/sitting/hand-in', 'Hand in')}</Button>
        </header>
        {saving.phase === 'retrying' && <Notice tone='caution'>{nls.localize('earshot/training/sitting/offline', 'There is no connection. Go on: your answers are kept here, and sent when it is back.')}</Notice>}
        <div className='t-sitting-body'>
            <Palette sitting={sitting} answers={saving.answers} current={item.place} onGo={at => go(sitting.items.findIndex(each => each.place === at))} />
            <div className='t-sitting-main'>
                {shown.map(each => {
                    const answer = saving.answers.get(each.place);
                    return <article key={each.place} ref={viewed(each.place)} data-place={each.place} className='t-question' aria-label={nls.localize('earshot/training/sitting/question', 'Question {0}', each.place + 1)} onFocus={() => setPlace(sitting.items.indexOf(each))}>
                        <header><span className='t-quiet'>{[sitting.oneAtATime && sitting.sections.length > 1 ? section?.title : undefined, nls.localize('earshot/training/sitting/points', 'Points: {0}', each.question.points)].filter(Boolean).join(' · ')}</span>
                            <Button small variant='quiet' icon={answer?.flagged ? 'bookmark' : 'tag'} aria-pressed={answer?.flagged ?? false} onClick={() => flag(each.place)}>{nls.localize('earshot/training/sitting/flag', 'Come back to this question')}</Button></header>
                        <Prompt question={each.question as AskedQuestion} alone={shown.length === 1} />
                        <AnswerField question={each.question as AskedQuestion} answer={answer?.answer ?? null} onAnswer={(next, typed) => saver.change(each.place, { answer: next }, typed ? restMs : 0)} />
                    </article>;
                })}
                {sitting.oneAtATime && <nav className='t-sitting-steps' aria-label={nls.localize('earshot/training/sitting/steps', 'Between questions')}>
                    <Button icon='arrow-left' disabled={place === 0} onClick={() => go(place - 1)}>{nls.localize('earshot/training/sitting/previous', 'Previous question')}</Button>
                    {place < count - 1 ? <Button variant='primary' onClick={() => go(place + 1)}>{nls.localize('earshot/training/sitting/next', 'Next question')}<Icon name='arrow-right' /></Button>
                        : <Button variant='primary' onClick={() => setAsking(true)}>{nls.localize('earshot/training/sitting/hand-in', 'Hand in')}</Button>}
                </nav>}
            </div>
        </div>
        {asking && <Dialog title={nls.localize('earshot/training/sitting/ask', 'Hand in this exam?')} onClose={() => setAsking(false)} onSubmit={() => { setAsking(false); submit.mutate(undefined); }}
            footer={<><Button onClick={() => setAsking(false)}>{nls.localize('earshot/training/sitting/go-on', 'Go on answering')}</Button><Button variant='primary' type='submit'>{nls.localize('earshot/training/sitting/hand-in', 'Hand in')}</Button></>}>
            <p>{open === 0 ? nls.localize('earshot/training/sitting/all-answered', 'Every question is answered. Afterwards nothing can be changed.') : nls.localize('earshot/training/sitting/not-answered', 'Questions that are not answered: {0} of {1}. Afterwards nothing can be changed.', open, count)}</p>
        </Dialog>}
    </div>;
}

function SavedAnswers({ saving: { phase, savedAt } }: { readonly saving: SavingState }): React.ReactElement {
    const [icon, text] = phase === 'saved' ? ['check', savedAt ? nls.localize('earshot/training/sitting/saved', 'Saved {0}', formatTime(savedAt)) : nls.localize('earshot/training/sitting/saves', 'Answers save themselves')]
        : phase === 'retrying' ? ['cloud', nls.localize('earshot/training/sitting/kept', 'Kept here, not sent yet')]
            : phase === 'waiting' || phase === 'sending' ? ['sync', nls.localize('earshot/training/sitting/saving', 'Saving…')] : ['warning', nls.localize('earshot/training/sitting/not-saved', 'Not saved')];
    return <span className='t-saved' data-phase={phase} role='status'><Icon name={icon!} />{text}</span>;
}
