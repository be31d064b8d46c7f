import { setImmediate as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { LunrEngine, SegmentEngine } from '@earshot/search';
import type { EngineCommand, EngineKind, EngineReport, LastingEngine } from './engine-messages';
import { readIndexFile, writeIndexFile } from './index-file';

/** Entry of the thread that `EngineThread` starts: one engine, so that neither its building nor a heavy query holds up the server. */
const segments = new SegmentEngine();
const own = workerData as EngineKind === 'lunr' ? new LunrEngine() : segments;

/** While a snapshot is written nothing may change: changes wait for each other and for it. */
let changes: Promise<unknown> = Promise.resolve();
const inTurn = <R>(change: () => R | Promise<R>): Promise<R> => {
    const next = changes.then(change);
    changes = next.catch(() => { /* told to whoever asked */ });
    return next;
};

const save = async (file: string, label: string): Promise<void> => {
    const steps = segments.snapshotSteps();
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
        await pause();
    }
    await writeIndexFile(file, label, step.value);
};

const open = async (file: string): Promise<string | undefined> => {
    const kept = await readIndexFile(file);
    return kept && own.restore(kept.index) ? kept.label : undefined;
};

const engine: LastingEngine = {
    put: documents => inTurn(() => own.put(documents)),
    remove: ids => inTurn(() => own.remove(ids)),
    setSynonyms: groups => inTurn(() => own.setSynonyms(groups)),
    setPins: pins => inTurn(() => own.setPins(pins)),
    save: (file, label) => own === segments ? inTurn(() => save(file, label)) : Promise.resolve(),
    open: file => inTurn(() => open(file)),
    search: (query, options) => own.search(query, options),
    suggest: (typed, options) => own.suggest(typed, options),
    nearDuplicates: (text, options) => own.nearDuplicates(text, options),
    statistics: () => own.statistics()
};

const answer = async ({ id, method, parameters }: EngineCommand): Promise<EngineReport> => {
    try {
        const perform = engine[method] as (...all: readonly unknown[]) => unknown;
        return { id, value: await perform(...parameters) };
    } catch (error) {
        return { id, problem: error instanceof Error ? error.stack ?? error.message : String(error) };
    }
};

parentPort?.on('message', (command: EngineCommand) => void answer(command).then(report => parentPort?.postMessage(report)));
