import { useTranslation } from 'react-i18next';
import { en } from '../i18n/en.ts';
import { topicLabel } from './names.ts';

const isTopic = (key: string): key is keyof typeof en.topic => Object.hasOwn(en.topic, key);
const isTiming = (key: string): key is keyof typeof en.timing => Object.hasOwn(en.timing, key);

/** What a fact is about, in the language of the screen where its key is a usual one, else as it was kept. */
export function useTopicLabel(): (topic: string) => string {
  const { t } = useTranslation();
  return (topic) => (isTopic(topic) ? t(`topic.${topic}`) : topicLabel(topic));
}

/** The name of a measured step of a reply. */
export function useTimingLabel(): (name: string) => string {
  const { t } = useTranslation();
  return (name) => (isTiming(name) ? t(`timing.${name}`) : topicLabel(name));
}
