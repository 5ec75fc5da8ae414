// The words of the workbench. A key that is not there does not compile.
import { createI18n } from 'vue-i18n';

import zh_cn from './zh_cn';

export const i18n = createI18n<[typeof zh_cn], 'zh-CN', false>({
  legacy: false,
  locale: 'zh-CN',
  messages: { 'zh-CN': zh_cn },
});

export const t = i18n.global.t;
