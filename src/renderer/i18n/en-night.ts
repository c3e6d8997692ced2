/** Settings of what is learnt by night. */
export const enNight = {
  night: {
    title: 'Learning by night',
    hint: 'Every night LLaMA reads the conversations of the day, without names and numbers, and learns from them: new insights, better guidance, what your clients need. In the morning a report says what it learnt; a night can be taken back whole.',
    isOn: 'Learn every night',
    isOnHint: 'Once for each day, when nobody uses the computer.',
    at: 'When',
    catchUp: 'Make up for it within, hours',
    catchUpHint:
      'A night that was missed because the computer slept or the app was closed begins within this time. 0: never.',
    keepsAwake: 'Keep the computer awake until it is done',
    keepsAwakeHint: 'Only while a night goes on. A notice says so; the screen may still go dark.',
    startsAtLogin: 'Start with the computer',
    startsAtLoginHint: 'Beside the clock, without a window, so that no night is missed.',
    run: 'Run tonight’s work now',
    nothingNew: 'Nothing new was said since the last night.',
    from_one: '{{count}} conversation with {{messages}} messages would be learnt from.',
    from_other: '{{count}} conversations with {{messages}} messages would be learnt from.',
    cost: 'About {{cost}}, as the nights before.',
    noCost: 'What it costs, the first night will tell.',
    goesOn: 'A night goes on now.',
    due: 'The next night: {{when}}.',
  },
};
