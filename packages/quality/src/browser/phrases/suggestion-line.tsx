import { markText } from '@earshot/assessment/lib/browser/filling/evidence-chips';
import { answerText } from '@earshot/assessment/lib/browser/filling/ratings';
import { phraseText } from '@earshot/assessment/lib/browser/form/words/phrase-text';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { Answer, Question } from '@earshot/forms';
import { Button, Icon, IconButton, Keys } from '@earshot/core/lib/browser/widgets';
import type { Suggestion } from '../../common/phrases/phrase-contract';

export interface SuggestionLineProps {
    readonly question: Question;
    readonly answer: Answer | undefined;
    readonly suggestion: Suggestion;
    onPlay(range: { readonly fromMs: number; readonly toMs: number }): void;
    onAccept(): void;
    onIgnore(): void;
    /** Takes back that it was ignored. */
    onReopen(): void;
}

/** Below a question: which answer the words suggest, why, and where they are. It counts nowhere until somebody accepts it. */
export function SuggestionLine({ question, answer, suggestion, onPlay, onAccept, onIgnore, onReopen }: SuggestionLineProps): React.ReactElement {
    const { value, places, missing, decision } = suggestion;
    const suggested = answerText(question, { value }) ?? String(value);
    const given = answer?.value === value;
    if (decision === 'ignored' && !given) {
        return <div className='q-suggestion q-suggestion-ignored'>
            <Icon name='lightbulb' /><span>{nls.localize('earshot/quality/phrases/ignored', 'Suggestion “{0}” ignored', suggested)}</span>
            <Button small variant='quiet' onClick={onReopen}>{nls.localize('earshot/quality/phrases/reopen', 'Show again')}</Button>
        </div>;
    }
    const unsaid = missing.flatMap(each => { const rule = question.phrases?.rules[each]; return rule ? [phraseText(rule)] : []; });
    return <div className='q-suggestion' role='group' aria-label={nls.localize('earshot/quality/phrases/label', 'Suggestion from what was said')}>
        <Icon name={given ? 'check' : 'lightbulb'} />
        <div className='q-suggestion-text'>
            <span>{given ? nls.localize('earshot/quality/phrases/agrees', 'What was said suggests the same: “{0}”.', suggested) : nls.localize('earshot/quality/phrases/suggests', 'What was said suggests “{0}”.', suggested)}</span>
            {unsaid.map(each => <span key={each} className='q-quiet'>{nls.localize('earshot/quality/phrases/missing', 'Not found: {0}', each)}</span>)}
            {places.length > 0 && <ul className='q-suggestion-places'>{places.map(each => <li key={`${each.rule} ${each.fromMs}`}>
                <button type='button' className='q-suggestion-place' data-stop='' onClick={() => onPlay(each)}>
                    <Icon name='play' /><span className='e-figures'>{markText(each)}</span> <q className={question.phrases?.rules[each.rule]?.demand === 'forbidden' ? 'q-suggestion-forbidden' : undefined}>{each.quote}</q>
                </button>
            </li>)}</ul>}
        </div>
        {!given && <span className='q-suggestion-actions'>
            <Button small icon='check' onClick={onAccept}>{nls.localize('earshot/quality/phrases/accept', 'Accept')} <Keys>A</Keys></Button>
            <IconButton icon='close' keys='I' label={nls.localize('earshot/quality/phrases/ignore', 'Ignore')} onClick={onIgnore} />
        </span>}
    </div>;
}
