import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge } from '@earshot/core/lib/browser/widgets';
import { compareDiagrams, type StepDifference } from '../../common/diagram/compare-diagrams';
import type { DiagramReference } from '../../common/diagram/diagram';
import { stepChange, stepKindText } from './diagram-words';
import { DiagramPending, DiagramView } from './diagram-view';
import { type DiagramFile, useDiagram } from './use-diagram';

/** A version with the diagram that is compared. */
export interface DiagramSide { readonly versionId: string; readonly title: string; readonly reference: DiagramReference }

/** What became of a diagram: a list of its steps that changed, and both drawings with signs on them. */
export function DiagramDifference({ before, after, language }: { readonly before: DiagramSide; readonly after: DiagramSide; readonly language: string }): React.ReactElement {
    const [old, now] = [useDiagram(before.versionId, before.reference.hash), useDiagram(after.versionId, after.reference.hash)];
    return old.data && now.data ? <Compared before={before} after={after} old={old.data} now={now.data} language={language} />
        : <DiagramPending failed={old.error !== null || now.error !== null} onRetry={() => { void old.refetch(); void now.refetch(); }} />;
}

interface ComparedProps { readonly before: DiagramSide; readonly after: DiagramSide; readonly old: DiagramFile; readonly now: DiagramFile; readonly language: string }

function Compared({ before, after, old, now, language }: ComparedProps): React.ReactElement {
    const differences = React.useMemo(() => compareDiagrams(old.diagram, now.diagram), [old, now]);
    const [gone, came] = [differences.filter(each => each.after === null), differences.filter(each => each.after !== null)];
    return <div className='t-diagram-difference'>
        <strong lang={language}>{nls.localize('earshot/training/diagram-change/title', 'Diagram “{0}”', after.reference.name)}</strong>
        {differences.length === 0 ? <p className='t-quiet'>{nls.localize('earshot/training/diagram-change/none', 'Every step is called the same and leads to the same: only the drawing changed.')}</p>
            : <ul className='t-diagram-changes'>{differences.map(each => <Changed key={each.id} difference={each} language={language} />)}</ul>}
        <DiagramView file={old} name={`${before.reference.name} · ${before.title}`} language={language} marks={gone} />
        <DiagramView file={now} name={`${after.reference.name} · ${after.title}`} language={language} marks={came} />
    </div>;
}

function Changed({ difference: { changes, before, after }, language }: { readonly difference: StepDifference; readonly language: string }): React.ReactElement {
    const step = (after ?? before)!;
    return <li>
        {changes.map(change => {
            const { text, icon, tone } = stepChange(change);
            return <Badge key={change} tone={tone} icon={icon}>{text}</Badge>;
        })}
        <span lang={language}>{before && after && before.name !== after.name ? `${before.name || stepKindText(before.kind)} → ${after.name || stepKindText(after.kind)}` : step.name || stepKindText(step.kind)}</span>
    </li>;
}
