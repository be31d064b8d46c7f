import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge } from '@earshot/core/lib/browser/widgets';
import type { QuestionRow } from '../../common/question/question-contract';
import { concernText, concernTone } from '../item-analysis/analysis-words';
import { stateTone, versionStateText } from './question-words';

/** The states of a question, and what is to be done about it. */
export const QuestionStates = ({ question }: { readonly question: QuestionRow }): React.ReactElement => <span className='tq-states'>
    <Badge tone={stateTone(question.state)}>{versionStateText(question.state)}</Badge>
    {question.openState && question.openState !== question.state && <Badge icon='edit' tone={stateTone(question.openState)}>{versionStateText(question.openState)}</Badge>}
    {question.toCheck > 0 && <Badge tone='caution' icon='warning'>{nls.localize('earshot/training/question/to-check', 'To be checked')}</Badge>}
    {question.concern && <Badge tone={concernTone(question.concern)} icon='graph-line'>{concernText(question.concern)}</Badge>}
</span>;
