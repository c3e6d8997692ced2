import { Radio, Stack } from '@mantine/core';

interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint: string;
}

interface Props<T extends string> {
  label: string;
  value: T;
  choices: readonly Choice<T>[];
  onChange: (value: T) => void;
}

/** One of a few, each with its words. */
export function ChoiceCards<T extends string>({ label, value, choices, onChange }: Props<T>) {
  const choose = (next: string) => {
    const choice = choices.find((one) => one.value === next);
    if (choice !== undefined) onChange(choice.value);
  };
  return (
    <Radio.Group aria-label={label} value={value} onChange={choose}>
      <Stack gap="md">
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            label={choice.label}
            description={choice.hint}
            styles={{ label: { fontWeight: 600 }, description: { color: 'var(--ink-2)', fontSize: 13 } }}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
