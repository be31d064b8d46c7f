import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useClient } from '@earshot/core/lib/browser/application';
import type { Diagram } from '../../common/diagram/diagram';
import { trainingContract } from '../../common/training-contract';
import { loaded } from './loaded';

/** A file with what it says. */
export interface DiagramFile { readonly xml: string; readonly diagram: Diagram }

/** Reading comes with the first diagram: most pages show none. */
export async function readFile(xml: string): Promise<DiagramFile> {
    const { readDiagram } = loaded(await import('../../common/diagram/read-diagram.js'));
    const { diagram, problem } = await readDiagram(xml);
    if (problem) {
        throw new Error(problem);
    }
    return { xml, diagram };
}

/** A file never changes: it is known by its hash. */
export const fileKey = (hash: string) => ['diagram', hash] as const;

/** The diagram of a version. Undefined while nobody asks for one. */
export function useDiagram(versionId: string, hash: string | undefined): UseQueryResult<DiagramFile> {
    const client = useClient(trainingContract);
    return useQuery({
        queryKey: fileKey(hash ?? ''), enabled: hash !== undefined, staleTime: Infinity,
        queryFn: async ({ signal }) => {
            const [file] = await client.documentDiagrams.find({ id: versionId, hash: hash! }, { signal });
            if (!file) {
                throw new Error('The version does not show this diagram.');
            }
            return readFile(file.xml);
        }
    });
}
