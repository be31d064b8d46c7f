import { describe, expect, it } from 'vitest';
import { Settings } from './settings';

const settings = (given: Partial<Settings>) => Object.assign(new Settings(), given);

describe('settings', () => {
    it.each(['0.0.0.0', '::', '192.168.1.5', 'earshot.lan'])('are refused where others reach the server at %s and it does not know its name', host => {
        expect(() => settings({ host }).check()).toThrow('EARSHOT_PUBLIC_URL');
        const named = settings({ host, publicUrl: new URL('https://earshot.example') });
        expect(() => named.check()).not.toThrow();
        expect(['earshot.example', 'earshot.example:8443', '127.0.0.1:3000', 'elsewhere.example', '192.168.1.5:3000'].filter(each => named.isOwnHost(each))).toEqual(['earshot.example', 'earshot.example:8443', '127.0.0.1:3000']);
    });
    it('need no name on this machine', () => expect(() => settings({ host: '127.0.0.1' }).check()).not.toThrow());
    it('name the address that cannot be read', () => {
        process.env.EARSHOT_PUBLIC_URL = 'earshot.example';
        try {
            expect(() => new Settings()).toThrow('EARSHOT_PUBLIC_URL must be an address');
        } finally {
            delete process.env.EARSHOT_PUBLIC_URL;
        }
    });
    it('are refused where proxies cannot be read', () => {
        expect(() => settings({ trustedProxies: ['127.0.0.1', 'fd00::/8'] }).check()).not.toThrow();
        expect(() => settings({ trustedProxies: ['proxy.example'] }).check()).toThrow('EARSHOT_TRUSTED_PROXIES');
    });
});
