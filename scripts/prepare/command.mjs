import { spawn } from 'node:child_process';
import { repository, toolEnvironment } from './repository.mjs';

/** A command ended badly; the message holds what it printed. */
export class CommandError extends Error {
    constructor(command, outcome, output) {
        super(`${command} ${outcome}.${output ? `\n${output.trim()}` : ''}`);
        this.name = 'CommandError';
    }
}

/**
 * Runs a command to its end.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ folder?: string, environment?: Record<string, string>, show?: boolean }} options show: let it print as it goes; else its output is returned
 * @returns {Promise<string>} what it printed
 * @throws CommandError when it does not end with 0
 */
export const run = (command, args, { folder = repository, environment = {}, show = false } = {}) => new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: folder, env: toolEnvironment(environment), stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'] });
    let output = '';
    const collect = chunk => {
        output += chunk;
    };
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
    child.once('error', error => reject(new CommandError(command, `did not start (${error.message})`, output)));
    child.once('close', (code, signal) => code === 0 ? resolve(output) : reject(new CommandError([command, ...args].join(' '), signal ? `was ended by ${signal}` : `ended with code ${code}`, output)));
});
