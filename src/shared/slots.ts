/** What stands in double braces in a prepared answer. */
export type Slot =
  | { readonly kind: 'greeting' }
  | { readonly kind: 'name' }
  | { readonly kind: 'fact'; readonly slug: string };

const anySlot = /\{\{([^{}]*)\}\}/g;
const factSlot = /^fact:([a-z0-9]+(?:-[a-z0-9]+)*)$/;
/** Visa and permit codes are names, not amounts: C1, E28A, 211A, B211A, D12. */
const productCode = /^(?:[a-e]\d{1,3}[a-z]?|211[a-c])$/i;

function parseSlot(inside: string): Slot | null {
  if (inside === 'greeting' || inside === 'name') return { kind: inside };
  const slug = factSlot.exec(inside)?.[1];
  return slug === undefined ? null : { kind: 'fact', slug };
}

/** The slugs of the house facts a text refers to, each once, in order. */
export function factSlugs(text: string): string[] {
  const slots = [...text.matchAll(anySlot)].map((match) => parseSlot(match[1] ?? ''));
  return [...new Set(slots.flatMap((slot) => (slot?.kind === 'fact' ? [slot.slug] : [])))];
}

/** The text with each slot replaced by what `fill` says. Text in braces that is no slot stays as it is. */
export function fillSlots(text: string, fill: (slot: Slot) => string): string {
  return text.replace(anySlot, (whole, inside: string) => {
    const slot = parseSlot(inside);
    return slot ? fill(slot) : whole;
  });
}

/**
 * Why a text may not become a prepared answer; null when it may. Only known slots stand in braces, and a number
 * outside a slot must be a product code: any other number belongs into a house fact, where it has a source and an end.
 */
export function answerTextProblem(text: string): string | null {
  return slotProblem(text) ?? numberProblem(text);
}

/** What stands in braces and is none of the known slots; null where nothing does. */
export function slotProblem(text: string): string | null {
  for (const match of text.matchAll(anySlot))
    if (!parseSlot(match[1] ?? ''))
      return `${match[0]} is no slot; only {{greeting}}, {{name}} and {{fact:slug}} are`;
  return /[{}]/.test(withoutSlots(text)) ? 'it has a single or unclosed brace' : null;
}

/** The text with nothing in the place of its slots. */
export function withoutSlots(text: string): string {
  return text.replace(anySlot, ' ');
}

/** A number outside a slot that is no product code; null where there is none. */
export function numberProblem(text: string): string | null {
  const outside = withoutSlots(text);
  const number = (outside.match(/[\p{L}\p{N}]*\p{N}[\p{L}\p{N}.,]*/gu) ?? [])
    .map((word) => word.replace(/[.,]+$/, ''))
    .find((word) => !productCode.test(word));
  return number === undefined
    ? null
    : `the number "${number}" stands outside a slot; put it into a house fact and write {{fact:slug}}`;
}
