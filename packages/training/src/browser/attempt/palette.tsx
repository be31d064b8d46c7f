import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Icon } from '@earshot/core/lib/browser/widgets';
import type { Sitting } from '../../common/attempt/attempt-contract';
import { isAnswered } from './answer-field';
import type { HeldAnswer } from './answer-saver';

export interface PaletteProps { readonly sitting: Sitting; readonly answers: ReadonlyMap<number, HeldAnswer>; readonly current: number; onGo(place: number): void }

/** All questions at a glance: which are answered, which one wants to come back to. */
export function Palette({ sitting, answers, current, onGo }: PaletteProps): React.ReactElement {
    const answered = sitting.items.filter(each => isAnswered(answers.get(each.place)?.answer)).length;
    return <nav className='t-palette' aria-label={nls.localize('earshot/training/palette/title', 'All questions')}>
        <p className='t-quiet e-figures'>{nls.localize('earshot/training/palette/answered', 'Answered: {0} of {1}', answered, sitting.items.length)}</p>
        {sitting.sections.map(section => <div key={section.id}>
            {sitting.sections.length > 1 && <h2>{section.title}</h2>}
            <div className='t-palette-numbers'>{sitting.items.filter(each => each.sectionId === section.id).map(({ place }) => {
                const held = answers.get(place);
                const states = [isAnswered(held?.answer) ? nls.localize('earshot/training/palette/is-answered', 'answered') : nls.localize('earshot/training/palette/is-open', 'not answered'), ...held?.flagged ? [nls.localize('earshot/training/palette/is-flagged', 'to come back to')] : []];
                return <button key={place} type='button' className='t-palette-number e-figures' data-answered={isAnswered(held?.answer) || undefined} aria-current={place === current ? 'step' : undefined}
                    aria-label={nls.localize('earshot/training/palette/question', 'Question {0}: {1}', place + 1, states.join(', '))} onClick={() => onGo(place)}>{place + 1}{held?.flagged && <Icon name='bookmark' />}</button>;
            })}</div>
        </div>)}
    </nav>;
}
