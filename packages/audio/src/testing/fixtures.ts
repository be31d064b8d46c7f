import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FOLDER = join(__dirname, '..', '..', 'fixtures');

export const fixture = (name: string): string => join(FOLDER, name);

export const fixtureBytes = (name: string): Uint8Array => new Uint8Array(readFileSync(fixture(name)));

/** A folder for files that a test makes; {@link remove} it afterwards. */
export class ScratchFolder {
    private readonly path = mkdtempSync(join(tmpdir(), 'earshot-audio-'));

    file(name: string, bytes?: Uint8Array | string): string {
        const path = join(this.path, name);
        if (bytes !== undefined) {
            writeFileSync(path, bytes);
        }
        return path;
    }

    remove(): void {
        rmSync(this.path, { recursive: true, force: true });
    }
}
