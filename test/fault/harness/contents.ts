import { waveFile } from '@earshot/audio/lib/testing/wave-files';
import type { Caller } from './caller';

const sampleRate = 8000;

/** A short call: stereo, 16-bit PCM, a tone on each side in turn. `seed` makes calls differ. */
export const shortCall = (seconds: number, seed: number): Buffer<ArrayBuffer> => {
    const frames = seconds * sampleRate;
    const sound = Buffer.alloc(frames * 4);
    for (let frame = 0; frame < frames; frame++) {
        const side = Math.floor(frame / sampleRate) % 2;
        sound.writeInt16LE(Math.round(9000 * Math.sin(frame * (0.2 + seed % 97 / 300))), frame * 4 + side * 2);
    }
    sound.writeInt32LE(seed, 0);
    return Buffer.from(waveFile(sound, { channels: 2, sampleRate }));
};

export const questionIds = ['greeting', 'solution', 'closing'] as const;

const form = {
    title: { en: 'Service' }, languages: ['en'],
    sections: [{
        id: 'service', title: { en: 'Service' },
        questions: questionIds.map(id => ({ id, text: { en: `About the ${id}` }, kind: 'yes-no', weight: 1, notApplicable: true, critical: { class: 'none', effect: 'none' } }))
    }]
};

/** Publishes a small form. @returns its id. */
export const publishForm = async (lead: Caller, key: string, subject: 'interaction' | 'article' = 'interaction'): Promise<string> => {
    const draft = await lead.do<{ id: string; formId: string; version: number }>('POST', '/assessment/forms', { key, subject, definition: form });
    const review = await lead.do<{ version: number }>('POST', `/assessment/form-versions/${draft.id}/actions`, { version: draft.version, action: 'submit' });
    await lead.do('POST', `/assessment/form-versions/${draft.id}/actions`, { version: review.version, action: 'publish' });
    return draft.formId;
};

/** Answers to every question of the small form. */
export const answersWith = (comment: string) => Object.fromEntries(questionIds.map((id, index) => [id, { value: index % 2 === 0, comment: `${comment} ${id}` }]));
