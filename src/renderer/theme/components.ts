import {
  ActionIcon,
  Button,
  Drawer,
  Menu,
  Modal,
  PasswordInput,
  Popover,
  SegmentedControl,
  Select,
  Switch,
  Textarea,
  TextInput,
  type MantineThemeComponents,
} from '@mantine/core';
import classes from './components.module.css';

const field = { input: classes.input ?? '', label: classes.label ?? '', description: classes.hint ?? '' };
const sheet = {
  content: classes.sheet ?? '',
  header: classes.sheetHeader ?? '',
  title: classes.sheetTitle ?? '',
};

/** How each library component looks and behaves here, said once. */
export const components: MantineThemeComponents = {
  Button: Button.extend({
    defaultProps: { variant: 'default', size: 'sm' },
    classNames: { root: classes.button ?? '', label: classes.buttonLabel ?? '' },
  }),
  ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 30 } }),
  TextInput: TextInput.extend({ classNames: field }),
  PasswordInput: PasswordInput.extend({ classNames: field }),
  Textarea: Textarea.extend({ classNames: field }),
  Select: Select.extend({
    defaultProps: { allowDeselect: false, checkIconPosition: 'right' },
    classNames: { ...field, dropdown: classes.dropdown ?? '' },
  }),
  SegmentedControl: SegmentedControl.extend({
    defaultProps: { size: 'sm', transitionDuration: 140 },
    classNames: {
      root: classes.segments ?? '',
      label: classes.segment ?? '',
      indicator: classes.segmentMark ?? '',
    },
  }),
  Switch: Switch.extend({
    classNames: { label: classes.switchLabel ?? '', description: classes.hint ?? '' },
  }),
  Menu: Menu.extend({
    defaultProps: { shadow: 'md', position: 'bottom-end', withinPortal: true },
    classNames: { dropdown: classes.dropdown ?? '', item: classes.item ?? '' },
  }),
  Popover: Popover.extend({
    defaultProps: { shadow: 'md', withinPortal: true, trapFocus: true, returnFocus: true },
    classNames: { dropdown: classes.dropdown ?? '' },
  }),
  Modal: Modal.extend({
    defaultProps: { centered: true, radius: 'lg', padding: 20, overlayProps: { backgroundOpacity: 0.35 } },
    classNames: sheet,
  }),
  Drawer: Drawer.extend({
    defaultProps: { padding: 18, overlayProps: { backgroundOpacity: 0.35 } },
    classNames: sheet,
  }),
};
