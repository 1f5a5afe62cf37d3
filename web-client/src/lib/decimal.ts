const scale = 12;

/**
 * An amount as a whole number of 10⁻¹², the ledger's own scale, so that adding is exact. A JSON number holds all 12 decimals
 * of amounts below 8,192, and 15 digits of larger ones.
 */
export function toExact(amount: number): bigint {
  // The shortest text that reads back as the number is what the server sent; tiny numbers are written with an exponent.
  const text = Math.abs(amount) < 1e-6 ? amount.toFixed(scale) : amount.toString();
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'));
}

/** The number nearest to an exact amount, for showing it. */
export function toNumber(exact: bigint): number {
  const digits = (exact < 0n ? -exact : exact).toString().padStart(scale + 1, '0');
  const amount = Number(`${digits.slice(0, -scale)}.${digits.slice(-scale)}`);
  return exact < 0n ? -amount : amount;
}
