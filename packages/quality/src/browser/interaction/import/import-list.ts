import { audioProblem } from '@earshot/media/lib/common/media-contract';
import type { Direction } from '../../../common/interaction/interaction-contract';
import { type HeaderlessFormat, formatOfName } from '@earshot/media/lib/common/recording/headerless-format';
import { factsOf } from './file-name';

/** As much of a browser's File as deciding needs. */
export interface ImportFile { readonly name: string; readonly size: number; readonly lastModified: number }

/** An agent as the server finds them: by employee number, else by sign-in name. */
export interface AgentChoice { readonly id: string; readonly name: string; readonly reference: string }

/** What a person says about a call that is imported. */
export interface CallFields {
    readonly callId: string;
    /** `YYYY-MM-DDTHH:mm:ss` where the person is. */
    readonly startedAt: string;
    readonly agent: AgentChoice | null;
    readonly queue: string;
    readonly direction: Direction;
    readonly customerNumber: string;
    /** In one line, separated by commas. */
    readonly tags: string;
    /** What the audio is, where it has no header; '' where it says so itself. */
    readonly format: HeaderlessFormat | '';
}

export type ImportState =
    | { readonly kind: 'editing' }
    | { readonly kind: 'waiting' }
    /** `share` sent, 0 to 1; null once everything was sent and the server looks into it. */
    | { readonly kind: 'sending'; readonly share: number | null }
    | { readonly kind: 'done'; readonly interactionId: string; readonly recordingId: string | null }
    /** It is there already, by its content or by its number; the id where the person may see it. */
    | { readonly kind: 'known'; readonly reason: 'duplicate' | 'call-id-taken'; readonly interactionId: string | null }
    | { readonly kind: 'failed'; readonly error: unknown };

/** One call to be: one file, or two of which the first is the agent's side. */
export interface ImportCall<F extends ImportFile = File> {
    readonly id: string;
    readonly files: readonly [F] | readonly [F, F];
    readonly fields: CallFields;
    readonly state: ImportState;
}

/** @param localTime writes a moment as the clock where the person is. */
function callOf<F extends ImportFile>(id: string, files: ImportCall<F>['files'], localTime: (moment: number) => string): ImportCall<F> {
    const facts = factsOf(files[0].name);
    return {
        id, files, state: { kind: 'editing' },
        fields: { callId: files.length > 1 ? facts.callId : wholeName(files[0].name), startedAt: facts.startedAt ?? localTime(files[0].lastModified), agent: null, queue: '', direction: 'inbound', customerNumber: '', tags: '', format: formatOfName(files[0].name) ?? '' }
    };
}

const wholeName = (name: string): string => (name.replace(/\.[^.]{1,5}$/, '') || name).slice(0, 200);
const sameFile = (one: ImportFile, other: ImportFile): boolean => one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

/**
 * Adds files as calls. Two files whose names differ only in the mark of the side become the two sides of one call; files that are
 * in the list already are left out.
 */
export function withFiles<F extends ImportFile>(calls: readonly ImportCall<F>[], files: readonly F[], newId: () => string, localTime: (moment: number) => string): readonly ImportCall<F>[] {
    const fresh = files.filter((file, index) => !calls.some(call => call.files.some(each => sameFile(each, file))) && files.findIndex(each => sameFile(each, file)) === index);
    const taken = new Set<F>();
    const added = fresh.flatMap((file): ImportCall<F>[] => {
        if (taken.has(file)) {
            return [];
        }
        taken.add(file);
        const { side, callId } = factsOf(file.name);
        const other = side && fresh.find(each => !taken.has(each) && factsOf(each.name).callId === callId && factsOf(each.name).side === (side === 'agent' ? 'customer' : 'agent'));
        if (other) {
            taken.add(other);
        }
        return [callOf(newId(), other ? side === 'agent' ? [file, other] : [other, file] : [file], localTime)];
    });
    return [...calls, ...added];
}

