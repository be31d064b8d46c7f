import { nls } from '@theia/core/lib/common/nls';
import type { Tone } from '@earshot/core/lib/browser/widgets';
import type { StepChange } from '../../common/diagram/compare-diagrams';
import type { StepKind } from '../../common/diagram/diagram';

export function stepKindText(kind: StepKind): string {
    switch (kind) {
        case 'start': return nls.localize('earshot/training/diagram-step/start', 'Start');
        case 'end': return nls.localize('earshot/training/diagram-step/end', 'End');
        case 'task': return nls.localize('earshot/training/diagram-step/task', 'Task');
        case 'part': return nls.localize('earshot/training/diagram-step/part', 'Part of the process');
        case 'decision': return nls.localize('earshot/training/diagram-step/decision', 'Decision');
        case 'choice': return nls.localize('earshot/training/diagram-step/choice', 'Decision, several ways possible');
        case 'parallel': return nls.localize('earshot/training/diagram-step/parallel', 'At the same time');
        case 'awaited': return nls.localize('earshot/training/diagram-step/awaited', 'Waits for what happens first');
        case 'event': return nls.localize('earshot/training/diagram-step/event', 'Event');
    }
}

/** `icon` and `tone` go together: colour is never the only sign. */
export function stepChange(change: StepChange): { readonly text: string; readonly icon: string; readonly tone: Tone } {
    switch (change) {
        case 'added': return { text: nls.localize('earshot/training/diagram-change/added', 'New'), icon: 'add', tone: 'good' };
        case 'removed': return { text: nls.localize('earshot/training/diagram-change/removed', 'Removed'), icon: 'remove', tone: 'critical' };
        case 'renamed': return { text: nls.localize('earshot/training/diagram-change/renamed', 'Renamed'), icon: 'edit', tone: 'accent' };
        case 'rewired': return { text: nls.localize('earshot/training/diagram-change/rewired', 'Leads elsewhere'), icon: 'git-compare', tone: 'caution' };
        case 'retold': return { text: nls.localize('earshot/training/diagram-change/retold', 'Kind, role or description changed'), icon: 'note', tone: 'accent' };
    }
}
