import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { clauseOfStep } from '../../common/diagram/clause-of-step';
import type { Diagram } from '../../common/diagram/diagram';
import { stepsInOrder } from '../../common/diagram/steps-in-order';
import type { Clause } from '../../common/document/clauses';
import { showClause } from '../document/show-clause';
import { stepKindText } from './diagram-words';

/** What a diagram says, in words and in the order of its flow: for whoever does not see it, and for whoever would rather read. */
export function DiagramSteps({ diagram, clauses, language }: { readonly diagram: Diagram; readonly clauses: readonly Clause[]; readonly language: string }): React.ReactElement {
    const steps = React.useMemo(() => stepsInOrder(diagram), [diagram]);
    return <ol className='t-diagram-steps'>{steps.map(({ number, depth, step, next }) => {
        const clause = clauseOfStep(step, clauses);
        return <li key={step.id} value={number} className={`t-diagram-depth-${Math.min(depth, 3)}`}>
            <span className='t-quiet'>{stepKindText(step.kind)}{step.who && <> · <span lang={language}>{step.who}</span></>}</span> <span lang={language}>{step.name}</span>
            {clause && <> <button type='button' className='t-diagram-clause' onClick={() => showClause(clause)}>{nls.localize('earshot/training/diagram/clause', 'Clause {0}', clause.number)}</button></>}
            {step.documentation && <div className='t-quiet' lang={language}>{step.documentation}</div>}
            {next.length > 0 && (next.length > 1 || next[0]!.number !== number + 1 || next[0]!.condition) && <ul>{next.map((way, place) => <li key={place}>{way.condition
                ? nls.localize('earshot/training/diagram/way-if', '{0}: go on with {1}', way.condition, way.number) : nls.localize('earshot/training/diagram/way', 'Go on with {0}', way.number)}</li>)}</ul>}
        </li>;
    })}</ol>;
}
