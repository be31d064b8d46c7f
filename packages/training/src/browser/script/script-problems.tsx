import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Icon } from '@earshot/core/lib/browser/widgets';
import type { ScriptProblem } from '../../common/script/check-script';
import type { Script } from '../../common/script/script';
import { scriptProblemText } from './script-words';

export interface ScriptProblemsProps {
    readonly script: Script;
    readonly problems: readonly ScriptProblem[];
    onOpen(stepId: string): void;
}

/** What would leave an agent without a next word; each leads to its step. */
export const ScriptProblems = ({ script, problems, onOpen }: ScriptProblemsProps): React.ReactElement => <section className='t-gaps' role='status' aria-label={nls.localize('earshot/training/script/problems', 'What is to be mended')}>
    {problems.length === 0 ? <p className='t-sound'><Icon name='pass' />{nls.localize('earshot/training/script/sound', 'Every way leads to an end, and nothing is missing.')}</p>
        : <ul>{problems.map((each, index) => <li key={index} className={`t-gap t-gap-${each.weight}`}>
            <Icon name={each.weight === 'broken' ? 'error' : 'warning'} />
            {each.stepId ? <button type='button' className='t-gap-open' onClick={() => onOpen(each.stepId!)}>{scriptProblemText(script, each)}</button> : <span>{scriptProblemText(script, each)}</span>}
        </li>)}</ul>}
</section>;
