import { formText } from '@earshot/assessment/lib/browser/form-text';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Link } from '@earshot/core/lib/browser/navigation';
import { Badge, formatDateTime, formatDuration, Icon, Page, Split } from '@earshot/core/lib/browser/widgets';
import type { Evaluation } from '../../common/evaluation/evaluation-contract';

export interface EvaluationDeskProps {
    readonly evaluation: Evaluation;
    readonly back: { readonly to: string; readonly label: string };
    /** At the right of the head: position of the day, saved state, menu. */
    readonly status?: React.ReactNode;
    /** Sentences between head and recording. */
    readonly notices?: React.ReactNode;
    readonly player: React.ReactNode;
    /** What is read stands beside the form, where it has room; what is heard, above both. */
    readonly written?: boolean;
    readonly aside: React.ReactNode;
    readonly form: React.ReactNode;
    /** Below the form, always in sight. */
    readonly footer?: React.ReactNode;
}

/** How an evaluation lies on the screen: who and what on top, the recording below it, notes to the left, the form to the right. */
export function EvaluationDesk({ evaluation, back, status, notices, player, written = false, aside, form, footer }: EvaluationDeskProps): React.ReactElement {
    const { callId, startedAt, interaction, form: version } = evaluation;
    const facts = [formatDateTime(startedAt), interaction.agentName ?? nls.localize('earshot/quality/desk/no-agent', 'agent not known'), interaction.queue, formatDuration(interaction.durationMs)].filter(Boolean);
    return <Page hideHeader title={nls.localize('earshot/quality/desk/title', '{0} – {1}', callId, formText(version.title))}>
        <div className='q-desk'>
            <header className='q-desk-head'>
                <Link to={back.to} className='e-icon-button q-desk-back' aria-label={back.label} title={back.label}><Icon name='arrow-left' /></Link>
                <span className='q-desk-call'>{callId}</span>
                <span className='q-desk-facts e-figures'>{facts.join(' · ')}</span>
                {interaction.tags.length > 0 && <span className='q-desk-tags'>{interaction.tags.map(each => <Badge key={each}>{each}</Badge>)}</span>}
                <span className='q-desk-space' />
                {status}
            </header>
            {notices && <div className='q-desk-notices'>{notices}</div>}
            {!written && <div className='q-desk-player'>{player}</div>}
            <div className='q-desk-work'>
                <Split name={written ? 'quality.evaluation.written' : 'quality.evaluation'} label={nls.localize('earshot/quality/desk/split', 'Width of the notes')} initial={written ? 0.45 : 0.3} least={0.18}
                    first={<div className='q-desk-aside' role='region' tabIndex={0} aria-label={nls.localize('earshot/quality/desk/notes', 'Marks, notes and figures')}>{written && player}{aside}</div>}
                    second={<div className='q-desk-form'><div className='q-desk-scroll'>{form}</div>{footer && <footer className='q-desk-footer'>{footer}</footer>}</div>} />
            </div>
        </div>
    </Page>;
}
