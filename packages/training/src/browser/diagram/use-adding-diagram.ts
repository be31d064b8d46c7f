import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { type DiagramReference, diagramLimits } from '../../common/diagram/diagram';
import { trainingContract } from '../../common/training-contract';
import { newShortId } from './new-short-id';

/** A file that is to become a diagram of a draft, or take the place of one that it has. */
export interface AddedFile { readonly file: File; readonly instead?: DiagramReference; then(reference: DiagramReference): void }

/** What a file is called without its ending. */
const nameOf = (file: File): string => file.name.replace(/\.(?:bpmn|bpmn20\.xml|xml)$/i, '').replace(/[[\]\s]+/g, ' ').trim().slice(0, diagramLimits.name) || 'BPMN';

/** Sends files to be checked and kept. What the draft shows of them is decided by `then`. */
export function useAddingDiagram(versionId: string) {
    const client = useClient(trainingContract);
    return useChange({
        run: async ({ file, instead }: AddedFile): Promise<DiagramReference> => {
            const { hash } = await client.documentDiagrams.add({ id: versionId, xml: await file.text() });
            return { id: instead?.id ?? newShortId('d', 8), name: instead?.name ?? nameOf(file), hash };
        },
        failures: 'form', then: (reference, { then }) => then(reference)
    });
}
export type AddingDiagram = ReturnType<typeof useAddingDiagram>;
