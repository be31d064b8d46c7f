import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { EventHub } from '@earshot/core/lib/node/events/event-hub';
import { MaskService } from '@earshot/media/lib/node/masking/mask-service';
import { TranscriptService } from '@earshot/media/lib/node/transcript/transcript-service';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sampleMask, transcribedCalls } from '../common/sample-calls';

interface SpokenCall { readonly id: string; readonly lines: readonly { readonly who: 'agent' | 'customer'; readonly fromMs: number; readonly toMs: number; readonly text: string }[] }

/** What is said in most of the calls, as a speech recogniser would hand it over, and one part that is masked. */
@injectable()
export class SampleTranscripts {
    constructor(@inject(TranscriptService) private readonly transcripts: TranscriptService, @inject(MaskService) private readonly masks: MaskService, @inject(EventHub) private readonly events: EventHub) { }

    /** @param recordings ids by the number of the call. @param folder of the calls, with what is said in them. */
    async add(lead: Principal, recordings: ReadonlyMap<string, string>, folder: string): Promise<void> {
        const calls = JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8')) as readonly SpokenCall[];
        for (const { id, lines } of calls.filter(each => transcribedCalls.includes(each.id))) {
            const turns = lines.map(({ who, ...line }) => ({ ...line, speaker: who, channel: who === 'agent' ? 0 : 1 }));
            await this.transcripts.replace(lead, recordings.get(id)!, this.transcripts.read(Buffer.from(JSON.stringify({ turns }))));
        }
        this.maskWhenReady(lead, recordings.get(sampleMask.call)!);
    }

    /** A recording can be masked when it has been processed, which goes on while the house is filled. */
    private maskWhenReady(lead: Principal, id: string): void {
        const { fromMs, toMs, reason } = sampleMask;
        const mask = (): Promise<unknown> => this.masks.mask(lead, { id, fromMs, toMs, reason });
        mask().catch(() => {
            const stop = this.events.listen(({ type, entityId }) => {
                if (type === 'recording.changed' && entityId === id) {
                    stop();
                    mask().catch(() => { /* it could not be processed: then there is nothing to mask */ });
                }
            });
        });
    }
}