/** Whether the server did not recognise the audio: then the person may say what it is. */
export const isUnrecognised = ({ state }: ImportCall<ImportFile>): boolean => {
    const problems = state.kind === 'failed' ? (state.error as { readonly data?: { readonly problems?: readonly { readonly code: string }[] } } | undefined)?.data?.problems ?? [] : [];
    return problems.some(({ code }) => code === `${audioProblem}not-audio`);
};

export const isEditable = ({ state }: ImportCall<ImportFile>): boolean => state.kind === 'editing' || state.kind === 'failed' || state.kind === 'known';

/** Says that two calls of one file each are the two sides of one; the first is the agent's. */
export function joined<F extends ImportFile>(calls: readonly ImportCall<F>[], agentSide: string, customerSide: string): readonly ImportCall<F>[] {
    const [one, other] = [calls.find(each => each.id === agentSide), calls.find(each => each.id === customerSide)];
    if (!one || !other || one === other || one.files.length > 1 || other.files.length > 1 || !isEditable(one) || !isEditable(other)) {
        return calls;
    }
    return calls.filter(each => each !== other).map(each => each === one ? { ...one, files: [one.files[0], other.files[0]], state: { kind: 'editing' } } : each);
}

/** Two sides become two calls again. */
export const parted = <F extends ImportFile>(calls: readonly ImportCall<F>[], id: string, newId: () => string, localTime: (moment: number) => string): readonly ImportCall<F>[] =>
    calls.flatMap(each => each.id === id && each.files.length === 2 && isEditable(each) ? each.files.map((file, place) => ({ ...callOf(place ? newId() : id, [file], localTime) })) : [each]);

/** Which side is whose was the wrong way round. */
export const exchanged = <F extends ImportFile>(calls: readonly ImportCall<F>[], id: string): readonly ImportCall<F>[] =>
    calls.map(each => each.id === id && each.files.length === 2 && isEditable(each) ? { ...each, files: [each.files[1], each.files[0]] as const } : each);

export const withFields = <F extends ImportFile>(calls: readonly ImportCall<F>[], id: string, fields: Partial<CallFields>): readonly ImportCall<F>[] =>
    calls.map(each => each.id === id && isEditable(each) ? { ...each, fields: { ...each.fields, ...fields }, state: each.state.kind === 'failed' || each.state.kind === 'known' ? { kind: 'editing' } : each.state } : each);

/** The same for all calls that are not on their way yet. */
export const withFieldsForAll = <F extends ImportFile>(calls: readonly ImportCall<F>[], fields: Partial<CallFields>): readonly ImportCall<F>[] =>
    calls.map(each => each.state.kind === 'editing' ? { ...each, fields: { ...each.fields, ...fields } } : each);

export const withState = <F extends ImportFile>(calls: readonly ImportCall<F>[], id: string, state: ImportState): readonly ImportCall<F>[] =>
    calls.map(each => each.id === id ? { ...each, state } : each);

export type FieldFault = 'no-call-id' | 'call-id-twice' | 'no-time';

/** What must be filled in before a call can be sent. */
export function faultsOf<F extends ImportFile>(call: ImportCall<F>, calls: readonly ImportCall<F>[]): readonly FieldFault[] {
    const callId = call.fields.callId.trim();
    const twice = calls.some(each => each !== call && each.state.kind !== 'known' && each.fields.callId.trim() === callId);
    return [...callId ? twice ? ['call-id-twice' as const] : [] : ['no-call-id' as const], ...call.fields.startedAt ? [] : ['no-time' as const]];
}

export interface ImportCounts { readonly editing: number; readonly underWay: number; readonly done: number; readonly known: number; readonly failed: number }

export function countsOf(calls: readonly ImportCall<ImportFile>[]): ImportCounts {
    const count = (...kinds: readonly ImportState['kind'][]): number => calls.filter(each => kinds.includes(each.state.kind)).length;
    return { editing: count('editing'), underWay: count('waiting', 'sending'), done: count('done'), known: count('known'), failed: count('failed') };
}
