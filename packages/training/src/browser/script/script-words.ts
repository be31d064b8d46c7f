import { nls } from '@theia/core/lib/common/nls';
import type { ScriptProblem } from '../../common/script/check-script';
import type { Script, ScriptCondition } from '../../common/script/script';

/** What is wrong, with the step that it is about. */
export function scriptProblemText(script: Script, { code, stepId, choiceId, name = '' }: ScriptProblem): string {
    const step = script.steps.find(each => each.id === stepId);
    const title = step?.title || '…';
    const choice = step?.choices.find(each => each.id === choiceId)?.label ?? '';
    switch (code) {
        case 'no-start': return nls.localize('earshot/training/script-problem/no-start', 'There is no first step. Choose one.');
        case 'step-twice': return nls.localize('earshot/training/script-problem/step-twice', '“{0}” is there twice.', title);
        case 'nothing-to-say': return nls.localize('earshot/training/script-problem/nothing-to-say', '“{0}” says nothing.', title);
        case 'no-title': return nls.localize('earshot/training/script-problem/no-title', 'A step has no title.');
        case 'dead-end': return nls.localize('earshot/training/script-problem/dead-end', '“{0}” is a dead end: add a way on, or say how the call ends here.', title);
        case 'end-with-choices': return nls.localize('earshot/training/script-problem/end-with-choices', '“{0}” ends the call, yet it has ways on. Take one or the other away.', title);
        case 'leads-nowhere': return nls.localize('earshot/training/script-problem/leads-nowhere', '“{1}” in “{0}” leads nowhere: choose its next step.', title, choice);
        case 'unreachable': return nls.localize('earshot/training/script-problem/unreachable', 'Nobody gets to “{0}”: nothing leads there.', title);
        case 'no-way-out': return nls.localize('earshot/training/script-problem/no-way-out', 'From “{0}” no way leads to an end of the call.', title);
        case 'may-get-stuck': return nls.localize('earshot/training/script-problem/may-get-stuck', 'All ways on from “{0}” have conditions. Where none holds, the agent is stuck.', title);
        case 'variable-unknown': return nls.localize('earshot/training/script-problem/variable-unknown', '“{0}” uses {1}, which is no variable of this script.', title, `{{${name}}}`);
        case 'variable-twice': return nls.localize('earshot/training/script-problem/variable-twice', 'Two variables are called “{0}”.', name);
        case 'variable-name': return nls.localize('earshot/training/script-problem/variable-name', '“{0}” cannot be the name of a variable: letters, digits, - and _, a letter first, and none of those that the house fills in.', name);
        case 'variable-not-asked': return nls.localize('earshot/training/script-problem/variable-not-asked', '“{0}” reads out {1}, which was not asked for on every way that leads there.', title, `{{${name}}}`);
        case 'choice-without-options': return nls.localize('earshot/training/script-problem/choice-without-options', '“{0}” is to be chosen from a list: give it two options or more.', name);
    }
}

export function comparisonText(is: ScriptCondition['is']): string {
    switch (is) {
        case 'equal': return nls.localize('earshot/training/script-comparison/equal', 'is');
        case 'different': return nls.localize('earshot/training/script-comparison/different', 'is not');
        case 'above': return nls.localize('earshot/training/script-comparison/above', 'is more than');
        case 'below': return nls.localize('earshot/training/script-comparison/below', 'is less than');
        case 'filled': return nls.localize('earshot/training/script-comparison/filled', 'was entered');
        case 'empty': return nls.localize('earshot/training/script-comparison/empty', 'was not entered');
    }
}

export function variableKindText(kind: 'text' | 'number' | 'choice'): string {
    switch (kind) {
        case 'text': return nls.localize('earshot/training/script-variable/text', 'Text');
        case 'number': return nls.localize('earshot/training/script-variable/number', 'Number');
        case 'choice': return nls.localize('earshot/training/script-variable/choice', 'Chosen from a list');
    }
}
