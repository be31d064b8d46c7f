/** Whether the last digit of a card number checks the others: Luhn, ISO/IEC 7812-1, annex B. @param digits 12 to 19 of them. */
export function isCardNumber(digits: string): boolean {
    if (!/^\d{12,19}$/.test(digits) || /^(\d)\1+$/.test(digits)) {
        return false;
    }
    const sum = [...digits].reverse().reduce((total, each, index) => {
        const value = Number(each) * (index % 2 === 1 ? 2 : 1);
        return total + (value > 9 ? value - 9 : value);
    }, 0);
    return sum % 10 === 0;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether a number is one of a resident identity card of mainland China: 17 digits and their check, ISO 7064 MOD 11-2, as GB 11643 has it; with a birthday that can be. */
export function isResidentIdentity(digits: string): boolean {
    if (!/^\d{17}[\dx]$/i.test(digits)) {
        return false;
    }
    const [year, month, day] = [Number(digits.slice(6, 10)), Number(digits.slice(10, 12)), Number(digits.slice(12, 14))];
    const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
    return year >= 1850 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 31 && '10x98765432'[sum % 11] === digits[17]!.toLowerCase();
}
