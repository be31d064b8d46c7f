/** Digits that stay readable at the end. */
const shown = 4;

/** A customer's number as everybody may see it: `•••• 4321`. A number too short to hide anything in is hidden whole. */
export function maskedNumber(number: string): string {
    const digits = number.replace(/\D/g, '');
    return digits.length > shown + 2 ? `•••• ${digits.slice(-shown)}` : '••••';
}
