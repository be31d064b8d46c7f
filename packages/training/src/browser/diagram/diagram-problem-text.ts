import { nls } from '@theia/core/lib/common/nls';
import { formatNumber } from '@earshot/core/lib/browser/widgets';
import { diagramLimits } from '../../common/diagram/diagram';

/** Why a file is no diagram that can be shown, and what to do; nothing for a problem that is told elsewhere. */
export function diagramProblemText(code: string): string | undefined {
    switch (code) {
        case 'diagram-empty': return nls.localize('earshot/training/diagram-problem/empty', 'There is nothing in this file.');
        case 'diagram-too-large': return nls.localize('earshot/training/diagram-problem/too-large', 'The file is larger than {0} MB. Take embedded pictures out, or divide the process into several diagrams.', formatNumber(diagramLimits.bytes / 1024 ** 2));
        case 'diagram-declares': return nls.localize('earshot/training/diagram-problem/declares', 'The file declares types or entities of its own (DOCTYPE). Export it anew from the program in which it was drawn.');
        case 'diagram-not-xml': return nls.localize('earshot/training/diagram-problem/not-xml', 'The file is damaged, or not written in XML. Export it anew as BPMN 2.0.');
        case 'diagram-not-bpmn': return nls.localize('earshot/training/diagram-problem/not-bpmn', 'This is no BPMN 2.0 diagram. Choose a file that ends with .bpmn, or export it as BPMN 2.0.');
        case 'diagram-not-drawn': return nls.localize('earshot/training/diagram-problem/not-drawn', 'The file says what happens, but not how it is drawn (BPMN DI). Open it in the program in which it was drawn, and export it with its layout.');
        case 'diagram-too-many': return nls.localize('earshot/training/diagram-problem/too-many', 'The diagram has more than {0} shapes and lines: nobody can read it on a page. Divide it into several diagrams.', formatNumber(diagramLimits.drawn));
        case 'unknown-diagram': return nls.localize('earshot/training/diagram-problem/unknown', 'The file of a diagram is not there. Take it out, and add it anew.');
        default: return undefined;
    }
}
