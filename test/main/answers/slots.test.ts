import { describe, expect, it } from 'vitest';
import { answerTextProblem, factSlugs, fillSlots } from '../../../src/shared/slots.ts';

describe('the text of a prepared answer', () => {
  it.each([
    '{{greeting}} {{name}}, costa {{fact:kitas-price}}.',
    'A visa C1, an E28A or a B211A is fine.',
    'Per il D12 scrivimi.',
  ])('may be: %s', (text) => {
    expect(answerTextProblem(text)).toBeNull();
  });

  it.each([
    ['It costs 500 euros.', '500'],
    ['Costa 1.150 €', '1.150'],
    ['Kantor buka jam 9.', '9'],
    ['Hello {{surname}}', '{{surname}}'],
    ['Hello {{fact:Not A Slug}}', '{{fact:Not A Slug}}'],
    ['Hello {name}', 'brace'],
    ['Hello {{name', 'brace'],
    ['Ready in 2weeks', '2weeks'],
  ])('may not be: %s', (text, named) => {
    expect(answerTextProblem(text)).toContain(named);
  });
});

it('the facts of a text are found once each, in order', () => {
  expect(factSlugs('{{fact:b}} {{name}} {{fact:a-1}} {{fact:b}}')).toEqual(['b', 'a-1']);
});

it('filling replaces slots only', () => {
  expect(fillSlots('{{name}} {{other}} {{fact:a}}', (slot) => slot.kind)).toBe('name {{other}} fact');
});
