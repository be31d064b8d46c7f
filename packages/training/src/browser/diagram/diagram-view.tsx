import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Button, IconButton, Notice, saveBlob, Skeleton } from '@earshot/core/lib/browser/widgets';
import { clauseOfStep } from '../../common/diagram/clause-of-step';
import type { StepChange, StepDifference } from '../../common/diagram/compare-diagrams';
import type { Clause } from '../../common/document/clauses';
import { showClause } from '../document/show-clause';
import { DiagramSteps } from './diagram-steps';
import { stepChange } from './diagram-words';
import { loaded } from './loaded';
import type { DiagramFile } from './use-diagram';
import type { ShownDiagram } from './viewer-chunk';

export interface DiagramViewProps {
    readonly file: DiagramFile;
    readonly name: string;
    readonly language: string;
    /** Those of the text that it stands in: steps that name one lead there. */
    readonly clauses?: readonly Clause[];
    /** What is marked as changed. */
    readonly marks?: readonly StepDifference[];
}

const nothing: readonly never[] = [];
const zoomStep = 1.25;
const moveStep = 60;

/** A diagram as one looks at it: by mouse, by buttons and by keys, with its steps in words below. On paper it is a picture. */
export function DiagramView({ file, name, language, clauses = nothing, marks = nothing }: DiagramViewProps): React.ReactElement {
    const place = React.useRef<HTMLDivElement>(null);
    const [shown, setShown] = React.useState<ShownDiagram>();
    const [failed, setFailed] = React.useState(false);
    const [paper, setPaper] = React.useState<string>();
    const latest = React.useRef({ clauses, marks });
    latest.current = { clauses, marks };
    // What is marked and linked is compared by what it says: the lists are made anew with every look.
    const numbers = clauses.map(each => `${each.id} ${each.number}`).join();
    const marked = marks.map(each => `${each.id} ${each.changes.join()}`).join();
    React.useEffect(() => {
        let [alive, opened] = [true, undefined as ShownDiagram | undefined];
        const open = async (): Promise<void> => {
            const { showDiagram } = loaded(await import('./viewer-chunk.js'));
            if (!alive) {
                return;
            }
            const poweredBy = nls.localize('earshot/training/diagram/powered-by', 'Drawn by bpmn.io');
            opened = await showDiagram(place.current!, file.xml, { name, poweredBy });
            if (!alive) {
                opened.destroy();
                return;
            }
            for (const step of file.diagram.steps) {
                const clause = clauseOfStep(step, latest.current.clauses);
                if (clause) {
                    opened.attach(step.id, clauseButton(clause), 'bottom');
                }
            }
            for (const { id, changes: [change] } of latest.current.marks) {
                opened.mark(id, `t-diagram-${change}`);
                opened.attach(id, changeSign(change!), 'top');
            }
            setShown(opened);
            setPaper(await opened.print());
        };
        open().catch(error => {
            console.error('A diagram could not be drawn:', error);
            if (alive) { setFailed(true); }
        });
        return () => {
            alive = false;
            setShown(undefined);
            opened?.destroy();
        };
    }, [file, name, numbers, marked]);
    const press = (event: React.KeyboardEvent): void => {
        const act = keys[event.key];
        if (shown && act && !event.ctrlKey && !event.metaKey && !event.altKey && (event.target as Element).tagName === 'svg') {
            event.preventDefault();
            event.stopPropagation();
            act(shown);
        }
    };
    return <figure className='t-diagram' onKeyDown={press}>
        <figcaption className='t-diagram-head'>
            <strong lang={language}>{name}</strong>
            <span className='t-diagram-tools e-no-print'>
                <IconButton icon='zoom-out' label={nls.localize('earshot/training/diagram/smaller', 'Smaller')} keys='-' disabled={!shown} onClick={() => shown?.zoomBy(1 / zoomStep)} />
                <IconButton icon='zoom-in' label={nls.localize('earshot/training/diagram/larger', 'Larger')} keys='+' disabled={!shown} onClick={() => shown?.zoomBy(zoomStep)} />
                <IconButton icon='screen-normal' label={nls.localize('earshot/training/diagram/fit', 'Show the whole')} keys='0' disabled={!shown} onClick={() => shown?.fit()} />
                <IconButton icon='desktop-download' label={nls.localize('earshot/training/diagram/download', 'Download the file (BPMN)')} onClick={() => saveBlob(`${name}.bpmn`, new Blob([file.xml], { type: 'application/xml' }))} />
            </span>
        </figcaption>
        {failed ? <Notice tone='caution'>{nls.localize('earshot/training/diagram/failed', 'The diagram could not be drawn. Its steps are listed below, and its file can be downloaded.')}</Notice>
            : <div ref={place} className='t-diagram-canvas e-no-print' lang={language} />}
        {!shown && !failed && <Skeleton lines={3} />}
        {paper && <img className='t-diagram-paper' alt={name} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(paper)}`} />}
        <details className='t-diagram-words e-no-print' open={failed || undefined}>
            <summary>{nls.localize('earshot/training/diagram/in-words', 'The steps in words')}</summary>
            <DiagramSteps diagram={file.diagram} clauses={clauses} language={language} />
        </details>
    </figure>;
}

const keys: Readonly<Partial<Record<string, (shown: ShownDiagram) => void>>> = {
    '+': shown => shown.zoomBy(zoomStep), '=': shown => shown.zoomBy(zoomStep), '-': shown => shown.zoomBy(1 / zoomStep), 0: shown => shown.fit(),
    ArrowLeft: shown => shown.move(moveStep, 0), ArrowRight: shown => shown.move(-moveStep, 0), ArrowUp: shown => shown.move(0, moveStep), ArrowDown: shown => shown.move(0, -moveStep)
};

/** On a step that names a clause. */
function clauseButton(clause: Clause): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 't-diagram-clause';
    button.textContent = nls.localize('earshot/training/diagram/clause', 'Clause {0}', clause.number);
    button.addEventListener('click', () => showClause(clause));
    return button;
}

/** On a step that changed; the list beside the diagram says what it means. */
function changeSign(change: StepChange): HTMLElement {
    const { text, icon, tone } = stepChange(change);
    const sign = document.createElement('span');
    sign.className = `t-diagram-sign e-tone-${tone} codicon codicon-${icon}`;
    sign.title = text;
    return sign;
}

/** Where a diagram is on its way, or cannot be had. */
export const DiagramPending = ({ failed, onRetry }: { readonly failed: boolean; onRetry(): void }): React.ReactElement => failed
    ? <Notice tone='caution' actions={<Button small onClick={onRetry}>{nls.localize('earshot/training/diagram/retry', 'Try again')}</Button>}>{nls.localize('earshot/training/diagram/not-loaded', 'The diagram could not be loaded.')}</Notice> : <Skeleton lines={4} />;
