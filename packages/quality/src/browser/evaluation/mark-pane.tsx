import { markText } from '@earshot/assessment/lib/browser/filling/evidence-chips';
import type { Evidence } from '@earshot/assessment/lib/common/assessment-contract';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { IconButton, Icon, Keys, Select, TextField } from '@earshot/core/lib/browser/widgets';
import { allQuestions } from '@earshot/forms';
import { marksInOrder } from './marks';
import type { NamedForm } from './use-evaluation';

export interface MarkPaneProps {
    readonly evidence: readonly Evidence[];
    readonly names: NamedForm;
    /** The mark that is looked at. */
    readonly openMark: string | undefined;
    /** What marks can point at, for those who make them. */
    readonly of?: 'recording' | 'messages' | 'nothing';
    onPlay(mark: Evidence): void;
    /** Without them the marks are only read. */
    onChange?(id: string, change: Partial<Pick<Evidence, 'questionId' | 'note'>>): void;
    onRemove?(mark: Evidence): void;
}

const wholeCall = '';

/** The marks on the recording with their notes, in the order of the call. */
export function MarkPane({ evidence, names, openMark, of = 'recording', onPlay, onChange, onRemove }: MarkPaneProps): React.ReactElement | null {
    const marks = marksInOrder(evidence);
    const title = nls.localize('earshot/quality/marks/title', 'Marks and notes');
    if (of === 'nothing' && marks.length === 0) {
        return null;
    }
    return <section className='q-pane' aria-label={title}>
        <h2>{title}{marks.length > 0 && <span className='q-count e-figures'>{marks.length}</span>}</h2>
        {marks.length === 0
            ? onChange ? <p className='q-quiet q-mark-hint'><Keys>M</Keys> {of === 'messages' ? nls.localize('earshot/quality/marks/none-messages', 'marks the message you are at, as evidence for the question you are at. Press a message, or go from one to the next with Ctrl and the arrows.') : nls.localize('earshot/quality/marks/none', 'marks the second you hear, as evidence for the question you are at. Drag over the waveform to mark a stretch.')}</p>
                : <p className='q-quiet'>{nls.localize('earshot/quality/marks/none-read', 'Nothing was marked.')}</p>
            : <ol className='q-marks'>{marks.map(mark => <MarkEntry key={mark.id} mark={mark} names={names} open={mark.id === openMark} onPlay={onPlay} onChange={onChange} onRemove={onRemove} />)}</ol>}
    </section>;
}

interface MarkEntryProps extends Pick<MarkPaneProps, 'names' | 'onPlay' | 'onChange' | 'onRemove'> { readonly mark: Evidence; readonly open: boolean }

function MarkEntry({ mark, names, open, onPlay, onChange, onRemove }: MarkEntryProps): React.ReactElement {
    const time = markText(mark);
    const questionName = mark.questionId === null ? nls.localize('earshot/quality/marks/whole-call', 'The call as a whole') : names.nameOf(mark.questionId);
    const ref = React.useRef<HTMLLIElement>(null);
    React.useEffect(() => {
        if (open) {
            ref.current?.scrollIntoView?.({ block: 'nearest' });
        }
    }, [open]);
    return <li ref={ref} className='q-mark' aria-current={open || undefined}>
        <div className='q-mark-line'>
            <button type='button' className='q-mark-time e-figures' aria-label={nls.localize('earshot/quality/marks/play', 'Play {0}', time)} onClick={() => onPlay(mark)}><Icon name='play' />{time}</button>
            {onChange
                ? <Select className='q-mark-question' aria-label={nls.localize('earshot/quality/marks/question', 'Question of the mark at {0}', time)} title={questionName} value={mark.questionId ?? wholeCall}
                    onChange={value => onChange(mark.id, { questionId: value === wholeCall ? null : value })}
                    options={[{ value: wholeCall, label: nls.localize('earshot/quality/marks/whole-call', 'The call as a whole') }, ...allQuestions(names.form).map(({ question }) => ({ value: question.id, label: names.nameOf(question.id) }))]} />
                : <span className='q-mark-name'>{questionName}</span>}
            {onRemove && <IconButton icon='trash' label={nls.localize('earshot/quality/marks/remove', 'Remove the mark at {0}', time)} onClick={() => onRemove(mark)} />}
        </div>
        {onChange ? <TextField className='q-mark-note' aria-label={nls.localize('earshot/quality/marks/note', 'Note on the mark at {0}', time)} placeholder={nls.localize('earshot/quality/marks/note-hint', 'Note…')}
            value={mark.note ?? ''} maxLength={2000} onChange={note => onChange(mark.id, { note })} />
            : mark.note && <p className='q-mark-said'>{mark.note}</p>}
    </li>;
}
